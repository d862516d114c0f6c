package import FactDiff
package import Facts

/// Which rules of the vocabulary are broken, and by which claims: `annals check`.
package struct CheckPage: Page {
    /// What is broken, in the order of display.
    package let broken: [BrokenInvariant]
    /// How many rules the vocabulary declares.
    package let rules: Int
    /// How many facts were held to them.
    package let facts: Int
    /// The reports that the claims stand in.
    package let reports: [ReportName: ReportRecord]
    /// What things are called.
    package let naming: Naming

    /// A page of findings.
    package init(
        _ broken: [BrokenInvariant], rules: Int, facts: Int, reports: [ReportName: ReportRecord], naming: Naming
    ) {
        (self.broken, self.rules, self.facts, self.reports, self.naming) = (broken, rules, facts, reports, naming)
    }

    package var schema: String { "check/1" }

    package var header: [String: JSONValue] {
        ["count": .integer(broken.count), "rules": .integer(rules), "facts": .integer(facts)]
    }

    package var items: [JSONValue] { broken.map { $0.json(naming) { reports[$0.report]?.source } } }

    package var document: Document {
        let lead: Document.Block = .paragraph([
            Span("\(rules.of("rule")) of the vocabulary, held against \(facts.of("fact"))", .dim)
        ])
        guard let first = broken.first?.claims.first else {
            return Document([
                lead, .paragraph(Line([Span("=", .glyph)]).then("kept", .word).then("nothing breaks a rule", gap: 2)),
            ])
        }
        let total = Line([Span("!\(broken.count.grouped)", .glyph)]).then("broken", .word)
        let command = "annals show \(naming.shortID(first.fact))"
        return Document(
            [lead, .paragraph(total), .blank] + broken.flatMap { [Document.Block.entry(entry($0)), .blank] }
                + [.next([[Span(command, .command)]])])
    }

    private func entry(_ broken: BrokenInvariant) -> Entry {
        let label = Line([Span("!", .glyph)]).then(broken.rule.rawValue.uppercased(), .word)
        let details = broken.claims.flatMap { claim -> [Entry.Detail] in
            let says = naming.id(claim.fact).then(naming.predication(of: claim), gap: 2)
            return [.part(Line([Span("·", .dim)]).then(says)), claim.quoted(reports)]
        }
        return Entry(label.then(broken.title(naming), gap: 2), details)
    }
}
