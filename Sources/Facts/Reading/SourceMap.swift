/// Which bytes of a source each byte of a text made from it stands for.
///
/// Kept by runs: where the text follows its source byte for byte, a run of any length takes the room of one.
package struct SourceMap: Hashable, Sendable {
    /// Bytes that stand for as many of the source, one for one; or some bytes that stand for some others as a whole.
    private struct Run: Hashable {
        /// The first byte in the text.
        let start: Int
        /// The bytes of the source.
        var source: Range<Int>
    }

    private var runs: [Run] = []
    /// The length of the text in bytes.
    package private(set) var count = 0

    /// The map of an empty text.
    package init() {}

    /// The map of a text that is its source from byte `start` on.
    package init(identityOf source: Range<Int>) { append(source.count, for: source) }

    /// Notes that the next `length` bytes stand for `source`, which lies after what was noted before.
    package mutating func append(_ length: Int, for source: Range<Int>) {
        guard length > 0 else { return }
        if let last = runs.last, last.source.upperBound == source.lowerBound, length == source.count,
            last.source.count == count - last.start
        {
            runs[runs.count - 1].source = last.source.lowerBound..<source.upperBound
        } else {
            runs.append(Run(start: count, source: source))
        }
        count += length
    }

    /// Forgets the last byte, which stood for something by itself.
    package mutating func removeLast() {
        guard let last = runs.last else { return }
        count -= 1
        if count == last.start {
            runs.removeLast()
        } else {
            runs[runs.count - 1].source = last.source.lowerBound..<(last.source.upperBound - 1)
        }
    }

    /// The source bytes from the first to the last that some bytes of the text stand for.
    ///
    /// For no bytes, the place where they would be. Bytes beyond the text are left aside.
    package func source(of range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<count)
        guard let first = run(at: range.lowerBound) else { return 0..<0 }
        let start = isLinear(first) ? offset(of: range.lowerBound, in: first) : runs[first].source.lowerBound
        guard !range.isEmpty, let last = run(at: range.upperBound - 1) else { return start..<start }
        let end = isLinear(last) ? offset(of: range.upperBound, in: last) : runs[last].source.upperBound
        return start..<end
    }

    /// The bytes of the text that stand for exactly the bytes of `source`; `nil` where they begin or end inside of what stands for
    /// something else, or where nothing stands for them.
    package func text(of source: Range<Int>) -> Range<Int>? {
        guard !source.isEmpty, let first = run(holding: source.lowerBound),
            let last = run(holding: source.upperBound - 1)
        else { return nil }
        let isWhole = self.source(of: runs[first].start..<end(of: last))
        var (start, end) = (runs[first].start, end(of: last))
        if isLinear(first) { start += source.lowerBound - isWhole.lowerBound }
        if isLinear(last) { end -= isWhole.upperBound - source.upperBound }
        return start < end && self.source(of: start..<end) == source ? start..<end : nil
    }

    // MARK: runs

    private func end(of run: Int) -> Int { run + 1 < runs.count ? runs[run + 1].start : count }

    private func isLinear(_ run: Int) -> Bool { runs[run].source.count == end(of: run) - runs[run].start }

    private func offset(of byte: Int, in run: Int) -> Int { runs[run].source.lowerBound + byte - runs[run].start }

    /// The last run that starts at or before a byte of the text.
    private func run(at byte: Int) -> Int? { last { $0.start <= byte } }

    /// The run whose source has a byte.
    private func run(holding byte: Int) -> Int? {
        last { $0.source.lowerBound <= byte }.flatMap { runs[$0].source.contains(byte) ? $0 : nil }
    }

    /// The last run for which a condition holds that holds for all before it.
    private func last(where holds: (Run) -> Bool) -> Int? {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(runs[middle]) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
