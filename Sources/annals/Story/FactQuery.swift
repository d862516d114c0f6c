import FactRepository
import Facts

/// Words that a fact must say, in any order and any case.
struct FactQuery {
    private let words: [String]
    private let vocabulary: Vocabulary

    init(_ words: [String], _ vocabulary: Vocabulary) {
        self.words = words.flatMap { $0.foldedForm.split(separator: " ").map(String.init) }
        self.vocabulary = vocabulary
    }

    /// The facts that say all the words.
    func filter(_ facts: [Fact]) -> [Fact] { words.isEmpty ? facts : facts.filter(matches) }

    /// Whether a claim says all the words.
    func matches(_ claim: Claim) -> Bool {
        guard !words.isEmpty else { return true }
        let said = text(claim).foldedForm
        return words.allSatisfy(said.contains)
    }

    private func matches(_ fact: Fact) -> Bool {
        let said = fact.claims.map(text).joined(separator: " ").foldedForm
        return words.allSatisfy(said.contains)
    }

    /// The words with each that no fact says replaced by the nearest that one does; `nil` when that finds nothing.
    func nearest(in facts: [Fact]) -> String? {
        let said = facts.flatMap(\.claims).map(text).joined(separator: " ").foldedForm
        let known = Set(said.split(separator: " ").map(String.init)).sorted()
        let corrected = words.compactMap { said.contains($0) ? $0 : Suggestion.nearest(to: $0, in: known) }
        let query = FactQuery(corrected, vocabulary)
        return corrected.count == words.count && !query.filter(facts).isEmpty ? corrected.joined(separator: " ") : nil
    }

    /// What a claim says, with the names and labels that the vocabulary has for it.
    func text(_ claim: Claim) -> String {
        let values =
            [claim.subject, claim.object].compactMap(\.self) + claim.arguments.sorted { $0.key < $1.key }.map(\.value)
        let names = values.map { value in value.entity.flatMap { vocabulary.entities[$0]?.name } ?? "" }
        let predicate = vocabulary.predicate(id: claim.predicate).label
        return ([claim.subject.text, claim.predicateText, predicate] + values.dropFirst().map(\.text) + names).joined(
            separator: " ")
    }

    /// What a fact says, in a line.
    static func line(_ fact: Fact, _ vocabulary: Vocabulary) -> String { line(fact.claims[0], vocabulary) }

    /// What a claim says, in a line.
    static func line(_ claim: Claim, _ vocabulary: Vocabulary) -> String {
        let parts = [claim.subject.text, vocabulary.predicate(id: claim.predicate).label, claim.object?.text]
            .compactMap(\.self)
        return parts.joined(separator: " › ")
    }
}

extension Story {
    /// The fact that a person names: the start of its id, or words that only one fact says.
    func fact(_ name: String, at snapshot: Snapshot) throws -> Fact {
        // Letters alone may also be a word.
        if FactID.isPrefix(name), name.count >= 4, let found = try everRecordedFact(name, from: snapshot.id) {
            return found.fact
        }
        let vocabulary = try snapshot.vocabulary()
        let found = FactQuery([name], vocabulary).filter(try snapshot.facts())
        guard found.count == 1 else {
            throw Failure.query(
                name, found.map { ($0.id, FactQuery.line($0, vocabulary)) },
                nearest: found.isEmpty ? try nearestFact(name, at: snapshot) : nil)
        }
        return found[0]
    }

    /// The id or the words that somebody who mistyped them may have meant.
    private func nearestFact(_ name: String, at snapshot: Snapshot) throws -> String? {
        let facts = try snapshot.facts()
        let ids = FactID.isPrefix(name) && name.count >= 4 ? facts.map { String($0.id.letters.prefix(name.count)) } : []
        return try Suggestion.nearest(to: name, in: ids)
            ?? FactQuery([name], snapshot.vocabulary()).nearest(in: facts)
    }
}
