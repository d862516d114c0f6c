import Facts

/// Two claims of which the second took the place of the first, by their places among the unmatched claims of both sides.
struct ClaimPair: Hashable, Sendable {
    let before: Int
    let after: Int
}

/// One-to-one pairing of claims inside groups, the likest pair first.
enum Pairing {
    typealias Score = (Int, Int, Double)

    /// Pairs in the order of the groups' first claims; claims of a group that find no partner are in no pair.
    ///
    /// Greedy by score, ties by the order of the places.
    static func pairs<Group: Hashable>(
        _ before: [Int], by oldGroup: (Int) -> Group, _ after: [Int], by newGroup: (Int) -> Group,
        score: (ClaimPair) -> Score
    ) -> [ClaimPair] {
        if before.isEmpty || after.isEmpty { return [] }
        let (old, new) = (
            Dictionary(grouping: before, by: oldGroup), Dictionary(grouping: after, by: newGroup)
        )
        let common = old.compactMap { name, members in new[name].map { (members, $0) } }
        return common.sorted { $0.0[0] < $1.0[0] }.flatMap { old, new in
            old.count == 1 && new.count == 1
                ? [ClaimPair(before: old[0], after: new[0])] : best(old, new, score)
        }
    }

    private static func best(_ old: [Int], _ new: [Int], _ score: (ClaimPair) -> Score) -> [ClaimPair] {
        let candidates = old.flatMap { i in new.map { ClaimPair(before: i, after: $0) } }.map { ($0, score($0)) }
        let ranked = candidates.sorted { x, y in
            x.1 == y.1 ? (x.0.before, x.0.after) < (y.0.before, y.0.after) : x.1 > y.1
        }
        var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
        return ranked.compactMap { pair, _ in
            guard !usedOld.contains(pair.before), !usedNew.contains(pair.after) else { return nil }
            usedOld.insert(pair.before)
            usedNew.insert(pair.after)
            return pair
        }
    }
}

extension Claim {
    /// A total order of the claims of one side: the stored order, then the places of the quotations.
    ///
    /// A report may say the same twice, which makes two claims of one id.
    static func comesFirst(_ a: Claim, _ b: Claim) -> Bool {
        if a.fact != b.fact || a.id != b.id { return precedes(a, b) }
        return a.places.lexicographicallyPrecedes(b.places)
    }

    /// Where the quotations stand; -1 for those that have no place.
    var places: [Int] { evidence.map { $0.range?.start ?? -1 } }
}
