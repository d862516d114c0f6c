import Facts

/// Makes changes of claims that found no partner, fact by fact.
struct LoneClaimTeller: Sendable {
    let before: Side
    let after: Side
    private let comparer: ClaimComparer

    init(_ before: Side, _ after: Side, _ comparer: ClaimComparer) {
        (self.before, self.after, self.comparer) = (before, after, comparer)
    }

    /// Each claim is held against the nearest; it rests on all that agree with it, those that joined before it among them.
    func joined(_ claims: [Claim], _ company: [Claim], former: [Claim]) -> [ToldChange] {
        let ordered = claims.sorted(by: after.provenance.isEarlierPublished)
        return ordered.enumerated().compactMap { index, claim in
            let compared = company.map { (claim: $0, comparison: comparer.compare($0, claim)) }
            guard let nearest = Self.nearest(of: compared, after.provenance) else { return nil }
            let support = Support(
                joining: claim, to: agreeing(company + ordered[..<index], with: claim),
                former: agreeing(former, with: claim), roots: roots)
            return comparer.told(
                UnjudgedChange(
                    nearest.claim, claim, nearest.comparison, lost: [], gained: [claim], support: support,
                    evidence: claim.isUnquoted ? .identical : .added,
                    cause: comparer.finder.cause(lost: [], gained: [claim])))
        }
    }

    /// Each claim is held against the nearest of those that stay.
    func left(_ claims: [Claim], _ company: [Claim]) -> [ToldChange] {
        claims.compactMap { claim in
            let compared = company.map { (claim: $0, comparison: comparer.compare(claim, $0)) }
            guard let nearest = Self.nearest(of: compared, before.provenance) else { return nil }
            let cause = comparer.finder.cause(lost: [claim], gained: [])
            return comparer.told(
                UnjudgedChange(
                    claim, nearest.claim, nearest.comparison, lost: [claim], gained: [],
                    support: loss(cause, isLast: !nearest.comparison.content.isCompatible),
                    evidence: claim.isUnquoted ? .identical : .lost, cause: cause))
        }
    }

    /// One change for the leading claim and all that fit it, one for each that does not.
    func newFact(_ claims: [Claim]) -> [ToldChange] {
        let ordered = claims.count < 2 ? claims : claims.sorted(by: after.provenance.isEarlierPublished)
        let compared = ordered.dropFirst().map { (claim: $0, comparison: comparer.compare(ordered[0], $0)) }
        let members = [ordered[0]] + compared.filter(\.comparison.content.isCompatible).map(\.claim)
        let added = UnjudgedChange(
            added: ordered[0], members, cause: comparer.finder.cause(lost: [], gained: members))
        if members.count == claims.count { return [comparer.told(added)] }
        return [comparer.told(added)]
            + compared.filter { !$0.comparison.content.isCompatible }.map { claim, comparison in
                comparer.told(
                    UnjudgedChange(
                        ordered[0], claim, comparison, lost: [], gained: [claim], support: .added,
                        evidence: claim.isUnquoted ? .identical : .added,
                        cause: comparer.finder.cause(lost: [], gained: [claim])))
            }
    }

    /// Likewise of a fact that is not there any more.
    func goneFact(_ claims: [Claim]) -> [ToldChange] {
        let ordered = claims.count < 2 ? claims : claims.sorted(by: before.provenance.isEarlierPublished)
        let compared = ordered.dropFirst().map { (claim: $0, comparison: comparer.compare($0, ordered[0])) }
        let members = [ordered[0]] + compared.filter(\.comparison.content.isCompatible).map(\.claim)
        let cause = comparer.finder.cause(lost: members, gained: [])
        let removed = UnjudgedChange(
            removed: ordered[0], members, support: loss(cause, isLast: true), cause: cause)
        if members.count == claims.count { return [comparer.told(removed)] }
        return [comparer.told(removed)]
            + compared.filter { !$0.comparison.content.isCompatible }.map { claim, comparison in
                let cause = comparer.finder.cause(lost: [claim], gained: [])
                return comparer.told(
                    UnjudgedChange(
                        claim, ordered[0], comparison, lost: [claim], gained: [],
                        support: loss(cause, isLast: true),
                        evidence: claim.isUnquoted ? .identical : .lost, cause: cause))
            }
    }

    /// What the loss of a claim means for its fact; `isLast` when no other says the same.
    ///
    /// Where publishers are not heard, nobody knows that it was taken back.
    private func loss(_ cause: Cause, isLast: Bool) -> Support {
        if cause == .report, !before.provenance.isOfClaimsOnly { return .retracted }
        return isLast ? .removed : .weakened
    }

    /// The claims that say the same, as fact or as the same sort of plan: a visit that was planned is no second source for one
    /// that took place.
    private func agreeing(_ others: [Claim], with claim: Claim) -> [Claim] {
        others.filter { $0.modality == claim.modality && comparer.compare($0, claim).content.isCompatible }
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
}

extension UnjudgedChange {
    /// A fact that was not there, and the claims that agree on it.
    fileprivate init(added leader: Claim, _ claims: [Claim], cause: Cause) {
        self.init(
            fact: leader.fact, formerFact: nil, kind: .added, content: .added, support: .added, stance: .none,
            evidence: leader.isUnquoted ? .identical : .added, cause: cause, fields: [], before: nil, after: leader,
            trace: .rule(.factNotThereBefore), lost: [],
            gained: claims.count < 2 ? claims : claims.sorted(by: Claim.comesFirst))
    }

    /// A fact that is not there any more, and the claims that agreed on it.
    fileprivate init(removed leader: Claim, _ claims: [Claim], support: Support, cause: Cause) {
        self.init(
            fact: leader.fact, formerFact: nil, kind: .removed, content: .removed, support: support, stance: .none,
            evidence: leader.isUnquoted ? .identical : .lost, cause: cause, fields: [], before: leader, after: nil,
            trace: .rule(.factNotThereAfter),
            lost: claims.count < 2 ? claims : claims.sorted(by: Claim.comesFirst), gained: [])
    }

    /// Two claims held against one another.
    init(
        _ before: Claim, _ after: Claim, _ comparison: ClaimComparison, lost: [Claim], gained: [Claim],
        support: Support, evidence: EvidenceShift, cause: Cause
    ) {
        self.init(
            fact: after.fact, formerFact: before.fact == after.fact ? nil : before.fact, kind: .changed,
            content: comparison.content, support: support, stance: comparison.stance,
            evidence: evidence, cause: cause,
            fields: evidence == .identical ? comparison.fields : comparison.fields + ["evidence"],
            before: before, after: after, trace: comparison.trace, lost: lost, gained: gained)
    }
}
