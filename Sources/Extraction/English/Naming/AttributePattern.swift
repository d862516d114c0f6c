import Facts
import Linguistics

/// A quantity that the vocabulary calls by a noun: "death toll", "number of injured", "population".
///
/// The noun is the subject of a sentence that says how much it is or has become: "the death toll of the flood rose to 40".
struct AttributePattern: Hashable, Sendable {
    let noun: WordForms
    let modifiers: [WordForms]
    /// The words after "of" that belong to the noun.
    let complement: [WordForms]
    let predicate: String

    /// The pattern of a phrase; `nil` for one that has a verb or leaves something open.
    init?(_ phrase: String, predicate: String) {
        let words = phrase.lowercased().split(separator: " ").map(String.init).filter {
            !["a", "an", "the"].contains($0)
        }
        let split = words.firstIndex(of: "of") ?? words.endIndex
        guard let head = words[..<split].last, split < words.count - 1 || split == words.endIndex,
            !PhraseReader.isFormOfBe(words[0]), !["has", "had", "have"].contains(words[0])
        else { return nil }
        noun = WordForms(head)
        modifiers = words[..<split].dropLast().map(WordForms.init)
        complement = words[split...].dropFirst().map(WordForms.init)
        self.predicate = predicate
    }

    /// Whose the quantity is, and its value, when a clause of one of the ``verbs`` says it of this noun.
    func match(_ frame: ClauseFrame, types: EntityTypes) -> (owners: [Int], values: [Int], consumed: Set<Int>)? {
        guard let subject = frame.clause.subjects.first, frame.isForm(subject, of: noun) else { return nil }
        let near = frame.modifiers(of: subject)
        guard let before = Self.tokens(for: modifiers, in: near, frame),
            let after = Self.tokens(for: complement, in: frame.phrases(after: "of", under: subject), frame)
        else { return nil }
        let values = Self.values(frame, types)
        let owners = Self.owners(of: subject, besides: before + after, frame)
        return values.isEmpty || owners.isEmpty ? nil : (owners, values, Set(before + after + [subject]))
    }

    private static func tokens(for words: [WordForms], in tokens: [Int], _ frame: ClauseFrame) -> [Int]? {
        let found = words.compactMap { word in tokens.first { frame.isForm($0, of: word) } }
        return found.count == words.count ? found : nil
    }

    private static func values(_ frame: ClauseFrame, _ types: EntityTypes) -> [Int] {
        let after = ["to", "at"].flatMap { frame.obliques(after: $0) }
        return (frame.clause.objects + after).filter { token in
            ArgumentKind(token, in: frame.text, types: types).isCountable(token, in: frame.text)
        }
    }

    private static func owners(of noun: Int, besides used: [Int], _ frame: ClauseFrame) -> [Int] {
        let possessors = frame.possessors(of: noun)
        if !possessors.isEmpty { return possessors }
        for preposition in ["of", "in", "from", "for"] {
            let found = frame.phrases(after: preposition, under: noun).filter { !used.contains($0) }
            if !found.isEmpty { return found }
        }
        for token in used {
            let nested = ["in", "from", "of"].flatMap { frame.phrases(after: $0, under: token) }
            if !nested.isEmpty { return nested }
        }
        return Array(frame.holders(of: noun).filter { !used.contains($0) })
    }

    /// Verbs that say how much something is.
    static let verbs: Set<String> = [
        "be", "climb", "drop", "exceed", "fall", "grow", "hit", "increase", "decrease", "decline", "jump", "number",
        "pass",
        "reach", "remain", "rise", "soar", "stand", "surge", "top", "total",
    ]
}
