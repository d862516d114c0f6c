/// One-to-one assignment of two lists by likeness, in which a pair must be clearly better than its rivals.
///
/// A pair is taken when it is the best of both its ends by at least a margin; what that leaves is looked at again, until nothing
/// more is taken. Pairs that are as good as another stay open: not to tell is better than to guess. The result does not
/// depend on the order of the pairs.
struct Assignment {
    /// A pair that may be.
    struct Edge: Hashable {
        /// Places in the two lists.
        let before: Int, after: Int
        /// From 0 to 1.
        let likeness: Double
    }

    /// Pairs in the order of the first list.
    let pairs: [Edge]

    /// Chooses among edges, of which no two join the same ends.
    init(_ edges: [Edge], margin: Double) {
        var open = edges
        var taken: [Edge] = []
        while true {
            let best = Self.clear(open, margin)
            if best.isEmpty { break }
            taken += best
            let (old, new) = (Set(best.map(\.before)), Set(best.map(\.after)))
            open.removeAll { old.contains($0.before) || new.contains($0.after) }
        }
        pairs = taken.sorted { $0.before < $1.before }
    }

    private static func clear(_ edges: [Edge], _ margin: Double) -> [Edge] {
        var old: [Int: Ranking] = [:]
        var new: [Int: Ranking] = [:]
        for edge in edges {
            old[edge.before, default: .init()].enter(edge.likeness)
            new[edge.after, default: .init()].enter(edge.likeness)
        }
        return edges.filter {
            old[$0.before]?.isClear($0.likeness, by: margin) == true
                && new[$0.after]?.isClear($0.likeness, by: margin) == true
        }
    }

    /// The two best likenesses at one end.
    private struct Ranking {
        private var best = -Double.infinity
        private var second = -Double.infinity

        mutating func enter(_ likeness: Double) {
            if likeness > best {
                (best, second) = (likeness, best)
            } else if likeness > second {
                second = likeness
            }
        }

        func isClear(_ likeness: Double, by margin: Double) -> Bool {
            likeness == best && best - second >= margin && best > second
        }
    }
}
