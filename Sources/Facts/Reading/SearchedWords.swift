/// Words in the form in which they are looked for in sentences: lower case, without diacritics, apostrophes and full stops, in NFD.
enum SearchedWords {
    /// The words of a text: runs of letters and digits.
    static func words(of text: String) -> [String] {
        if let plain = plainWords(of: text) { return plain }
        return folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The text whose runs of letters and digits they are.
    static func folded(_ text: String) -> String { EntityKey.folded(Substring(text.foldedForm)) }

    /// The same for a text of ASCII alone, byte by byte; `nil` for any other.
    private static func plainWords(of text: String) -> [String]? {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var folded = text.foldedForm.utf8.filter { $0 != UInt8(ascii: "`") }
        if folded.suffix(2).elementsEqual("'s".utf8) { folded.removeLast(2) }
        folded.removeAll { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: ".") }
        return folded.split { !isPlain($0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
}

extension Report {
    /// The words of each sentence of its body in the form in which ``SentenceSearch`` looks for them, one space between two.
    package var searchedSentences: [String] {
        let words = ReportWords(self)
        let text = words.bytes
        return SentenceContext.sentences(of: text, from: bodyStart(of: text)).map { place in
            SearchedWords.words(of: String(decoding: text[place], as: UTF8.self)).joined(separator: " ")
        }
    }

    /// Where its body starts among its words; what stands before is about the report.
    func bodyStart(of words: [UInt8]) -> Int { record.format == .text ? min(record.bodyStart, words.count) : 0 }
}
