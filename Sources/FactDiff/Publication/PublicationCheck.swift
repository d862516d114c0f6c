package import Facts

/// Holds published claims to what the reports of one revision say.
package struct PublicationCheck {
    private let side: Side
    private let clash: Clash
    private let bySubject: [String: [Fact]]

    /// A check against a side that has the facts of the published claims and those that may contradict one.
    package init(_ side: Side) {
        self.side = side
        clash = Clash(provenance: side.provenance, links: PredicateLinks(side.provenance.vocabulary))
        bySubject = Dictionary(grouping: side.facts) { $0.claims.first?.subject.identity ?? "" }
    }

    /// What the reports say for a published claim, and against it.
    package func hearing(of claim: Claim) -> PublicationHearing {
        let parties = [claim.subject.identity] + [claim.object?.identity].compactMap(\.self)
        let near = Set(parties).sorted().flatMap { bySubject[$0] ?? [] }
        let found = near.flatMap { fact in
            fact.id == claim.fact
                ? fact.claims.compactMap { statement(of: $0, on: claim) }
                : fact.claims.flatMap { statements(of: $0, across: claim) }
        }
        return PublicationHearing(of: claim, found, side.provenance)
    }

    /// What a claim of the same fact says of the published one; `nil` when both may hold and neither says the other.
    private func statement(of said: Claim, on published: Claim) -> PublicationHearing.Statement? {
        let comparison = comparison(published, said)
        return .init(said, comparison.content, comparison.trace)
    }

    /// What a claim of another fact says against the published one.
    private func statements(of said: Claim, across published: Claim) -> [PublicationHearing.Statement] {
        clash.verdicts(published, said).compactMap { verdict in
            // A denial is compared as the later side, whoever published it.
            let isTurned = verdict.link == .negation && published.polarity == .denied
            let content = isTurned ? verdict.content.mirrored : verdict.content
            // Of two that exclude one another, each was compared with the denial of the other: no order comes of that.
            let isOrdered = verdict.link != .antonym && verdict.link != .exclusion
            let found = PublicationHearing.Statement(said, content, verdict.trace)
            return found.flatMap { $0.role.isAgainst && (isOrdered || $0.role != .successor) ? $0 : nil }
        }
    }

    private func comparison(_ published: Claim, _ said: Claim) -> ClaimComparison {
        let reports = side.provenance.reports
        return ClaimComparison(
            published, said, standing: published.report == said.report ? .replaced : .beside,
            reports: (reports[published.report], reports[said.report]), vocabulary: side.provenance.vocabulary)
    }
}
