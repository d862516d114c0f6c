import Facts

/// One-to-one pairing of claims inside groups, the likest pair first.
enum Pairing {
    typealias Score = (Int, Int, Double)

    /// Pairs in the order of the groups' first claims; claims of a group that find no partner are in no pair.
    ///
    /// Greedy by score, ties by the order of the claims, which is to be total.
    static func pairs(
        _ before: [Claim], _ after: [Claim], group: (Claim) -> some Hashable, score: (Claim, Claim) -> Score
    ) -> [(before: Claim, after: Claim)] {
        let (old, new) = (Dictionary(grouping: before, by: group), Dictionary(grouping: after, by: group))
        let common = old.compactMap { name, members in new[name].map { (members, $0) } }
        return common.sorted { Claim.comesFirst($0.0[0], $1.0[0]) }.flatMap { old, new in
            old.count == 1 && new.count == 1 ? [(old[0], new[0])] : best(old, new, score)
        }
    }

    private static func best(
        _ old: [Claim], _ new: [Claim], _ score: (Claim, Claim) -> Score
    ) -> [(before: Claim, after: Claim)] {
        let candidates = old.indices.flatMap { i in new.indices.map { (i, $0, score: score(old[i], new[$0])) } }
        let ranked = candidates.sorted { x, y in
            x.score == y.score ? (x.0, x.1) < (y.0, y.1) : x.score > y.score
        }
        var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
        return ranked.compactMap { i, j, _ in
            guard !usedOld.contains(i), !usedNew.contains(j) else { return nil }
            usedOld.insert(i)
            usedNew.insert(j)
            return (old[i], new[j])
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
