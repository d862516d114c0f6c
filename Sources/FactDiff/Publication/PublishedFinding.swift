package import Facts

/// What became of something that was published.
package struct PublishedFinding: Hashable, Sendable {
    /// What was published.
    package let published: PublishedClaim
    /// How it stands to what the reports say.
    package let status: PublishedStatus
    /// Why.
    package let reason: PublishedReason
    /// The claims that say so, the fullest support first; where none does any more, those that did, as far as is known.
    package let supporting: [Claim]
    /// The claims that say otherwise, gravest first.
    package let against: [Claim]
    /// How many sources say the same, independently of one another.
    package let sources: Int
    /// The comparison that speaks against it the most; `nil` where nothing does.
    package let trace: Trace?
    /// How it stood at the revision to compare with; `nil` where none was named.
    package let former: PublishedStatus?

    /// Whether it stood otherwise before, or nobody asked how it stood.
    package var isNew: Bool { former != status }

    /// What follows from what is said now and, where a revision to compare with was named, from what was said then.
    package init(_ published: PublishedClaim, _ now: PublicationHearing, before: PublicationHearing? = nil) {
        let then = before?.supporting.filter { $0.role == .support }.map(\.claim) ?? []
        let verdict = Verdict(now, before, corrected: Set((then + now.former).map(\.report)))
        self.published = published
        (status, reason) = (verdict.status, verdict.reason)
        let isGone = now.supporting.isEmpty
        supporting =
            isGone ? before?.supporting.map(\.claim) ?? now.former : now.supporting.map(\.claim)
        against = now.against.map(\.claim)
        sources = now.sources
        trace = now.against.first?.trace
        former = before.map { Verdict($0, nil, corrected: Set($0.former.map(\.report))).status }
    }
}

/// The decision table of what was published.
private struct Verdict {
    let status: PublishedStatus
    let reason: PublishedReason

    init(
        _ now: PublicationHearing, _ before: PublicationHearing?, corrected: Set<ReportName>
    ) {
        (status, reason) = Self.decide(now, before, corrected)
    }

    private static func decide(
        _ now: PublicationHearing, _ before: PublicationHearing?, _ corrected: Set<ReportName>
    ) -> (PublishedStatus, PublishedReason) {
        // Who said so before and says otherwise now contradicts itself, not us.
        let own = now.against.filter { corrected.contains($0.claim.report) || $0.role == .correction }
        let others = now.against.filter { !own.contains($0) }
        if others.contains(where: { $0.role == .contradiction }) { return (.contradicted, .anotherSource) }
        if others.contains(where: { $0.role == .successor }) { return (.stale, .worldMovedOn) }
        if own.contains(where: { $0.role == .successor }) { return (.stale, .worldMovedOn) }
        if !own.isEmpty { return (.corrected, .sourceCorrected) }
        guard let best = now.supporting.first else {
            if !others.isEmpty { return (.unsupported, .disagreement) }
            return (.unsupported, before?.supporting.isEmpty == false ? .noLongerSaid : .neverSaid)
        }
        if !others.isEmpty { return (.weakened, .disagreement) }
        return supported(now, before, best.role)
    }

    private static func supported(
        _ now: PublicationHearing, _ before: PublicationHearing?, _ best: PublicationHearing.Role
    ) -> (PublishedStatus, PublishedReason) {
        switch best {
        case .hedged: return (.weakened, .lessCertain)
        case .partial: return (.weakened, .onlyInPart)
        default: break
        }
        if let before, now.sources < before.sources { return (.weakened, .fewerSources) }
        return now.sources > 1 ? (.corroborated, .independentSources) : (.ok, .said)
    }
}
