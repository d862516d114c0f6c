package import Facts

/// A passage of a report, and the way from its words back to the report's bytes.
package struct ReportPassage: Sendable {
    /// What an extractor reads.
    package let passage: Passage
    /// The block that it is, or is a part of.
    package let block: Block
    /// The first UTF-8 byte of the block's text that is in the passage.
    package let start: Int
    private let words: ReportWords

    init(_ passage: Passage, _ block: Block, start: Int, _ words: ReportWords) {
        (self.passage, self.block, self.start, self.words) = (passage, block, start, words)
    }

    /// The claim with its quotations as they stand in the report, each with its place there.
    ///
    /// A quotation whose place in the passage is not sure is left as it is, without a place.
    package func located(_ claim: StatedClaim) -> StatedClaim {
        var claim = claim
        claim.evidence = claim.evidence.map(located)
        return claim
    }

    /// The stored bytes of the report that some bytes of the passage stand for.
    package func source(of range: Range<Int>) -> Range<Int> {
        block.map.source(of: (range.lowerBound + start)..<(range.upperBound + start))
    }

    private func located(_ evidence: StatedClaim.StatedEvidence) -> StatedClaim.StatedEvidence {
        guard let range = place(of: evidence) else { return .init(quote: evidence.quote) }
        let source = source(of: range)
        guard let quote = words.quote(at: source) else { return .init(quote: evidence.quote) }
        return .init(quote: quote, start: source.lowerBound, end: source.upperBound)
    }

    /// Where a quotation stands in the passage: where it says, else where it stands once.
    private func place(of evidence: StatedClaim.StatedEvidence) -> Range<Int>? {
        let (text, quote) = (Array(passage.text.utf8), Array(evidence.quote.utf8))
        guard !quote.isEmpty else { return nil }
        if let start = evidence.start, start >= 0, start <= text.count, text[start...].starts(with: quote) {
            return start..<(start + quote.count)
        }
        let places = text.occurrences(of: quote)
        return places.count == 1 ? places[0]..<(places[0] + quote.count) : nil
    }
}

extension Report {
    /// What is to be read of the report, in order: its prose, but for headings, each with the passages before it.
    ///
    /// A block longer than ``Passage/maximumLength`` is several passages, parted where a sentence seems to end.
    package var passages: [ReportPassage] { passages(of: blocks) }

    /// What is to be read of blocks of the report.
    package func passages(of blocks: [Block]) -> [ReportPassage] {
        let words = ReportWords(self)
        var passages: [ReportPassage] = []
        var before: [String] = []
        for block in blocks where block.isRead {
            for (start, text) in block.text.parts(upTo: Passage.maximumLength) {
                passages.append(ReportPassage(Passage(text, of: record, before: before), block, start: start, words))
                before = (before + [text]).suffix(Passage.contextLength)
            }
        }
        return passages
    }
}

extension Block {
    /// Whether it is a passage: headings of a report say again what its text says, and not in sentences.
    package var isRead: Bool {
        if case .heading = kind { return false }
        return isProse
    }
}

extension Passage {
    /// A passage has this many UTF-8 bytes at most.
    package static let maximumLength = 8_000
}

extension String {
    /// The text in parts of at most `limit` UTF-8 bytes, each with its first byte; a part ends behind a sentence, or a word, or
    /// where it must.
    fileprivate func parts(upTo limit: Int) -> [(start: Int, text: String)] {
        let bytes = Array(utf8)
        var parts: [(start: Int, text: String)] = []
        var start = 0
        while bytes.count - start > limit {
            let window = bytes[start..<(start + limit)]
            let half = window.suffix(limit / 2)
            let sentence = half.indices.dropLast().last { bytes[$0 + 1] == 0x20 && ".!?".utf8.contains(bytes[$0]) }
            let word = sentence ?? half.indices.dropLast().last { bytes[$0 + 1] == 0x20 }
            let end = word.map { $0 + 1 } ?? window.indices.last { bytes[$0] & 0xC0 != 0x80 } ?? window.endIndex
            parts.append((start, String(decoding: bytes[start..<end], as: UTF8.self)))
            start = end < bytes.count && bytes[end] == 0x20 ? end + 1 : end
        }
        if start < bytes.count { parts.append((start, String(decoding: bytes[start...], as: UTF8.self))) }
        return parts
    }
}
