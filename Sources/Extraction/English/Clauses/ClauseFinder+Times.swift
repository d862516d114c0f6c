import Linguistics

/// Which phrases say when.
extension ClauseFinder {
    /// Whether a token is the head of an expression of time.
    func isTime(_ token: Int) -> Bool {
        if text.isEntity(token, ["DATE", "TIME"]) { return !isAge(token) }
        return Lexicon.timeNouns.contains(text.lemma(token)) && text.tokens[token].partOfSpeech != .verb
    }

    private func isAge(_ token: Int) -> Bool {
        guard let entity = text.entity(at: token) else { return false }
        return entity.tokens.contains { ["old", "aged"].contains(text.norm($0)) }
    }

    /// The tokens of a phrase without the clauses that hang on it.
    func phrase(of head: Int) -> ClosedRange<Int> {
        var (low, high) = (head, head)
        var front = [head]
        while let next = front.popLast() {
            (low, high) = (min(low, next), max(high, next))
            front += text.children[next].filter { !Self.tails.contains(text.label($0)) }
        }
        return low...high
    }

    private static let tails: Set<DependencyLabel> = [
        .relativeClause, .clausalAdjunct, .apposition, .punctuation, .adverbialClause, .marker, .parataxis,
    ]
}
