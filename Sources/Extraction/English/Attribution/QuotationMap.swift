import Linguistics

/// Which bytes of a passage stand inside quotation marks.
///
/// A mark opens after white space, a bracket or nothing, and closes otherwise. A passage that opens with a mark and never
/// closes it goes on in the next one, which opens with a mark again.
struct QuotationMap: Hashable, Sendable {
    /// The bytes between two marks, in order.
    let quotations: [Range<Int>]
    /// Whether the last quotation is not closed.
    let isOpenAtEnd: Bool

    /// Reads the marks of a passage.
    init(_ text: String) {
        var found: [Range<Int>] = []
        var start: Int?
        var previous: UInt8 = 0x20
        for (index, byte) in text.utf8.enumerated() {
            if byte == 0x22 {
                let isOpening = previous == 0x20 || previous == 0x28 || previous == 0x5B
                if isOpening, start == nil {
                    start = index + 1
                } else if let from = start, !isOpening || index == text.utf8.count - 1 {
                    found.append(from..<index)
                    start = nil
                }
            }
            previous = byte
        }
        isOpenAtEnd = start != nil
        if let start { found.append(start..<text.utf8.count) }
        quotations = found
    }

    /// Whether all of some bytes but marks and full stops at their ends is quoted.
    func covers(_ range: Range<Int>) -> Bool {
        quotations.contains { $0.lowerBound <= range.lowerBound + 1 && range.upperBound <= $0.upperBound + 2 }
    }

    /// What is quoted of some bytes, counted from the first of them.
    func parts(in range: Range<Int>) -> [Range<Int>] {
        quotations.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
            .map { ($0.lowerBound - range.lowerBound)..<($0.upperBound - range.lowerBound) }
    }
}
