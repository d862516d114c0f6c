import Facts

/// The facts that two sides do not have alike, found in one walk over both lists in step.
struct DifferingFacts {
    /// Those before, by id; a fact that is the same on both sides is not among them.
    private(set) var before: [FactID: Fact] = [:]
    /// Those after, by id.
    private(set) var after: [FactID: Fact] = [:]
    /// The claims of `before` that `after` does not have, in the stored order.
    private(set) var lost: [Claim] = []
    /// The claims of `after` that `before` does not have, in the stored order.
    private(set) var gained: [Claim] = []

    init(_ before: Side, _ after: Side) {
        let isOneVocabulary = before.provenance.vocabulary == after.provenance.vocabulary
        let (old, new) = (before.facts, after.facts)
        var (i, j) = (old.startIndex, new.startIndex)
        while i < old.endIndex || j < new.endIndex {
            if j == new.endIndex || (i < old.endIndex && old[i].id < new[j].id) {
                add(old[i], nil)
                i += 1
            } else if i == old.endIndex || new[j].id < old[i].id {
                add(nil, new[j])
                j += 1
            } else {
                if !old[i].isSame(as: new[j], readAlike: isOneVocabulary) { add(old[i], new[j]) }
                i += 1
                j += 1
            }
        }
    }

    private mutating func add(_ old: Fact?, _ new: Fact?) {
        if let old { before[old.id] = old }
        if let new { after[new.id] = new }
        let (oldClaims, newClaims) = (old?.claims ?? [], new?.claims ?? [])
        lost += Self.claims(oldClaims, notIn: newClaims)
        gained += Self.claims(newClaims, notIn: oldClaims)
    }

    private static func claims(_ claims: [Claim], notIn others: [Claim]) -> [Claim] {
        if others.isEmpty { return claims.sorted(by: Claim.comesFirst) }
        let others = Set(others)
        return claims.filter { !others.contains($0) }.sorted(by: Claim.comesFirst)
    }
}

extension Fact {
    /// Whether the two hold the same claims; claims that one vocabulary has read are told apart by their ids and quotations.
    fileprivate func isSame(as other: Fact, readAlike: Bool) -> Bool {
        guard claims.count == other.claims.count else { return false }
        guard readAlike else { return claims == other.claims }
        // By index: a claim is large, and copying it would cost more than looking at it.
        for index in claims.indices
        where claims[index].id != other.claims[index].id || claims[index].evidence != other.claims[index].evidence {
            return false
        }
        return true
    }
}
