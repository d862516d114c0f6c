package import FactDiff
import Facts

extension PredicateUse {
    /// Declarations of the predicates that are not declared, as `vocabulary.yaml` takes them under `predicates:`; they change nothing
    /// by themselves.
    ///
    /// What the facts speak for and a person has to decide stands in a remark.
    package static func proposal(for uses: [PredicateUse]) -> String {
        let undeclared = uses.filter { !$0.isDeclared }
        guard !undeclared.isEmpty else { return "# nothing to declare: the vocabulary has them all\n" }
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

    /// The id that it has by its words, so that its facts stay the same; of words that no id can be written in, one by their digest.
    private var proposedID: String {
        let isWritable = id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        return isWritable && !id.isEmpty ? id : "predicate-\(Digest.sha256(Array(id.utf8)).description.prefix(8))"
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
