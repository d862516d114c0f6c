package import FactDiff
package import Facts

/// One fact and every claim about it: `annals show FACT`.
package struct FactPage: Page {
    /// The fact.
    package let fact: Fact
    /// The reports that its claims stand in.
    package let reports: [ReportName: ReportRecord]
    /// The contradiction inside it, when there is one.
    package let contradiction: Contradiction?
    /// What things are called.
    package let naming: Naming

    /// A page of one fact.
    package init(
        _ fact: Fact, reports: [ReportName: ReportRecord], contradiction: Contradiction? = nil, naming: Naming
    ) {
        self.fact = fact
        self.reports = reports
        self.contradiction = contradiction
        self.naming = naming
    }

    package var schema: String { "fact/1" }

    package var header: [String: JSONValue] {
        var members = fact.json(naming, reports: reports, mark: mark).object ?? [:]
        members["claims"] = nil
        return members
    }

    package var items: [JSONValue] {
        claims.map { claim in
            var members = claim.json.object ?? [:]
            members["source"] = reports[claim.report]?.source.map(JSONValue.string)
            members["published"] = reports[claim.report]?.published.map { .string($0.edtf) }
            return .object(members)
        }
    }

    /// Subject, predicate, and the object where all claims name the same.
    package var title: Line { fact.title(naming) }

    /// How many claims there are, of how many reports and sources, and whether they contradict one another.
    package var reach: Line {
        let marked: Line = mark.map { Line([Span($0.glyph, .glyph)]).then($0.rawValue, .word) } ?? []
        return Line([Span(fact.claims.count.of("claim"), .dim)]).then("in", .dim).then(fact.reach(reports))
            .then(marked, gap: 2)
    }

    /// What the claim says that tells of the fact: the latest published.
    package var statement: Line { fact.leader(reports).map { $0.hedgeLine.then(naming.statement(of: $0)) } ?? [] }

    private var mark: Headline? { contradiction.map { [$0].marks[fact.id] } ?? nil }

    /// The claims by publication, undated ones last; then by report and id.
    package var claims: [Claim] { fact.claims.byPublication(reports) }

    package var document: Document {
        guard let leader = fact.leader(reports) else { return Document() }
        let title = Line([Span("fact", .dim)]).then(naming.id(fact.id)).then(self.title, gap: 2)
        let entries = claims.flatMap { [Document.Block.blank, .entry($0.entry(naming, record: reports[$0.report]))] }
        let ends = ["annals why \(naming.shortID(fact.id))", "annals show \(leader.report)"]
        return Document(
            [.heading(title), .paragraph(reach)] + entries + [.blank, .next(ends.map { [Span($0, .command)] })])
    }
}

extension Sequence<Claim> {
    /// By publication of their reports, undated ones last; then by report and id.
    func byPublication(_ reports: [ReportName: ReportRecord]) -> [Claim] {
        sorted { a, b in
            let (x, y) = (reports[a.report]?.published?.start.earliest, reports[b.report]?.published?.start.earliest)
            return x == y ? (a.report, a.id) < (b.report, b.id) : (x ?? .max) < (y ?? .max)
        }
    }
}
