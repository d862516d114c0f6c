import Facts
import Rendering

/// A quotation in the paragraph that it was taken from.
struct Passage {
    private let paragraph: ReportText.Paragraph
    private let quote: Range<Int>

    /// Where a quotation stands in a text; `nil` when it stands nowhere there.
    init?(of evidence: Evidence, in text: ReportText) {
        guard let place = evidence.range else { return nil }
        for paragraph in text.paragraphs {
            guard let quote = paragraph.words(at: place) else { continue }
            (self.paragraph, self.quote) = (paragraph, quote)
            return
        }
        return nil
    }

    /// Bytes before and after a quotation that are shown at most.
    private static let horizon = 700
    /// Bytes of a quotation that are shown at most.
    private static let longest = 4000

    /// The paragraph with the quotation marked; of a long one the part around it.
    var html: HTML {
        let start = quote.lowerBound > Self.horizon ? space(after: quote.lowerBound - Self.horizon) : 0
        let end =
            paragraph.words.count - quote.upperBound > Self.horizon
            ? space(after: quote.upperBound + Self.horizon) : paragraph.words.count
        let last = min(max(end, quote.upperBound), space(after: min(start + Self.longest, end)))
        let runs = MarkedText(paragraph.words, in: start..<last, marks: [(1, quote)]).runs
        let words = runs.map { $0.marks.isEmpty ? $0.html : HTML("mark", [], $0.html) }.joined
        return HTML(
            "p", [.class("passage"), .anyDirection], start > 0 ? HTML("… ") + HTML(VisibleText.space) : .nothing, words,
            last < paragraph.words.count ? HTML("…") : .nothing)
    }

    /// The first place from a byte on at which a word begins; the byte itself when there is none near.
    private func space(after byte: Int) -> Int {
        let bytes = paragraph.words
        guard byte < bytes.count else { return bytes.count }
        let near = bytes[byte...].prefix(80)
        if let space = near.firstIndex(of: 0x20) { return space + 1 <= bytes.count ? space : byte }
        return near.firstIndex { $0 & 0xC0 != 0x80 } ?? byte
    }
}
