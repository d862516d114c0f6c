/// A text with its tokens, their dependency trees, and the names in it.
package struct ParsedText: Hashable, Sendable {
    /// The text that was read.
    package let text: String
    /// Its tokens in order.
    package let tokens: [Token]
    /// The named entities in order; they do not overlap.
    package let entities: [NamedEntity]
    /// The tokens of each sentence, in order; together they are all tokens.
    package let sentences: [Range<Int>]
    /// For each token, the tokens that depend on it, in order.
    package let children: [[Int]]
    /// For each token, the named entity it is a part of: an index into ``entities``.
    private let entityOfToken: [Int?]

    /// Tokens whose heads are indices into the same array.
    package init(text: String, tokens: [Token], entities: [NamedEntity], sentences: [Range<Int>]) {
        (self.text, self.tokens, self.entities, self.sentences) = (text, tokens, entities, sentences)
        var children = [[Int]](repeating: [], count: tokens.count)
        for (index, token) in tokens.enumerated() where token.head != index { children[token.head].append(index) }
        self.children = children
        var owners = [Int?](repeating: nil, count: tokens.count)
        for (number, entity) in entities.enumerated() { for index in entity.tokens { owners[index] = number } }
        entityOfToken = owners
    }

    /// The named entity that a token is a part of.
    package func entity(at token: Int) -> NamedEntity? { entityOfToken[token].map { entities[$0] } }

    /// The tokens from the first to the last that a token governs at any remove, itself among them.
    package func subtree(of token: Int) -> ClosedRange<Int> {
        var (low, high) = (token, token)
        var front = [token]
        while let next = front.popLast() {
            (low, high) = (min(low, next), max(high, next))
            front += children[next]
        }
        return low...high
    }

    /// The UTF-8 bytes from the first to the last of some tokens.
    package func bytes(of tokens: ClosedRange<Int>) -> Range<Int> {
        self.tokens[tokens.lowerBound].range.lowerBound..<self.tokens[tokens.upperBound].range.upperBound
    }

    /// The words from the first to the last of some tokens, as they stand in the text.
    package func words(of tokens: ClosedRange<Int>) -> String {
        let utf8 = text.utf8
        let range = bytes(of: tokens)
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return String(text[start..<utf8.index(start, offsetBy: range.count)])
    }
}

/// A name, date, number or amount that the model marked.
package struct NamedEntity: Hashable, Sendable {
    /// Indices of its tokens.
    package let tokens: Range<Int>
    /// What it names: PERSON, ORG, GPE, NORP, DATE, MONEY and so on (OntoNotes 5 in English).
    package let label: String

    /// A name over some tokens.
    package init(tokens: Range<Int>, label: String) {
        self.tokens = tokens
        self.label = label
    }
}
