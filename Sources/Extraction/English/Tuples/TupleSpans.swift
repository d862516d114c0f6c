import Linguistics

/// The words of relations and arguments, as they stand in the sentence.
struct TupleSpans {
    let text: ParsedText

    /// A noun with what modifies it: no apposition, no coordinated noun, no relative clause.
    ///
    /// - Parameter isFull: whether a participle or infinitive that hangs on it belongs to it.
    func phrase(of head: Int, isFull: Bool = false) -> [Int] {
        let modifiers = text.children[head].filter { belongs($0, isFull: isFull) }
        return trimmed(([head] + modifiers.flatMap(all(of:))).sorted())
    }

    /// Coordinated nouns with everything between them.
    func phrase(ofAll heads: [Int]) -> [Int] {
        guard heads.count > 1 else { return heads.flatMap { phrase(of: $0) } }
        return trimmed(Array(Set(heads.flatMap(all(of:)))).sorted())
    }

    /// All that depends on a token, but for relative clauses and asides.
    func all(of head: Int) -> [Int] {
        var tokens: [Int] = []
        var front = [head]
        while let next = front.popLast() {
            tokens.append(next)
            front += text.children[next].filter { child in
                ![.relativeClause, .parataxis].contains(text.label(child))
                    && !(text.label(child) == .punctuation && [";", "."].contains(text.tokens[child].text))
            }
        }
        return trimmed(tokens.sorted())
    }

    private func belongs(_ child: Int, isFull: Bool) -> Bool {
        switch text.label(child) {
        case .relativeClause, .apposition, .parataxis, .adverbialClause, .marker, .coordinator, .conjunct, .preconjunct:
            false
        case .clausalAdjunct: isFull
        case .punctuation: !Self.marks.contains(text.tokens[child].text)
        default: true
        }
    }

    private static let marks: Set<String> = [",", ";", ":", "(", ")", ".", "—", "--", "–"]

    /// Tokens without marks and conjunctions at their ends.
    private func trimmed(_ tokens: [Int]) -> [Int] {
        guard let first = tokens.firstIndex(where: { !isLoose($0) }),
            let last = tokens.lastIndex(where: { !isLoose($0) })
        else { return tokens }
        return Array(tokens[first...last])
    }

    private func isLoose(_ token: Int) -> Bool {
        [",", ";", ":", "-", "--", "—", "."].contains(text.tokens[token].text) || text.label(token) == .coordinator
    }
}
