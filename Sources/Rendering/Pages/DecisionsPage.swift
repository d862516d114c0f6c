package import Facts

/// What people ruled: `annals decisions`.
package struct DecisionsPage: Page {
    /// The decisions, newest first.
    package let decisions: [Decision]
    /// Those that no other takes the place of.
    package let inForce: Set<DecisionID>
    /// What things are called.
    package let naming: Naming

    /// A page of decisions.
    ///
    /// - Parameters:
    ///   - decisions: all that were made, in any order.
    ///   - showsAll: whether those are shown that are no longer in force.
    package init(_ decisions: [Decision], naming: Naming, showsAll: Bool = false) {
        inForce = Set(decisions.inForce.map(\.id))
        self.naming = naming
        let inForce = inForce
        self.decisions = decisions.sorted(by: >).filter { showsAll || inForce.contains($0.id) }
    }

    package var schema: String { "decisions/1" }
    package var header: [String: JSONValue] {
        ["count": .integer(decisions.count), "inForce": .integer(inForce.count)]
    }
    package var items: [JSONValue] {
        decisions.map { decision in
            var members = decision.json.object ?? [:]
            members["inForce"] = .bool(inForce.contains(decision.id))
            return .object(members)
        }
    }

    package var document: Document {
        guard !decisions.isEmpty else {
            return Document([.paragraph("nobody ruled on anything yet"), .next([[Span("annals review", .command)]])])
        }
        let entries = decisions.flatMap { decision -> [Document.Block] in
            [.entry(decision.entry(naming, isInForce: inForce.contains(decision.id))), .blank]
        }
        return Document(entries + [.next([[Span("annals reopen ID", .command)]])])
    }
}
