/// A regular expression in the part of Python's syntax that tokenizers use, matched scalar by scalar.
///
/// Literals, escapes, `\d \w \s \S`, classes, groups, alternation, greedy repetition, look-ahead, look-behind of fixed length, `^` and
/// `$`. A match that takes more than ``stepLimit`` steps counts as none.
struct Pattern: Sendable {
    /// Steps after which a match is given up.
    static let stepLimit = 200_000

    indirect enum Node: Sendable {
        case set(ScalarSet)
        case sequence([Node])
        case choice([Node])
        case loop(Node, ClosedRange<Int>)
        case ahead(Node, isNegated: Bool)
        case behind(Node, length: Int, isNegated: Bool)
        case start
        case end
    }

    private let root: Node
    /// What a match can begin with; `nil` when that is not known.
    private let first: ScalarSet?

    /// Reads a pattern.
    init(_ text: String) throws(ModelError) {
        var parser = PatternParser(text)
        root = try parser.pattern()
        first = root.first
    }

    /// The leftmost match at or after a place.
    func firstMatch(in text: ArraySlice<Unicode.Scalar>, from place: Int? = nil) -> Range<Int>? {
        var place = place ?? text.startIndex
        while place <= text.endIndex {
            if let first {
                while place < text.endIndex, !first.contains(text[place]) { place += 1 }
                if place == text.endIndex { return nil }
            }
            if let end = match(in: text, at: place) { return place..<end }
            if case .sequence(let nodes) = root, case .start? = nodes.first { return nil }
            place += 1
        }
        return nil
    }

    /// All matches from left to right that do not overlap.
    func matches(in text: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var matches: [Range<Int>] = []
        var place = text.startIndex
        while place <= text.endIndex, let match = firstMatch(in: text, from: place) {
            matches.append(match)
            place = match.isEmpty ? match.upperBound + 1 : match.upperBound
        }
        return matches
    }

    /// Where a match that begins at a place ends.
    private func match(in text: ArraySlice<Unicode.Scalar>, at place: Int) -> Int? {
        var matcher = PatternMatcher(text)
        var end: Int?
        _ = matcher.match(root, place) { _, position in
            end = position
            return true
        }
        return end
    }
}

/// A match under way.
private struct PatternMatcher {
    typealias Rest = (inout PatternMatcher, Int) -> Bool

    private let text: ArraySlice<Unicode.Scalar>
    private var steps = 0

    init(_ text: ArraySlice<Unicode.Scalar>) { self.text = text }

    mutating func match(_ node: Pattern.Node, _ place: Int, _ rest: Rest) -> Bool {
        steps += 1
        guard steps < Pattern.stepLimit else { return false }
        switch node {
        case .set(let set): return place < text.endIndex && set.contains(text[place]) && rest(&self, place + 1)
        case .sequence(let nodes): return match(nodes[...], place, rest)
        case .choice(let nodes):
            for node in nodes where match(node, place, rest) { return true }
            return false
        case .loop(.set(let set), let count): return match(set, count, place, rest)
        case .loop(let inner, let count): return match(inner, count, place, 0, rest)
        case .ahead(let inner, let isNegated):
            return match(inner, place) { _, _ in true } != isNegated && rest(&self, place)
        case .behind(let inner, let length, let isNegated):
            let holds = place - length >= text.startIndex && match(inner, place - length) { _, end in end == place }
            return holds != isNegated && rest(&self, place)
        case .start: return place == text.startIndex && rest(&self, place)
        case .end: return place == text.endIndex && rest(&self, place)
        }
    }

    private mutating func match(_ nodes: ArraySlice<Pattern.Node>, _ place: Int, _ rest: Rest) -> Bool {
        guard let first = nodes.first else { return rest(&self, place) }
        let others = nodes.dropFirst()
        return match(first, place) { matcher, next in matcher.match(others, next, rest) }
    }

    /// Repetitions of one scalar, the most first.
    private mutating func match(_ set: ScalarSet, _ count: ClosedRange<Int>, _ place: Int, _ rest: Rest) -> Bool {
        var end = place
        while end < text.endIndex, end - place < count.upperBound, set.contains(text[end]) { end += 1 }
        steps += end - place
        while end - place >= count.lowerBound {
            if rest(&self, end) { return true }
            end -= 1
        }
        return false
    }

    private mutating func match(
        _ inner: Pattern.Node, _ count: ClosedRange<Int>, _ place: Int, _ done: Int, _ rest: Rest
    ) -> Bool {
        if done < count.upperBound {
            let again = match(inner, place) { matcher, next in
                next > place && matcher.match(inner, count, next, done + 1, rest)
            }
            if again { return true }
        }
        return done >= count.lowerBound && rest(&self, place)
    }
}

extension Pattern.Node {
    /// What a match begins with; `nil` when it may be empty or depends on what stands around it.
    fileprivate var first: ScalarSet? {
        switch self {
        case .set(let set): return set
        case .sequence(let nodes):
            for node in nodes {
                switch node {
                case .start, .ahead, .behind: continue
                default: return node.first
                }
            }
            return nil
        case .choice(let nodes):
            var union = ScalarSet()
            for node in nodes {
                guard let first = node.first else { return nil }
                union.formUnion(first)
            }
            return union
        case .loop(let inner, let count): return count.lowerBound > 0 ? inner.first : nil
        default: return nil
        }
    }
}
