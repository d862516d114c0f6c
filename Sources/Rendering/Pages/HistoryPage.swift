package import FactDiff
package import Facts

/// Every value that a fact had, and since when, newest first: `annals history FACT`.
package struct HistoryPage: Page {
    /// The fact as it is now, or as it last was.
    package let fact: Fact
    /// The revisions that changed it and how; in any order.
    package let steps: [(revision: Revision, changes: [Change])]
    /// The reports, to name the source of a claim.
    package let reports: [ReportName: ReportRecord]
    /// What things are called.
    package let naming: Naming
    /// The revision in which the fact last said what a revision brought back, by the id of that revision.
    private let reversions: [String: Revision]

    /// A page of a fact's history; it is shown newest first, revisions of one second in the order given.
    package init(
        _ fact: Fact, steps: [(revision: Revision, changes: [Change])], reports: [ReportName: ReportRecord] = [:],
        naming: Naming
    ) {
        self.fact = fact
        // A stable sort: what was recorded in one second stays as the caller, who knows its ancestry, gave it.
        self.steps = steps.sorted { $0.revision.recorded > $1.revision.recorded }
        let oldestFirst = Array(self.steps.reversed())
        let found = Reversion.all(in: oldestFirst.map(\.changes))
        reversions = Dictionary(
            uniqueKeysWithValues: found.map { (oldestFirst[$0.step].revision.id, oldestFirst[$0.former].revision) })
        self.reports = reports
        self.naming = naming
    }

    package var schema: String { "history/1" }

    package var header: [String: JSONValue] {
        var members: [String: JSONValue] = ["fact": .string(fact.id.letters), "count": .integer(steps.count)]
        let leader = fact.claims.first
        members["subject"] = leader.map { .string(naming.name(of: $0.subject)) }
        members["predicate"] = leader.map { .string(naming.predicate(of: $0)) }
        return members
    }

    package var items: [JSONValue] {
        steps.map { step in
            var members: [String: JSONValue] = [
                "revision": step.revision.json,
                "changes": .array(step.changes.map { $0.json(naming) { reports[$0.report]?.source } }),
            ]
            members["backTo"] = reversions[step.revision.id].map { .string($0.id) }
            return .object(members)
        }
    }

    package var document: Document {
        guard let leader = fact.claims.first else { return Document() }
        let title = Line([Span("history of", .dim)]).then(naming.id(fact.id)).then(naming.head(of: leader), gap: 2)
        let count = Line([Span("\(steps.count.of("revision")) changed it; newest first", .dim)])
        let entries = entries.flatMap { [Document.Block.blank, .entry($0)] }
        let command = "annals show \(naming.shortID(fact.id))"
        return Document([.heading(title), .paragraph(count)] + entries + [.blank, .next([[Span(command, .command)]])])
    }

    /// An entry for each revision that changed it, newest first.
    package var entries: [Entry] { steps.map { entry($0.revision, $0.changes) } }

    private func entry(_ revision: Revision, _ changes: [Change]) -> Entry {
        let title = Line([revision.span]).then(revision.day.description, gap: 2)
            .then(revision.message, .dim, gap: 2)
        let back = reversions[revision.id].map { former in
            Entry.Detail.note(
                Line([Span("back to what it said in", .strong)]).then([former.span])
                    .then("(\(former.day.description))"))
        }
        return Entry(title, changes.flatMap { $0.historyDetails(naming) } + [back].compactMap { $0 })
    }
}

extension Change {
    /// What happened and what it said then, its quotation, and the cause.
    fileprivate func historyDetails(_ naming: Naming) -> [Entry.Detail] {
        let isGone = gained.isEmpty && kind != .added
        guard let claim = isGone ? before : after else { return [] }
        let values = [naming.object(of: claim), naming.circumstances(of: claim)].separated(by: "·")
        let former = before.map { [naming.object(of: $0), naming.circumstances(of: $0)].separated(by: "·") } ?? []
        let isNew = kind == .changed && !isGone && former != values
        let title = headline.label(beside: []).then(isNew ? Difference.arrow(former, values) : values, gap: 2)
        return [
            .part(title.then(causeLine, gap: 2)),
            .quote([], words: claim.hedgeLine.then(claim.firstQuote), source: claim.source),
        ]
    }
}
