import Linguistics

/// The words of a sentence in the spelling of a vocabulary's phrases, made once for all of its clauses.
struct SpelledText: Sendable {
    /// For each token, its lemma.
    let lemmas: [String]
    /// For each token, its letters.
    let words: [String]
    /// For each numbered word, whether a token is a form of it.
    private let stands: [Bool]

    /// The words of a sentence.
    ///
    /// - Parameter numbers: numbers, from 0, of the words that phrases ask for.
    init(_ text: ParsedText, numbers: [String: Int] = [:]) {
        lemmas = text.tokens.map { WordForms.spelling($0.lemma) }
        words = text.tokens.map { WordForms.spelling($0.text) }
        var stands = [Bool](repeating: false, count: numbers.count)
        for place in text.tokens.indices {
            if let number = numbers[lemmas[place]] { stands[number] = true }
            if let number = numbers[words[place]] { stands[number] = true }
        }
        self.stands = stands
    }

    /// Whether a token is a form of one of some numbered words.
    func has(oneOf numbers: [Int]) -> Bool { numbers.contains { stands[$0] } }
}
