import Facts

/// What is told of claims that found no partner.
extension Alignment {
    /// Claims that join a fact are held against those that stay there, and only when none stays against those that went.
    mutating func tellGained() {
        let lost = Dictionary(grouping: lostOfKept, by: \.fact)
        for (fact, claims) in Self.byFact(gained) {
            let joining = Set(claims)
            let company = (differing.after.fact(fact)?.claims ?? []).filter { !joining.contains($0) }
            let former = lost[fact] ?? []
            if company.isEmpty, former.isEmpty {
                tellNewFact(claims)
            } else {
                tellJoining(claims, company.isEmpty ? former : company, former: former)
            }
        }
    }

    /// Likewise for claims that leave.
    mutating func tellLost() {
        let gained = Dictionary(grouping: gainedOfKept, by: \.fact)
        for (fact, claims) in Self.byFact(lost) {
            let leaving = Set(claims)
            let company = (differing.before.fact(fact)?.claims ?? []).filter { !leaving.contains($0) }
            let later = gained[fact] ?? []
            if company.isEmpty, later.isEmpty {
                tellGoneFact(claims)
            } else {
                tellLeaving(claims, company.isEmpty ? later : company)
            }
        }
    }

    /// Each claim is held against the nearest; it rests on all that agree with it, those that joined before it among them.
    private mutating func tellJoining(_ claims: [Claim], _ company: [Claim], former: [Claim]) {
        let ordered = claims.sorted(by: after.provenance.isEarlierPublished)
        for (index, claim) in ordered.enumerated() {
            let compared = company.map { (claim: $0, comparison: comparer.compare($0, claim)) }
            guard let nearest = Self.nearest(of: compared, after.provenance) else { continue }
            let support = Support(
                joining: claim, to: agreeing(company + ordered[..<index], with: claim),
                former: agreeing(former, with: claim), roots: roots)
            changes.append(
                Change(
                    nearest.claim, claim, nearest.comparison, lost: [], gained: [claim], support: support,
                    evidence: claim.isUnquoted ? .identical : .added,
                    cause: comparer.finder.cause(lost: [], gained: [claim])))
        }
    }

    private mutating func tellLeaving(_ claims: [Claim], _ company: [Claim]) {
        for claim in claims {
            let compared = company.map { (claim: $0, comparison: comparer.compare(claim, $0)) }
            guard let nearest = Self.nearest(of: compared, before.provenance) else { continue }
            let cause = comparer.finder.cause(lost: [claim], gained: [])
            changes.append(
                Change(
                    claim, nearest.claim, nearest.comparison, lost: [claim], gained: [],
                    support: Support(losing: cause, isLast: !nearest.comparison.content.isCompatible),
                    evidence: claim.isUnquoted ? .identical : .lost, cause: cause))
        }
    }

    /// One change for the leading claim and all that fit it, one for each that does not.
    private mutating func tellNewFact(_ claims: [Claim]) {
        let ordered = claims.sorted(by: after.provenance.isEarlierPublished)
        let compared = ordered.dropFirst().map { (claim: $0, comparison: comparer.compare(ordered[0], $0)) }
        let members = [ordered[0]] + compared.filter(\.comparison.content.isCompatible).map(\.claim)
        changes.append(Change(added: ordered[0], members, cause: comparer.finder.cause(lost: [], gained: members)))
        for (claim, comparison) in compared where !comparison.content.isCompatible {
            changes.append(
                Change(
                    ordered[0], claim, comparison, lost: [], gained: [claim], support: .added,
                    evidence: claim.isUnquoted ? .identical : .added,
                    cause: comparer.finder.cause(lost: [], gained: [claim])))
        }
    }

    private mutating func tellGoneFact(_ claims: [Claim]) {
        let ordered = claims.sorted(by: before.provenance.isEarlierPublished)
        let compared = ordered.dropFirst().map { (claim: $0, comparison: comparer.compare($0, ordered[0])) }
        let members = [ordered[0]] + compared.filter(\.comparison.content.isCompatible).map(\.claim)
        changes.append(Change(removed: ordered[0], members, cause: comparer.finder.cause(lost: members, gained: [])))
        for (claim, comparison) in compared where !comparison.content.isCompatible {
            let cause = comparer.finder.cause(lost: [claim], gained: [])
            changes.append(
                Change(
                    claim, ordered[0], comparison, lost: [claim], gained: [],
                    support: Support(losing: cause, isLast: true),
                    evidence: claim.isUnquoted ? .identical : .lost, cause: cause))
        }
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

    /// The claims of each fact; they come in the stored order, and so do their facts.
    private static func byFact(_ claims: [Claim]) -> [(FactID, [Claim])] {
        var groups: [(FactID, [Claim])] = []
        for claim in claims {
            if groups.last?.0 == claim.fact {
                groups[groups.count - 1].1.append(claim)
            } else {
                groups.append((claim.fact, [claim]))
            }
        }
        return groups
    }
}

extension Change {
    /// A fact that was not there, and the claims that agree on it.
    fileprivate init(added leader: Claim, _ claims: [Claim], cause: Cause) {
        self.init(
            fact: leader.fact, formerFact: nil, kind: .added, content: .added, support: .added, stance: .none,
            evidence: leader.isUnquoted ? .identical : .added, cause: cause, fields: [], before: nil, after: leader,
            trace: .rule(.factNotThereBefore), lost: [], gained: claims.sorted(by: Claim.comesFirst))
    }

    /// A fact that is not there any more, and the claims that agreed on it.
    fileprivate init(removed leader: Claim, _ claims: [Claim], cause: Cause) {
        self.init(
            fact: leader.fact, formerFact: nil, kind: .removed, content: .removed,
            support: Support(losing: cause, isLast: true), stance: .none,
            evidence: leader.isUnquoted ? .identical : .lost, cause: cause, fields: [], before: leader, after: nil,
            trace: .rule(.factNotThereAfter), lost: claims.sorted(by: Claim.comesFirst), gained: [])
    }

    /// Two claims held against one another.
    init(
        _ before: Claim, _ after: Claim, _ comparison: ClaimComparison, lost: [Claim], gained: [Claim],
        support: Support, evidence: EvidenceShift, cause: Cause
    ) {
        self.init(
            fact: after.fact, formerFact: before.fact == after.fact ? nil : before.fact, kind: .changed,
            content: comparison.content, support: support, stance: comparison.stance,
            evidence: evidence, cause: cause, fields: comparison.fields + (evidence == .identical ? [] : ["evidence"]),
            before: before, after: after, trace: comparison.trace, lost: lost, gained: gained)
    }
}
