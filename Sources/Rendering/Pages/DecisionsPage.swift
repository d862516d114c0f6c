package import Facts

/// What people ruled: `annals decisions`.
package struct DecisionsPage: Page {
    /// The decisions: those on which people disagree, then the others, each newest first.
    package let decisions: [Decision]
    /// How each stands; what is not here is over.
    package let standings: [DecisionID: StandingRulings.Standing]
    /// What things are called.
    package let naming: Naming

    /// A page of decisions.
    ///
    /// - Parameters:
    ///   - decisions: all that were made, in any order.
    ///   - showsAll: whether those are shown that are no longer in force.
    package init(_ decisions: [Decision], naming: Naming, showsAll: Bool = false) {
        let standing = StandingRulings(decisions, vocabulary: naming.vocabulary)
        let standings = standing.standings
        let disputed = standing.disputes.flatMap { $0.decisions.reversed() }
        let others = decisions.sorted(by: >).filter { standings[$0.id] != .disputed }
        self.decisions = disputed + others.filter { showsAll || standings[$0.id] != nil }
        (self.standings, self.naming) = (standings, naming)
    }

    private func count(_ standing: StandingRulings.Standing) -> Int {
        standings.values.count { $0 == standing }
    }

    package var schema: String { "decisions/1" }
    package var header: [String: JSONValue] {
        [
            "count": .integer(decisions.count), "inForce": .integer(count(.followed)),
            "disputed": .integer(count(.disputed)),
        ]
    }
    package var items: [JSONValue] {
        decisions.map { decision in
            var members = decision.json.object ?? [:]
            members["inForce"] = .bool(standings[decision.id] == .followed)
            if standings[decision.id] == .disputed { members["disputed"] = .bool(true) }
            return .object(members)
        }
    }

    package var document: Document {
        guard !decisions.isEmpty else {
            return Document([.paragraph("nobody ruled on anything yet"), .next([[Span("annals review", .command)]])])
        }
        let entries = decisions.flatMap { decision -> [Document.Block] in
            [.entry(decision.entry(naming, standing: standings[decision.id] ?? .over)), .blank]
        }
        let next = count(.disputed) > 0 ? ["annals uphold ID", "annals reopen ID"] : ["annals reopen ID"]
        return Document(entries + [.next(next.map { [Span($0, .command)] })])
    }
}
