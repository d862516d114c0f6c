package import Facts

/// The words of one version of a report, paragraph by paragraph, with the way back to its bytes.
package struct ReportText: Sendable {
    /// What a paragraph is in its report.
    package enum Kind: Hashable, Sendable {
        case words, title, item
        /// What is no running text: a table's cell, a caption, what surrounds an article.
        case aside
    }

    /// A paragraph.
    package struct Paragraph: Sendable {
        /// What it is.
        package let kind: Kind
        /// Its words in UTF-8.
        package let words: [UInt8]
        /// Which stored bytes each of them stands for.
        package let map: SourceMap
        /// The line in which it begins, from 1.
        package let line: Int

        /// A paragraph.
        package init(_ kind: Kind, words: [UInt8], map: SourceMap, line: Int) {
            (self.kind, self.words, self.map, self.line) = (kind, words, map, line)
        }
    }

    /// The paragraphs in order.
    package let paragraphs: [Paragraph]

    /// A text of paragraphs.
    package init(_ paragraphs: [Paragraph]) { self.paragraphs = paragraphs }
}

extension ReportText.Paragraph {
    /// The stored bytes from the first to the last that its words stand for.
    var source: Range<Int> { map.source(of: 0..<words.count) }

    /// The part of its words that some stored bytes are; `nil` when none of them are.
    ///
    /// What a place has of markup, wrapping and other paragraphs is left aside. Takes a time that grows with the logarithm of the
    /// words.
    func words(at place: TextRange) -> Range<Int>? {
        let start = first { map.source(of: $0..<$0 + 1).upperBound > place.start }
        let end = first { map.source(of: $0..<$0 + 1).lowerBound >= place.end }
        let (lower, upper) = (wholeCharacter(before: start), wholeCharacter(after: end))
        return lower < upper ? lower..<upper : nil
    }

    /// The first byte for which something holds that then holds for all that follow.
    private func first(where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func wholeCharacter(before byte: Int) -> Int {
        var byte = byte
        while byte > 0, byte < words.count, words[byte] & 0xC0 == 0x80 { byte -= 1 }
        return byte
    }

    private func wholeCharacter(after byte: Int) -> Int {
        var byte = byte
        while byte < words.count, words[byte] & 0xC0 == 0x80 { byte += 1 }
        return byte
    }
}
