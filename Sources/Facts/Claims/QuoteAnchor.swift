import Synchronization

/// Finds quotations in the stored bytes of one report.
///
/// Exactly once → exact. Several times → the one at the stated offset, otherwise orphaned. Not at all → the same after folding
/// runs of white space and quotation marks, and leaving out what is not seen. Still not → absent. Nothing is ever guessed.
///
/// In HTML a quotation is looked for in the words between the tags; it is exact where no tag and no character reference is in it.
package struct QuoteAnchor: Sendable {
    private let text: [UInt8]
    private let bodyStart: Int
    private let format: ReportFormat
    private let lines: LineCount
    private let foldedText = FoldedText()

    /// Looks in `text` from byte `bodyStart` on.
    package init(text: [UInt8], bodyStart: Int = 0, format: ReportFormat = .text) {
        self.text = text
        self.bodyStart = bodyStart
        self.format = format
        lines = LineCount(text)
    }

    /// The text as quotations are compared with it where they do not stand in it as they are, which most do.
    private var folded: MappedText {
        foldedText.value { format == .html ? MappedText(markup: text) : MappedText(text, from: bodyStart) }
    }

    /// Looks in the text of a report.
    package init(_ report: Report) {
        self.init(text: report.text, bodyStart: report.record.bodyStart, format: report.record.format)
    }

    /// Where the quotation stands, or `nil` when it does not.
    package func evidence(for stated: StatedClaim.StatedEvidence) -> Evidence? {
        let quote = Array(stated.quote.utf8)
        if let there = atStatedPlace(stated, quote) { return there }
        // A tag has words too, which nobody reads.
        let places = format == .text ? text.occurrences(of: quote, from: bodyStart) : []
        if let place = Self.choose(places, stated.start) {
            return found(place..<(place + quote.count), stated.quote, stated)
        }
        if !places.isEmpty { return Evidence(quote: stated.quote, anchor: .orphaned) }
        let pattern = MappedText(quote, from: 0).bytes
        guard !pattern.isEmpty else { return nil }
        let matches = folded.bytes.occurrences(of: pattern).map { $0..<($0 + pattern.count) }
        guard !matches.isEmpty else { return nil }
        let sources = matches.map { folded.map.source(of: $0) }
        guard let start = Self.choose(sources.map(\.lowerBound), stated.start),
            let index = sources.firstIndex(where: { $0.lowerBound == start })
        else { return Evidence(quote: stated.quote, anchor: .orphaned) }
        return found(sources[index], words(sources[index], matches[index]), stated)
    }

    /// The quotation where it says it stands, so that not all of the text is searched for it; `nil` when it is not there.
    private func atStatedPlace(_ stated: StatedClaim.StatedEvidence, _ quote: [UInt8]) -> Evidence? {
        guard !quote.isEmpty, let start = stated.start, start >= bodyStart, start < text.count else { return nil }
        switch format {
        case .text:
            guard text[start...].starts(with: quote) else { return nil }
            return found(start..<(start + quote.count), stated.quote, stated)
        case .html:
            guard let end = stated.end, start < end, end <= text.count,
                let match = folded.map.text(of: start..<end), folded.map.source(of: match) == start..<end,
                folded.bytes[match].elementsEqual(MappedText(quote, from: 0).bytes)
            else { return nil }
            return found(start..<end, words(start..<end, match), stated)
        }
    }

    private static func choose(_ places: [Int], _ stated: Int?) -> Int? {
        places.count == 1 ? places[0] : places.first { $0 == stated }
    }

    /// The report's own spelling of what was found.
    private func words(_ source: Range<Int>, _ match: Range<Int>) -> String {
        String(decoding: format == .html ? folded.bytes[match] : text[source], as: UTF8.self)
    }

    private func found(_ source: Range<Int>, _ quote: String, _ stated: StatedClaim.StatedEvidence) -> Evidence {
        let line = lines.line(at: source.lowerBound, in: text)
        let place = TextRange(start: source.lowerBound, end: source.upperBound, line: line)
        let isExact = text[source].elementsEqual(stated.quote.utf8)
        return Evidence(quote: quote, anchor: isExact ? .exact(place) : .folded(place))
    }
}

/// A folded text that is made when it is first asked for.
private final class FoldedText: Sendable {
    private let made = Mutex<MappedText?>(nil)

    func value(_ make: () -> MappedText) -> MappedText {
        made.withLock { made in
            if let made { return made }
            let text = make()
            made = text
            return text
        }
    }
}

extension MappedText {
    /// A text from a byte on, as quotations are compared with it.
    fileprivate init(_ text: [UInt8], from start: Int) {
        self.init()
        if start < text.count { append(max(0, start)..<text.count, of: text) }
        trim()
    }
}

/// The number of a byte's line, by counts taken every so many bytes.
private struct LineCount: Sendable {
    private static let stride = 1 << 10
    private var countsBefore: [Int] = [0]

    init(_ text: [UInt8]) {
        for start in Swift.stride(from: 0, to: text.count, by: Self.stride) {
            let end = min(start + Self.stride, text.count)
            countsBefore.append((countsBefore.last ?? 0) + text[start..<end].count { $0 == 0x0A })
        }
    }

    /// The line from 1.
    func line(at offset: Int, in text: [UInt8]) -> Int {
        let chunk = offset / Self.stride
        return countsBefore[chunk] + text[(chunk * Self.stride)..<offset].count { $0 == 0x0A } + 1
    }
}
