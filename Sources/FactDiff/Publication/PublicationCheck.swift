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

    /// A hearing that knows what those who speak against the published claim said before: who said so then corrects itself.
    ///
    /// - Parameter former: claims of the published one's fact that are no longer there.
    package func hearing(_ hearing: PublicationHearing, of claim: Claim, knowing former: [Claim]) -> PublicationHearing
    {
        let opponents = hearing.opponents
        let statements = former.filter { opponents.contains($0.report) && $0.fact == claim.fact }.compactMap {
            statement(of: $0, on: claim)
        }
        return hearing.remembering(statements)
    }

    /// What a claim of the same fact says of the published one; `nil` when both may hold and neither says the other.
    private func statement(of said: Claim, on published: Claim) -> PublicationHearing.Statement? {
        let comparison = comparison(published, said)
        let statement = PublicationHearing.Statement(said, comparison.content, comparison.trace)
        return statement.flatMap { settled($0, against: published) }
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
            guard let found, found.role.isAgainst, isOrdered || found.role != .successor else { return nil }
            return settled(found, against: published)
        }
    }

    /// The statement as people ruled on what it has against the published claim; `nil` when they ruled that both can hold.
    private func settled(
        _ statement: PublicationHearing.Statement, against published: Claim
    ) -> PublicationHearing.Statement? {
        let id = ContradictionID(of: Set([published.fact, statement.claim.fact]).sorted())
        let verdict = side.provenance.rulings.verdict(on: id, between: [published, statement.claim])
        guard statement.role == .contradiction || statement.role == .disagreement, let verdict else { return statement }
        if verdict == .bothPossible || verdict == .notTheSameThing { return nil }
        // It is known that one side is wrong or over, but not which: worth a look, and no contradiction any more.
        var settled = statement
        settled.role = .disagreement
        return settled
    }

    private func comparison(_ published: Claim, _ said: Claim) -> ClaimComparison {
        let reports = side.provenance.reports
        return ClaimComparison(
            published, said, standing: published.report == said.report ? .replaced : .beside,
            reports: (reports[published.report], reports[said.report]), vocabulary: side.provenance.vocabulary)
    }
}
