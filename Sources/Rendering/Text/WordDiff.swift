/// The difference between two texts, word by word, or piece by piece of another kind.
package struct WordDiff: Hashable, Sendable {
    /// A run of words.
    package enum Segment: Hashable, Sendable {
        /// Words of both texts.
        case kept(VisibleText)
        /// Words of the first alone.
        case removed(VisibleText)
        /// Words of the second alone.
        case added(VisibleText)
    }

    /// The runs in order; no two of one kind stand side by side, and what was removed stands before what was added.
    package let segments: [Segment]
    /// The fraction of the longer side's pieces that stayed, 0 to 1.
    let similarity: Double

    /// Cells of the table beyond which what differs is taken as a whole.
    private static let maximumCells = 1_000_000

    /// Compares two texts by their longest common subsequence of words.
    package init(from before: VisibleText, to after: VisibleText) { self.init(before.tokens, after.tokens) }

    /// Compares two texts in pieces by the longest common subsequence of these.
    ///
    /// Time and space are the product of the differing pieces of both, at most a million cells.
    init(_ a: [VisibleText], _ b: [VisibleText]) {
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (oldCore, newCore) = (Array(a[head..<a.count - tail]), Array(b[head..<b.count - tail]))
        let steps =
            a[..<head].map(Step.keep) + Self.steps(oldCore, newCore) + a[(a.count - tail)...].map(Step.keep)
        segments = Self.runs(steps)
        let longest = max(a.count { !$0.isSpace }, b.count { !$0.isSpace })
        let kept = steps.count { step in if case .keep(let token) = step { !token.isSpace } else { false } }
        similarity = longest == 0 ? 1 : Double(kept) / Double(longest)
    }

    private enum Step {
        case keep(VisibleText)
        case remove(VisibleText)
        case add(VisibleText)
    }

    private static func steps(_ a: [VisibleText], _ b: [VisibleText]) -> [Step] {
        guard !a.isEmpty, !b.isEmpty, a.count * b.count <= maximumCells else {
            return a.map(Step.remove) + b.map(Step.add)
        }
        let lengths = commonLengths(a, b)
        let width = b.count + 1
        var (i, j) = (0, 0)
        var steps: [Step] = []
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                steps.append(.keep(a[i]))
                i += 1
                j += 1
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                steps.append(.remove(a[i]))
                i += 1
            } else {
                steps.append(.add(b[j]))
                j += 1
            }
        }
        return steps + a[i...].map(Step.remove) + b[j...].map(Step.add)
    }

    /// The length of the longest common subsequence of every two suffixes.
    private static func commonLengths(_ a: [VisibleText], _ b: [VisibleText]) -> [Int] {
        let width = b.count + 1
        var lengths = [Int](repeating: 0, count: (a.count + 1) * width)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                lengths[i * width + j] =
                    a[i] == b[j]
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        return lengths
    }

    /// Steps made runs.
    ///
    /// A space kept between two changes belongs to both: `[-trade ties-]{+diplomatic relations+}`.
    private static func runs(_ steps: [Step]) -> [Segment] {
        var segments: [Segment] = []
        var (kept, removed, added): ([VisibleText], [VisibleText], [VisibleText]) = ([], [], [])
        func close() {
            if !removed.isEmpty { segments.append(.removed(.joined(removed))) }
            if !added.isEmpty { segments.append(.added(.joined(added))) }
            (removed, added) = ([], [])
        }
        func change() {
            guard !kept.isEmpty else { return }
            if kept.allSatisfy(\.isSpace), !removed.isEmpty || !added.isEmpty {
                removed += kept
                added += kept
            } else {
                close()
                segments.append(.kept(.joined(kept)))
            }
            kept = []
        }
        for step in steps {
            switch step {
            case .keep(let token): kept.append(token)
            case .remove(let token):
                change()
                removed.append(token)
            case .add(let token):
                change()
                added.append(token)
            }
        }
        close()
        if !kept.isEmpty { segments.append(.kept(.joined(kept))) }
        return segments
    }
}
