import Facts

/// One-to-one pairing of claims inside groups, the likest pair first.
enum Pairing {
    typealias Score = (Int, Int, Double)

    /// Pairs in the order of their groups' names; claims of a group that find no partner are in no pair.
    ///
    /// Greedy by score, ties by claim ids: the result does not depend on the order of the claims.
    static func pairs(
        _ before: [Claim], _ after: [Claim], group: (Claim) -> String, isAllowed: (Claim, Claim) -> Bool,
        score: (Claim, Claim) -> Score
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
        let candidates = old.flatMap { a in
            new.filter { isAllowed(a, $0) }.map { (before: a, after: $0, score: score(a, $0)) }
        }
        let ranked = candidates.sorted { x, y in
            if x.score != y.score { return x.score > y.score }
            return (x.before.id, x.after.id) < (y.before.id, y.after.id)
        }
        var (usedOld, usedNew): (Set<Claim>, Set<Claim>) = ([], [])
        return ranked.compactMap { candidate in
            guard !usedOld.contains(candidate.before), !usedNew.contains(candidate.after) else { return nil }
            usedOld.insert(candidate.before)
            usedNew.insert(candidate.after)
            return (candidate.before, candidate.after)
        }
    }
}
