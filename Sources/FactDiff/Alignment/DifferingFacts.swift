import Facts

/// The facts that two sides do not have alike, and the claims of them that only one side has.
///
/// Found in two passes, each by all processors in equal shares. The first walks over both lists in step: what one vocabulary has
/// read is told apart by ``Fact/fingerprint``, so that it looks at no claim, and by ``FactRuns``, so that it passes over most facts.
/// The second takes the claims of what differs, each once, in the stored order.
struct DifferingFacts: Sendable {
    /// The places of the facts before among those of their side, in the order of the ids; a fact that is the same on both sides is
    /// not among them.
    let before: [Int]
    /// The places of the facts after among those of their side, in the order of the ids.
    let after: [Int]
    /// The claims of `before` that `after` does not have.
    let lost: UnmatchedClaims
    /// The claims of `after` that `before` does not have.
    let gained: UnmatchedClaims

    init(_ before: Side, _ after: Side) {
        let (old, new) = (before.facts, after.facts)
        let differences =
            before.provenance.vocabulary == after.provenance.vocabulary
            ? before.runs.differences(to: after.runs).concurrentFlatMap { ownRun, otherRun in
                Self.walk(old, ownRun, new, otherRun) { $0.fingerprint == $1.fingerprint }
            } : Self.walk(old, old.indices, new, new.indices) { $0.claims == $1.claims }
        self.before = differences.compactMap(\.before)
        self.after = differences.compactMap(\.after)
        lost = UnmatchedClaims(
            differences.concurrentFlatMap { Self.unmatched(old, $0.before, beside: new, $0.after) })
        gained = UnmatchedClaims(
            differences.concurrentFlatMap { Self.unmatched(new, $0.after, beside: old, $0.before) })
    }

    /// Where a fact that differs stands on both sides; on one of them it may not be.
    private struct Difference: Sendable {
        let before: Int?
        let after: Int?
    }

    private static func walk(
        _ old: [Fact], _ oldPlaces: Range<Int>, _ new: [Fact], _ newPlaces: Range<Int>,
        isSame: (borrowing Fact, borrowing Fact) -> Bool
    ) -> [Difference] {
        var differences: [Difference] = []
        var (i, j) = (oldPlaces.lowerBound, newPlaces.lowerBound)
        while i < oldPlaces.upperBound || j < newPlaces.upperBound {
            if j == newPlaces.upperBound || (i < oldPlaces.upperBound && old[i].id < new[j].id) {
                differences.append(Difference(before: i, after: nil))
                i += 1
            } else if i == oldPlaces.upperBound || new[j].id < old[i].id {
                differences.append(Difference(before: nil, after: j))
                j += 1
            } else {
                if !isSame(old[i], new[j]) { differences.append(Difference(before: i, after: j)) }
                i += 1
                j += 1
            }
        }
        return differences
    }

    /// The claims of a fact of one side that the other does not have; none when it is on the other only.
    private static func unmatched(
        _ facts: [Fact], _ place: Int?, beside others: [Fact], _ otherPlace: Int?
    ) -> [UnmatchedClaim] {
        guard let place else { return [] }
        let claims = facts[place].claims
        let kept = otherPlace.map { Self.claims(claims, notIn: others[$0].claims) } ?? claims
        let ordered = kept.count < 2 ? kept : kept.sorted(by: Claim.comesFirst)
        return ordered.map { UnmatchedClaim(claim: $0, fact: place, isOfKeptFact: otherPlace != nil) }
    }

    private static func claims(_ claims: [Claim], notIn others: [Claim]) -> [Claim] {
        if others.count == 1 { return claims.filter { $0 != others[0] } }
        let others = Set(others)
        return claims.filter { !others.contains($0) }
    }
}
