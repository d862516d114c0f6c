import Facts

/// One-to-one pairing of claims inside groups, the likest pair first.
enum Pairing {
    typealias Score = (Int, Int, Double)

    /// Pairs in the order of their groups' names; claims of a group that find no partner are in no pair.
    ///
    /// Greedy by score, ties by the order of the claims, which is to be total.
    static func pairs(
        _ before: [Claim], _ after: [Claim], group: (Claim) -> String,
        isAllowed: (Claim, Claim) -> Bool = { _, _ in true }, score: (Claim, Claim) -> Score
    ) -> [(before: Claim, after: Claim)] {
        let afterByGroup = Dictionary(grouping: after, by: group)
        return Dictionary(grouping: before, by: group).sorted { $0.key < $1.key }.flatMap { name, old in
            guard let new = afterByGroup[name] else { return [(before: Claim, after: Claim)]() }
            if old.count == 1, new.count == 1 { return isAllowed(old[0], new[0]) ? [(old[0], new[0])] : [] }
            return best(old, new, isAllowed, score)
        }
    }

    private static func best(
        _ old: [Claim], _ new: [Claim], _ isAllowed: (Claim, Claim) -> Bool, _ score: (Claim, Claim) -> Score
    ) -> [(before: Claim, after: Claim)] {
        let candidates = old.indices.flatMap { i in
            new.indices.filter { isAllowed(old[i], new[$0]) }.map { (i, $0, score: score(old[i], new[$0])) }
        }
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
