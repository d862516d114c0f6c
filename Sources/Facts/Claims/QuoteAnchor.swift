/// Finds quotations in the stored bytes of one report.
///
/// Exactly once → exact. Several times → the one at the stated offset, otherwise orphaned. Not at all → the same after folding
/// runs of white space and quotation marks. Still not → absent. Nothing is ever guessed.
package struct QuoteAnchor: Sendable {
    private let text: [UInt8]
    private let bodyStart: Int
    private let lineStarts: [Int]
    private let folded: FoldedText

    /// Looks in `text` from byte `bodyStart` on.
    package init(text: [UInt8], bodyStart: Int = 0) {
        self.text = text
        self.bodyStart = bodyStart
        lineStarts = [0] + text.indices.filter { text[$0] == 0x0A }.map { $0 + 1 }
        folded = FoldedText(text, from: bodyStart)
    }

    /// Where the quotation stands, or `nil` when it does not.
    package func evidence(for stated: StatedClaim.StatedEvidence) -> Evidence? {
        let quote = Array(stated.quote.utf8)
        let places = text.occurrences(of: quote, from: bodyStart)
        if let place = Self.choose(places, stated.start) {
            return found(place..<(place + quote.count), Evidence.Anchor.exact)
        }
        if !places.isEmpty { return Evidence(quote: stated.quote, anchor: .orphaned) }
        let pattern = FoldedText(quote, from: 0).bytes
        guard !pattern.isEmpty else { return nil }
        let matches = folded.bytes.occurrences(of: pattern, from: 0).map { folded.range($0..<($0 + pattern.count)) }
        guard !matches.isEmpty else { return nil }
        guard let start = Self.choose(matches.map(\.lowerBound), stated.start),
            let match = matches.first(where: { $0.lowerBound == start })
        else { return Evidence(quote: stated.quote, anchor: .orphaned) }
        return found(match, Evidence.Anchor.folded)
    }

    private static func choose(_ places: [Int], _ stated: Int?) -> Int? {
        places.count == 1 ? places[0] : places.first { $0 == stated }
    }

    private func found(_ range: Range<Int>, _ anchor: (TextRange) -> Evidence.Anchor) -> Evidence {
        let place = TextRange(start: range.lowerBound, end: range.upperBound, line: line(at: range.lowerBound))
        return Evidence(quote: String(decoding: text[range], as: UTF8.self), anchor: anchor(place))
    }

    private func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// A text with runs of white space made one space and quotation marks made straight, and the way back.
private struct FoldedText: Sendable {
    private(set) var bytes: [UInt8] = []
    /// For each folded byte, the source bytes it stands for.
    private var sources: [Range<Int>] = []

    init(_ text: [UInt8], from start: Int) {
        var position = start
        while position < text.count {
            let (folded, length) = Self.fold(text, position)
            let repeatsSpace = folded == 0x20 && (bytes.isEmpty || bytes.last == 0x20)
            if !repeatsSpace {
                bytes.append(folded)
                sources.append(position..<(position + length))
            }
            position += length
        }
        if bytes.last == 0x20 { bytes.removeLast() }
    }

    /// The source bytes of a range of folded bytes that does not end in a space.
    func range(_ folded: Range<Int>) -> Range<Int> {
        sources[folded.lowerBound].lowerBound..<sources[folded.upperBound - 1].upperBound
    }

    /// The byte that stands for what is at `position`, and how many bytes that is.
    private static func fold(_ text: [UInt8], _ position: Int) -> (byte: UInt8, length: Int) {
        let byte = text[position]
        switch byte {
        case 0x09...0x0D, 0x20: return (0x20, 1)
        case 0xC2 where position + 1 < text.count && text[position + 1] == 0xA0: return (0x20, 2)
        case 0xE2 where position + 2 < text.count && text[position + 1] == 0x80:
            switch text[position + 2] {
            case 0x98, 0x99, 0x9A, 0x9B: return (UInt8(ascii: "'"), 3)
            case 0x9C, 0x9D, 0x9E, 0x9F: return (UInt8(ascii: "\""), 3)
            case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return (0x20, 3)
            default: return (byte, 1)
            }
        case 0xE3 where position + 2 < text.count && text[position + 1] == 0x80 && text[position + 2] == 0x80:
            return (0x20, 3)
        default: return (byte, 1)
        }
    }
}

extension [UInt8] {
    /// Where `pattern` starts in these bytes, overlapping occurrences included, in order; linear time.
    ///
    /// Source: Knuth, Morris, Pratt, "Fast Pattern Matching in Strings", SIAM J. Comput. 6 (1977).
    package func occurrences(of pattern: [UInt8], from start: Int = 0) -> [Int] {
        guard !pattern.isEmpty, count >= pattern.count else { return [] }
        let borders = pattern.borders
        var places: [Int] = []
        var matched = 0
        for position in Swift.max(0, start)..<Swift.max(count, start) {
            while matched > 0, self[position] != pattern[matched] { matched = borders[matched - 1] }
            if self[position] == pattern[matched] { matched += 1 }
            if matched == pattern.count {
                places.append(position + 1 - matched)
                matched = borders[matched - 1]
            }
        }
        return places
    }

    /// For each prefix, the length of the longest proper border.
    private var borders: [Int] {
        var result = [Int](repeating: 0, count: count)
        var matched = 0
        for position in indices.dropFirst() {
            while matched > 0, self[position] != self[matched] { matched = result[matched - 1] }
            if self[position] == self[matched] { matched += 1 }
            result[position] = matched
        }
        return result
    }
}
