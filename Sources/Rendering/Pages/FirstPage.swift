package import FactDiff
package import Facts

/// The first revision in which something came to be of a fact: `annals first FACT`.
package struct FirstPage: Page {
    /// A revision and what it did to the fact.
    package struct Occasion: Sendable {
        /// The revision.
        package let revision: Revision
        let changes: [Change]
        let contradiction: Contradiction?

        /// A revision, the changes that were asked about, and the contradiction that it opened, if it was asked about that.
        package init(_ revision: Revision, _ changes: [Change], contradiction: Contradiction? = nil) {
            (self.revision, self.changes, self.contradiction) = (revision, changes, contradiction)
        }
    }

    /// The fact.
    package let fact: Fact
    /// What was asked: `contradicted`, `said "trade"`.
    package let question: String
    /// The answer; `nil` when it never was so.
    package let found: Occasion?
    /// What things are called.
    package let naming: Naming

    /// A page that answers one question about one fact.
    package init(_ fact: Fact, question: String, found: Occasion?, naming: Naming) {
        (self.fact, self.question, self.found, self.naming) = (fact, question, found, naming)
    }

    package var schema: String { "first/1" }

    package var header: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "fact": .string(fact.id.letters), "question": .string(question), "found": .bool(found != nil),
        ]
        members["subject"] = fact.claims.first.map { .string(naming.name(of: $0.subject)) }
        members["predicate"] = fact.claims.first.map { .string(naming.predicate(of: $0)) }
        return members
    }

    package var items: [JSONValue] {
        guard let found else { return [] }
        var members: [String: JSONValue] = [
            "revision": found.revision.json, "changes": .array(found.changes.map { $0.json(naming) { _ in nil } }),
        ]
        members["contradiction"] = found.contradiction.map { .object($0.json(naming) { _ in nil }) }
        return [.object(members)]
    }

    package var document: Document {
        guard let leader = fact.claims.first else { return Document() }
        let about = naming.id(fact.id).then(naming.head(of: leader), gap: 2)
        guard let found else {
            return Document([.paragraph(Line([Span("never \(question):", .strong)]).then(about))])
        }
        let title = found.revision.titleLine.then(Line([Span("first \(question):", .strong)]).then(about), gap: 2)
        let told = found.changes.flatMap { $0.historyDetails(naming) }
        let against = found.contradiction.map { Array($0.details(naming, [:]).dropFirst()) } ?? []
        let next = found.revision.parent.map { "annals diff \($0.prefix(8)) \(found.revision.shortID)" }
        let commands = [next, "annals why \(naming.shortID(fact.id))"].compactMap(\.self)
        return Document([
            .entry(Entry(title, against.isEmpty ? told : against)), .blank,
            .next(commands.map { [Span($0, .command)] }),
        ])
    }
}
