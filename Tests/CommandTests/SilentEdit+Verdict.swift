import FactDiff
import Facts
import Rendering

extension SilentEdit {
    /// A comparison of one edit may tell of so many facts.
    static let mostFacts = 3

    /// What is wrong with the changes that were told of this edit; `nil` when it was caught.
    func fault(in changes: [Change]) -> String? {
        let loud = changes.filter { !$0.headline.isQuiet }
        guard !loud.isEmpty else { return changes.isEmpty ? "nothing told" : "told as other words for the same" }
        let told = Told.all(loud).filter { change in about.allSatisfy(change.words.contains) }
        guard !told.isEmpty else {
            return "told of another fact: \(Told.all(loud).map(\.summary).joined(separator: "; "))"
        }
        guard told.contains(where: { $0.fields.contains(where: isExpected) }) else {
            return "told as \(told.map(\.summary).joined(separator: "; "))"
        }
        let facts = Set(loud.flatMap { [$0.fact, $0.formerFact].compactMap(\.self) }.map(\.letters)).count
        return loud.count <= Self.mostFacts ? nil : "told as \(loud.count) changes of \(facts) facts"
    }

    private func isExpected(_ field: String) -> Bool {
        fields.contains(field) || (fields.contains("arguments.*") && field.hasPrefix("arguments."))
    }
}

/// A change as the judge sees it: its parts that differ, and the words of the fact on both sides.
private struct Told {
    let fields: [String]
    let words: String
    let summary: String

    /// The changes; a fact that went and one that came are held against one another as well.
    static func all(_ changes: [Change]) -> [Told] {
        let paired = changes.filter { $0.kind == .changed }.map {
            Told(fields: $0.fields, claims: [$0.before, $0.after].compactMap(\.self), $0.headline)
        }
        let gone = changes.filter { $0.gained.isEmpty }.flatMap(\.lost)
        let come = changes.filter { $0.lost.isEmpty }.flatMap(\.gained)
        let exchanged = gone.flatMap { old in
            come.map { new in Told(fields: old.parts(differingFrom: new), claims: [old, new], .removed) }
        }
        let alone = changes.filter { $0.kind != .changed }.map {
            Told(fields: [], claims: $0.lost + $0.gained, $0.headline)
        }
        return paired + exchanged + alone
    }

    private init(fields: [String], claims: [Claim], _ headline: Headline) {
        self.fields = fields
        words = claims.map(\.allWords).joined(separator: " ").lowercased()
        let statement = claims.last.map { "\($0.subject.text) › \($0.predicateText)" } ?? ""
        summary = "\(headline.rawValue) (\(fields.joined(separator: ", "))) \(statement)"
    }
}

extension Claim {
    /// Everything the claim says, but for its quotation.
    fileprivate var allWords: String {
        let values = [subject, object].compactMap(\.self) + arguments.sorted { $0.key < $1.key }.map(\.value)
        return ([predicate, predicateText] + values.map(\.text)).joined(separator: " ")
    }

    /// The names of the parts in which two claims differ.
    fileprivate func parts(differingFrom other: Claim) -> [String] {
        let roles = Set(arguments.keys).union(other.arguments.keys).sorted()
        let parts: [(String, Bool)] =
            [
                ("subject", subject == other.subject), ("predicate", predicate == other.predicate),
                ("object", object == other.object),
            ]
            + roles.map { ("arguments.\($0)", arguments[$0] == other.arguments[$0]) }
            + [
                ("time", time == other.time), ("polarity", polarity == other.polarity),
                ("certainty", certainty == other.certainty), ("modality", modality == other.modality),
                ("attribution", attribution == other.attribution),
            ]
        return parts.filter { !$0.1 }.map(\.0)
    }
}
