/// The words of a block in lower case without punctuation at their ends, as the rules for what is no prose look at them.
struct BlockWords {
    /// The words in order.
    let words: [String]
    /// The block's text in lower case.
    let text: String
    /// Whether it ends as a sentence does.
    let isSentence: Bool

    /// The words of a text, or `nil` when it is longer than any rule looks at.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        self.text = text.lowercased()
        words = self.text.split { " /|·•,".contains($0) }.map { word in
            String(
                word.drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
        }.filter { !$0.isEmpty }
        isSentence = text.last.map { ".!?\"'".contains($0) } ?? false
    }

    /// Longer blocks are prose whatever they say.
    static let longest = 400

    /// Whether there are at most `limit` words, all of `known` and one at least of `telling`.
    func areOnly(_ known: Set<String>, with telling: Set<String>, limit: Int) -> Bool {
        words.count <= limit && words.allSatisfy { known.contains($0) || telling.contains($0) }
            && words.contains(where: telling.contains)
    }

    /// Whether the text begins with one of some phrases.
    func begins(with phrases: [String]) -> Bool { phrases.contains(where: text.hasPrefix) }

    /// Whether the text is one of some phrases, but for punctuation.
    func are(_ phrases: Set<String>) -> Bool { phrases.contains(words.joined(separator: " ")) }

    /// Whether one of some phrases stands in the text.
    func mention(_ phrases: [String]) -> Bool { phrases.contains(where: text.contains) }
}
