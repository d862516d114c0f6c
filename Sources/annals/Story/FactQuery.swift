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

    private func matches(_ fact: Fact) -> Bool {
        let said = fact.claims.map(text).joined(separator: " ").foldedForm
        return words.allSatisfy(said.contains)
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
    static func line(_ fact: Fact, _ vocabulary: Vocabulary) -> String {
        let claim = fact.claims[0]
        let parts = [claim.subject.text, vocabulary.predicate(id: claim.predicate).label, claim.object?.text]
            .compactMap(\.self)
        return parts.joined(separator: " › ")
    }
}

extension Story {
    /// The fact that a person names: the start of its id, or words that only one fact says.
    func fact(_ name: String, at snapshot: Snapshot) throws -> Fact {
        // Letters alone may also be a word.
        if FactID.isPrefix(name), name.count >= 4, let found = try repository.everRecordedFact(name, from: snapshot.id)
        {
            return found.fact
        }
        let vocabulary = try snapshot.vocabulary()
        let found = FactQuery([name], vocabulary).filter(try snapshot.facts())
        guard found.count == 1 else {
            throw Failure.query(name, found.map { ($0.id, FactQuery.line($0, vocabulary)) })
        }
        return found[0]
    }
}
