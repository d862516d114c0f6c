/// A quotation in its sentence, to be read by people: white space as single spaces.
package struct QuotedSentence: Hashable, Sendable {
    /// The words of the sentence before the quotation.
    package let before: String
    /// The quotation.
    package let quote: String
    /// The words after it.
    package let after: String

    /// The sentence that a quotation stands in; `nil` when its place is not known or has no words.
    package init?(_ evidence: Evidence, in words: ReportWords) {
        guard let range = evidence.range, let sentence = SentenceContext.place(of: range, in: words) else { return nil }
        let (text, quote) = (words.bytes, words.range(of: range.start..<range.end))
        before = Self.line(text[sentence.lowerBound..<max(sentence.lowerBound, quote.lowerBound)])
        self.quote = Self.line(text[quote])
        after = Self.line(text[min(quote.upperBound, sentence.upperBound)..<sentence.upperBound])
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> String {
        let space = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let words = bytes.split(whereSeparator: space).joined(separator: [0x20])
        let (start, end) = (bytes.first.map(space) == true, bytes.last.map(space) == true)
        let line = String(decoding: Array(words), as: UTF8.self)
        return (start && !line.isEmpty ? " " : "") + line + (end && !line.isEmpty ? " " : "")
    }
}
