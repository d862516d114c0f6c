package import FactDiff
import Facts

extension PredicateUse {
    /// Declarations of the predicates that are not declared, as `vocabulary.yaml` takes them under `predicates:`; they change nothing
    /// by themselves.
    ///
    /// What the facts speak for and a person has to decide stands in a remark.
    package static func proposal(for uses: [PredicateUse]) -> String {
        let undeclared = uses.filter { !$0.isDeclared }
        guard !undeclared.isEmpty else { return "# every predicate in use is declared\n" }
        return "predicates:\n" + undeclared.map { $0.declaration }.joined()
    }

    private var declaration: String {
        let single = mayBeSingleValued ? ["    # single-valued: true"] : []
        let lines =
            ["  # \(evidence)", "  - id: \(proposedID)", "    label: \(yaml(wordings[0].text))"] + aliases
            + ["    kind: \(predicate.kind.rawValue)"] + roles + single
        return lines.map { $0 + "\n" }.joined()
    }

    private var evidence: String {
        let values = valuesPhrase.map { "; values: \($0)" } ?? ""
        return "\(facts.of("fact")) in \(reports.of("report"))\(values)"
    }

    /// The id that it has by its words, so that its facts stay the same, as far as an id can be written so.
    private var proposedID: String {
        let letters = id.unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
        let text = String(String.UnicodeScalarView(letters))
        return text.contains { $0 != "-" } ? text : "predicate-of-\(facts)-facts"
    }

    private var aliases: [String] {
        let label = wordings[0].text.foldedForm
        var seen: Set = [label, proposedID.foldedForm]
        let others = wordings.map(\.text).filter { seen.insert($0.foldedForm).inserted }
        return others.isEmpty ? [] : ["    aliases: [\(others.map(yaml).joined(separator: ", "))]"]
    }

    private var roles: [String] {
        guard let type = types.keys.first, types.count == 1, type != .choice else { return [] }
        return ["    roles: {object: {type: \(type.rawValue)}}"]
    }

    /// Words as YAML takes them whatever they are: as JSON has them.
    private func yaml(_ words: String) -> String { machineText(of: .string(words)) }
}
