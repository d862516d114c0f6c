import Facts

/// The facts that two sides do not have alike, found in one walk over both lists in step.
///
/// What one vocabulary has read is told apart by ``Fact/fingerprint``, so that the walk looks at no claim.
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
                let isSame =
                    isOneVocabulary ? old[i].fingerprint == new[j].fingerprint : old[i].claims == new[j].claims
                if !isSame { add(old[i], new[j]) }
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
