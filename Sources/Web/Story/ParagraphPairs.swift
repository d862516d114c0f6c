import Rendering

/// Which paragraphs of one text became which of another, in the order in which both are read.
struct ParagraphPairs {
    /// What became of a paragraph.
    enum Pair: Hashable {
        case kept(Int)
        case edited(before: Int, after: Int)
        case removed(Int)
        case added(Int)
    }

    /// The pairs in the order of reading; what went stands before what came in its place.
    ///
    /// Indices of what was kept are those of the text after.
    let all: [Pair]

    /// Paragraphs of both sides beyond which those that differ are not looked for one another.
    private static let most = 4000
    /// Paragraphs that differ and stand together beyond which none is paired with another.
    private static let mostTogether = 60

    /// Pairs what is the same by longest common subsequence, then what stands between in order, by the words that they share.
    init(_ before: [String], _ after: [String]) {
        let head = zip(before, after).prefix { $0 == $1 }.count
        let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (old, new) = (head..<before.count - tail, head..<after.count - tail)
        var pairs = (0..<head).map(Pair.kept)
        var (i, j) = (old.lowerBound, new.lowerBound)
        for (a, b) in Self.anchors(before[old], after[new]) {
            pairs += Self.pairs(before, i..<a, after, j..<b) + [.kept(b)]
            (i, j) = (a + 1, b + 1)
        }
        pairs += Self.pairs(before, i..<old.upperBound, after, j..<new.upperBound)
        all = pairs + (new.upperBound..<after.count).map(Pair.kept)
    }

    /// Paragraphs that are the same on both sides, in order.
    private static func anchors(_ before: ArraySlice<String>, _ after: ArraySlice<String>) -> [(Int, Int)] {
        guard before.count + after.count <= most, !before.isEmpty, !after.isEmpty else { return [] }
        var (removed, added): (Set<Int>, Set<Int>) = ([], [])
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(before.startIndex + offset)
            case .insert(let offset, _, _): added.insert(after.startIndex + offset)
            }
        }
        return Array(zip(before.indices.filter { !removed.contains($0) }, after.indices.filter { !added.contains($0) }))
    }

    /// What stands between two paragraphs that stayed: each with the next that shares enough of its words.
    private static func pairs(
        _ before: [String], _ old: Range<Int>, _ after: [String], _ new: Range<Int>
    ) -> [Pair] {
        guard !old.isEmpty, !new.isEmpty, old.count + new.count <= mostTogether else {
            return old.map(Pair.removed) + new.map(Pair.added)
        }
        let words = new.map { Set(after[$0].split(separator: " ")) }
        var pairs: [Pair] = []
        var next = new.lowerBound
        for index in old {
            let own = Set(before[index].split(separator: " "))
            let partner = (next..<new.upperBound).first { likeness(own, words[$0 - new.lowerBound]) >= leastLikeness }
            guard let partner else {
                pairs.append(.removed(index))
                continue
            }
            pairs += (next..<partner).map(Pair.added) + [.edited(before: index, after: partner)]
            next = partner + 1
        }
        return pairs + (next..<new.upperBound).map(Pair.added)
    }

    /// Words that two paragraphs share of all that they have together, from which on one became the other.
    private static let leastLikeness = 0.3

    private static func likeness(_ a: Set<Substring>, _ b: Set<Substring>) -> Double {
        let shared = a.intersection(b).count
        let all = a.count + b.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }
}
