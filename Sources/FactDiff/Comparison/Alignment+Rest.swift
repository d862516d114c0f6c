import Facts

/// What is told of claims that found no partner.
extension Alignment {
    mutating func tellGained() {
        for (fact, claims) in Self.byFact(gained) {
            let others = (factsBefore[fact]?.claims ?? []) + moves.arrivals(in: fact)
            if others.isEmpty { tellNewFact(claims) } else { tellJoining(claims, others) }
        }
    }

    mutating func tellLost() {
        for (fact, claims) in Self.byFact(lost) {
            let others = (factsAfter[fact]?.claims ?? []) + moves.departures(from: fact)
            if others.isEmpty { tellGoneFact(claims) } else { tellLeaving(claims, others) }
        }
    }

    /// Claims that join a fact: each is held against the nearest claim before, and rests on all that agree with it.
    private mutating func tellJoining(_ claims: [Claim], _ others: [Claim]) {
        let ordered = claims.sorted(by: after.provenance.isEarlierPublished)
        for (index, claim) in ordered.enumerated() {
            let compared = others.map { (claim: $0, comparison: compare($0, claim)) }
            let joined = ordered[..<index].map { (claim: $0, comparison: compare($0, claim)) }
            let agreeing = (compared + joined).filter { $0.comparison.content.isCompatible }.map(\.claim)
            guard let nearest = Self.nearest(of: compared, before.provenance) else { continue }
            changes.append(
                Change(
                    nearest.claim, claim, nearest.comparison, lost: [], gained: [claim],
                    support: Support(joining: claim, to: agreeing.filter(claim.isMeantLike), roots: roots),
                    evidence: claim.isUnquoted ? .identical : .added, cause: finder.cause(lost: [], gained: [claim])))
        }
    }

    private mutating func tellLeaving(_ claims: [Claim], _ others: [Claim]) {
        for claim in claims {
            let compared = others.map { (claim: $0, comparison: compare(claim, $0)) }
            guard let nearest = Self.nearest(of: compared, after.provenance) else { continue }
            let cause = finder.cause(lost: [claim], gained: [])
            changes.append(
                Change(
                    claim, nearest.claim, nearest.comparison, lost: [claim], gained: [],
                    support: Support(losing: cause, isLast: false),
                    evidence: claim.isUnquoted ? .identical : .lost, cause: cause))
        }
    }

    /// One change for the leading claim and all that fit it, one for each that does not.
    private mutating func tellNewFact(_ claims: [Claim]) {
        let ordered = claims.sorted(by: after.provenance.isEarlierPublished)
        let compared = ordered.map { (claim: $0, comparison: compare(ordered[0], $0)) }
        let members = compared.filter(\.comparison.content.isCompatible).map(\.claim)
        changes.append(Change(added: ordered[0], members, cause: finder.cause(lost: [], gained: members)))
        for (claim, comparison) in compared where !comparison.content.isCompatible {
            changes.append(
                Change(
                    ordered[0], claim, comparison, lost: [], gained: [claim], support: .added,
                    evidence: claim.isUnquoted ? .identical : .added, cause: finder.cause(lost: [], gained: [claim])))
        }
    }

    private mutating func tellGoneFact(_ claims: [Claim]) {
        let ordered = claims.sorted(by: before.provenance.isEarlierPublished)
        let compared = ordered.map { (claim: $0, comparison: compare($0, ordered[0])) }
        let members = compared.filter(\.comparison.content.isCompatible).map(\.claim)
        changes.append(Change(removed: ordered[0], members, cause: finder.cause(lost: members, gained: [])))
        for (claim, comparison) in compared where !comparison.content.isCompatible {
            let cause = finder.cause(lost: [claim], gained: [])
            changes.append(
                Change(
                    claim, ordered[0], comparison, lost: [claim], gained: [],
                    support: Support(losing: cause, isLast: true),
                    evidence: claim.isUnquoted ? .identical : .lost, cause: cause))
        }
    }

    private func roots(of claim: Claim) -> Set<EntityKey> {
        claim.roots(after.provenance.record(claim, or: before.provenance), after.provenance.vocabulary)
    }

    /// The claim that stands nearest; among equals the latest published, then by name and id.
    private static func nearest(
        of compared: [(claim: Claim, comparison: ClaimComparison)], _ provenance: Provenance
    ) -> (claim: Claim, comparison: ClaimComparison)? {
        compared.min { a, b in
            let (x, y) = (a.comparison.content.distance, b.comparison.content.distance)
            return x == y ? provenance.isEarlierPublished(b.claim, a.claim) : x < y
        }
    }

    private static func byFact(_ claims: [Claim]) -> [(FactID, [Claim])] {
        Dictionary(grouping: claims, by: \.fact).sorted { $0.key < $1.key }
    }
}

extension Claim {
    /// Whether both are said as fact, or as the same sort of plan: a visit that was planned is no second source for one that
    /// took place.
    fileprivate func isMeantLike(_ other: Claim) -> Bool { modality == other.modality }
}

extension Change {
    /// A fact that was not there, and the claims that agree on it.
    fileprivate init(added leader: Claim, _ claims: [Claim], cause: Cause) {
        self.init(
            fact: leader.fact, formerFact: nil, kind: .added, content: .added, support: .added, stance: .none,
            evidence: leader.isUnquoted ? .identical : .added, cause: cause, before: nil, after: leader,
            trace: .rule("fact-not-there-before"), lost: [], gained: claims.sorted(by: Claim.comesFirst))
    }

    /// A fact that is not there any more, and the claims that agreed on it.
    fileprivate init(removed leader: Claim, _ claims: [Claim], cause: Cause) {
        self.init(
            fact: leader.fact, formerFact: nil, kind: .removed, content: .removed,
            support: Support(losing: cause, isLast: true), stance: .none,
            evidence: leader.isUnquoted ? .identical : .lost, cause: cause, before: leader, after: nil,
            trace: .rule("fact-not-there-after"), lost: claims.sorted(by: Claim.comesFirst), gained: [])
    }

    /// Two claims held against one another.
    init(
        _ before: Claim, _ after: Claim, _ comparison: ClaimComparison, lost: [Claim], gained: [Claim],
        support: Support, evidence: EvidenceShift, cause: Cause
    ) {
        self.init(
            fact: after.fact, formerFact: before.fact == after.fact ? nil : before.fact, kind: .changed,
            content: comparison.content, support: support, stance: Stance(from: before, to: after),
            evidence: evidence, cause: cause, before: before, after: after, trace: comparison.trace, lost: lost,
            gained: gained)
    }
}
