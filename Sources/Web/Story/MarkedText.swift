import Rendering

/// A text of which some parts are marked: runs of words, each under the marks that it lies under.
struct MarkedText {
    /// A run of words.
    struct Run {
        let words: ArraySlice<UInt8>
        /// The numbers of the marks that begin here.
        let opening: [Int]
        /// The numbers of the marks that it lies under.
        let marks: [Int]
    }

    /// The runs in order.
    let runs: [Run]

    /// The words in a part of a text, with marks that are parts of it by number; a mark may lie over another or inside it.
    init(_ words: [UInt8], in part: Range<Int>, marks: [(number: Int, range: Range<Int>)]) {
        let marks = marks.map { (number: $0.number, range: $0.range.clamped(to: part)) }.filter { !$0.range.isEmpty }
        let ends = Set(
            marks.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [part.lowerBound, part.upperBound])
        let places = ends.sorted()
        runs = zip(places, places.dropFirst()).map { start, end in
            Run(
                words: words[start..<end],
                opening: marks.filter { $0.range.lowerBound == start }.map(\.number),
                marks: marks.filter { $0.range.lowerBound <= start && end <= $0.range.upperBound }.map(\.number))
        }
    }
}

extension MarkedText.Run {
    /// Its words, visible; the spaces at its ends are kept, for another run goes on there.
    var html: HTML {
        let text = String(decoding: words, as: UTF8.self)
        let space = HTML(VisibleText.space)
        let isSpace = text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
        if isSpace { return text.isEmpty ? .nothing : space }
        return (text.first?.isWhitespace ?? false ? space : .nothing) + HTML(VisibleText(text, limit: .max))
            + (text.last?.isWhitespace ?? false ? space : .nothing)
    }
}
