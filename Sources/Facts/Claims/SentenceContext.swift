/// The sentence that a quotation stands in, with the one before and the one after.
///
/// It is what an extractor that works sentence by sentence may have looked at.
package struct SentenceContext: Hashable, Sendable {
    private let bytes: [UInt8]

    /// The context of a place in a report.
    package init(of range: TextRange, in words: ReportWords) {
        let place = words.range(of: range.start..<range.end)
        self.init(of: TextRange(start: place.lowerBound, end: place.upperBound, line: range.line), in: words.bytes)
    }

    /// The sentence alone that a place of a report stands in, with all sentences that it touches; `nil` where the place has no words.
    package static func sentence(of range: TextRange, in words: ReportWords) -> String? {
        place(of: range, in: words).map { String(decoding: words.bytes[$0], as: UTF8.self) }
    }

    /// Where that sentence stands among the words.
    static func place(of range: TextRange, in words: ReportWords) -> Range<Int>? {
        let (place, text) = (words.range(of: range.start..<range.end), words.bytes)
        guard !place.isEmpty, place.upperBound <= text.count else { return nil }
        let start =
            SentenceBoundary(in: text).stands(at: place.lowerBound)
            ? place.lowerBound : sentenceStart(before: place.lowerBound, in: text)
        let end = sentenceEnd(after: place.upperBound - 1, in: text)
        let sentence = text[start..<end].trimmingSpace
        return sentence.startIndex..<sentence.endIndex
    }

    /// Whether the same words stand in another report.
    package func stands(in words: ReportWords) -> Bool { stands(in: words.bytes) }

    /// The context of a place in a text.
    init(of range: TextRange, in text: [UInt8]) {
        var start = max(0, min(range.start, text.count))
        var end = max(start, min(range.end, text.count))
        for _ in 0..<2 { start = Self.sentenceStart(before: start, in: text) }
        for _ in 0..<2 { end = Self.sentenceEnd(after: end, in: text) }
        bytes = Array(text[start..<end])
    }

    /// Whether the same bytes stand in another text.
    func stands(in text: [UInt8]) -> Bool { !text.occurrences(of: bytes, from: 0).isEmpty }

    /// Where the sentences of a text stand from some byte on, in their order, without the white space around them.
    static func sentences(of text: [UInt8], from first: Int) -> [Range<Int>] {
        let boundary = SentenceBoundary(in: text)
        let starts = [first] + text.indices[first...].filter { $0 > first && boundary.stands(at: $0) }
        return zip(starts, starts.dropFirst() + [text.count]).compactMap { start, end in
            let sentence = text[start..<end].trimmingSpace
            return sentence.isEmpty ? nil : sentence.startIndex..<sentence.endIndex
        }
    }

    /// The nearest sentence start before `position`.
    private static func sentenceStart(before position: Int, in text: [UInt8]) -> Int {
        let boundary = SentenceBoundary(in: text)
        var index = max(0, position - 1)
        while index > 0, !boundary.stands(at: index) { index -= 1 }
        return index
    }

    /// The nearest sentence start after `position`, or the end of the text.
    private static func sentenceEnd(after position: Int, in text: [UInt8]) -> Int {
        let boundary = SentenceBoundary(in: text)
        var index = min(text.count, position + 1)
        while index < text.count, !boundary.stands(at: index) { index += 1 }
        return index
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without the white space around them.
    fileprivate var trimmingSpace: ArraySlice<UInt8> {
        let rest = drop { $0.isASCIISpace }
        return rest.prefix(
            (rest.lastIndex { !$0.isASCIISpace } ?? rest.startIndex - 1) - rest.startIndex + 1)
    }
}
