import Facts

/// The words of a block in lower case without punctuation at their ends, as the rules for what is no prose look at them.
struct BlockWords {
    /// The words in order.
    let words: [String]
    /// The block's text in lower case, in UTF-8: comparing strings by characters takes ten times as long.
    let bytes: [UInt8]
    /// Whether it ends as a sentence does.
    let isSentence: Bool
    /// Whether it stands in brackets.
    let isBracketed: Bool

    /// The words of a text, or `nil` when it is longer than any rule looks at.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        let text = text.lowercased()
        bytes = Array(text.utf8)
        words = text.utf8.split { " /|,".utf8.contains($0) }.compactMap { Self.trimmed(Substring($0)) }
        isSentence = text.utf8.last.map { ".!?\"'".utf8.contains($0) } ?? false
        let ends = [text.utf8.first, text.utf8.last].compactMap { $0 }
        isBracketed = ends.elementsEqual("()".utf8) || ends.elementsEqual("[]".utf8)
    }

    /// Longer blocks are prose whatever they say.
    private static let longest = 300

    private static func trimmed(_ word: Substring) -> String? {
        var scalars = word.unicodeScalars[...]
        while let first = scalars.first, !first.isWordPart { scalars.removeFirst() }
        while let last = scalars.last, !last.isWordPart { scalars.removeLast() }
        return scalars.isEmpty ? nil : String(scalars)
    }

    /// Whether there are at most `limit` words, all of `known` or `telling`, and one at least of `telling`.
    func areOnly(_ known: Set<String>, with telling: Set<String>, limit: Int) -> Bool {
        words.count <= limit && words.allSatisfy { known.contains($0) || telling.contains($0) }
            && words.contains(where: telling.contains)
    }

    /// Whether the text begins with one of some phrases.
    func begins(with phrases: [String]) -> Bool { phrases.contains { bytes.starts(with: $0.utf8) } }

    /// Whether one of some phrases stands in the text.
    func mention(_ phrases: [String]) -> Bool { phrases.contains { !bytes.occurrences(of: Array($0.utf8)).isEmpty } }
}

extension Unicode.Scalar {
    fileprivate var isWordPart: Bool { properties.isAlphabetic || properties.numericType != nil }
}
