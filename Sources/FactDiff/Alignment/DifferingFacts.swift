import Facts

/// The facts that two sides do not have alike, found in one walk over both lists in step.
///
/// What one vocabulary has read is told apart by ``Fact/fingerprint``, so that the walk looks at no claim, and by ``FactRuns``, so
/// that it passes over most facts.
struct DifferingFacts {
    /// Those before, sorted by id; a fact that is the same on both sides is not among them.
    private(set) var before: [Fact] = []
    /// Those after, sorted by id.
    private(set) var after: [Fact] = []
    /// The facts that are there on both sides.
    private(set) var onBothSides: Set<FactID> = []
    /// The claims of `before` that `after` does not have, in the stored order.
    private(set) var lost: [Claim] = []
    /// The claims of `after` that `before` does not have, in the stored order.
    private(set) var gained: [Claim] = []

    init(_ before: Side, _ after: Side) {
        if before.provenance.vocabulary == after.provenance.vocabulary {
            for (old, new) in before.runs.differences(to: after.runs) {
                walk(before.facts[old], after.facts[new]) { $0.fingerprint == $1.fingerprint }
            }
        } else {
            walk(before.facts[...], after.facts[...]) { $0.claims == $1.claims }
        }
    }

    private mutating func walk(
        _ old: ArraySlice<Fact>, _ new: ArraySlice<Fact>, isSame: (borrowing Fact, borrowing Fact) -> Bool
    ) {
        var (i, j) = (old.startIndex, new.startIndex)
        while i < old.endIndex || j < new.endIndex {
            if j == new.endIndex || (i < old.endIndex && old[i].id < new[j].id) {
                add(old[i], nil)
                i += 1
            } else if i == old.endIndex || new[j].id < old[i].id {
                add(nil, new[j])
                j += 1
            } else {
                if !isSame(old[i], new[j]) { add(old[i], new[j]) }
                i += 1
                j += 1
            }
        }
    }

    private mutating func add(_ old: Fact?, _ new: Fact?) {
        if let old { before.append(old) }
        if let new { after.append(new) }
        if let old, new != nil { onBothSides.insert(old.id) }
        let (oldClaims, newClaims) = (old?.claims ?? [], new?.claims ?? [])
        lost += Self.claims(oldClaims, notIn: newClaims)
        gained += Self.claims(newClaims, notIn: oldClaims)
    }

    private static func claims(_ claims: [Claim], notIn others: [Claim]) -> [Claim] {
        if others.isEmpty { return claims.count < 2 ? claims : claims.sorted(by: Claim.comesFirst) }
        let others = Set(others)
        return claims.filter { !others.contains($0) }.sorted(by: Claim.comesFirst)
    }
}

extension [Fact] {
    /// The fact with an id among facts sorted by id.
    func fact(_ id: FactID) -> Fact? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low].id == id ? self[low] : nil
    }
}
