import Facts

/// Tells a line break that only keeps lines short from one that ends a paragraph.
///
/// Whoever wraps lines at some width puts a word on the next one only where it does not fit. So a break after which the next word
/// would have fitted was meant.
struct HardWrap {
    /// Lines wider than this are not wrapped.
    static let widest = 120
    /// Lines that are all narrower than this are verse or an address.
    static let narrowest = 25

    private let bytes: [UInt8]
    /// The widest of the lines that may be wrapped, in the whole text; 0 where some paragraph is one long line.
    private let width: Int

    /// Looks at all groups of lines of a text.
    init(_ bytes: [UInt8], groups: [[TextLine]]) {
        self.bytes = bytes
        let hasLongLines = groups.contains { $0.contains { $0.shape == .text && $0.width > Self.widest } }
        width = hasLongLines ? 0 : groups.filter { $0.count > 1 }.map(\.widest).max() ?? 0
    }

    /// The lines of a paragraph, those together that make one.
    func joined(_ lines: [TextLine]) -> [[TextLine]] {
        // Of two lines the first is too often nearly as wide as the second by chance.
        let limit = lines.count > 2 ? lines.widest : width
        let full = zip(lines, lines.dropFirst()).map { isFull($0, before: $1, limit) }
        // The widest of several paragraphs of one line each looks full too.
        let isWrapped = full.count(where: \.self) * 2 > full.count
        var groups: [[TextLine]] = []
        for (index, line) in lines.enumerated() {
            if index > 0, lines.widest <= Self.widest,
                isWrapped && full[index - 1] || continues(lines[index - 1], line)
            {
                groups[groups.count - 1].append(line)
            } else {
                groups.append([line])
            }
        }
        return groups
    }

    /// A group of lines in which a dash or a number that wrapping put at the start of a line is no mark.
    func unmarked(_ group: [TextLine]) -> [TextLine] {
        var lines: [TextLine] = []
        for line in group {
            if line.shape == .item, let last = lines.last, last.shape == .text, bytes[last.whole].last != 0x3A,
                group.widest <= Self.widest, isFull(last, before: line, group.widest)
            {
                lines.append(TextLine(unmarked: line))
            } else {
                lines.append(line)
            }
        }
        return lines
    }

    /// Whether the first word of a line would not have fitted on the one before.
    private func isFull(_ former: TextLine, before line: TextLine, _ limit: Int) -> Bool {
        let end = line.whole.first { bytes[$0].isASCIISpace } ?? line.whole.upperBound
        return limit >= Self.narrowest && former.width + 1 + bytes.width(line.whole.lowerBound..<end) > limit
    }

    /// Whether a line goes on in the middle of the sentence before.
    private func continues(_ former: TextLine, _ line: TextLine) -> Bool {
        let endMarks = ".!?:;\"')]".utf8
        guard let first = line.content.first, let last = former.content.last, !endMarks.contains(bytes[last]) else {
            return false
        }
        return bytes.scalar(at: first).scalar?.properties.isLowercase == true
    }
}

extension [TextLine] {
    fileprivate var widest: Int { map(\.width).max() ?? 0 }
}
