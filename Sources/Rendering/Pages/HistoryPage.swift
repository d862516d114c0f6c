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
    /// By revision that changed the fact, the facts that rested on it and stayed as they were.
    private let stale: [String: [Fact]]

    /// A page of a fact's history; it is shown newest first, revisions of one second in the order given.
    package init(
        _ fact: Fact, steps: [(revision: Revision, changes: [Change])], reports: [ReportName: ReportRecord] = [:],
        naming: Naming, stale: [String: [Fact]] = [:]
    ) {
        self.fact = fact
        self.stale = stale
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
                "changes": .array(
                    step.changes.map { change in
                        change.json(naming, stale: stale(change, step.revision)) { reports[$0.report]?.source }
                    }),
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
        let id = naming.shortID(fact.id)
        let commands = ["annals why \(id)", "annals show \(id)"].map { Line([Span($0, .command)]) }
        return Document([.heading(title), .paragraph(count)] + entries + [.blank, .next(commands)])
    }

    /// An entry for each revision that changed it, newest first.
    package var entries: [Entry] { steps.map { entry($0.revision, $0.changes) } }

    private func entry(_ revision: Revision, _ changes: [Change]) -> Entry {
        let told = changes.flatMap { $0.historyDetails(naming) }
        return Entry(title(of: revision), told + remarks(on: revision))
    }

    /// That a revision brought back what the fact said before, and what rested on what it took away.
    func remarks(on revision: Revision) -> [Entry.Detail] {
        reversion(in: revision) + (stale[revision.id] ?? []).staleDetails(naming)
    }

    /// The facts that rested on what a change took away.
    private func stale(_ change: Change, _ revision: Revision) -> [Fact] {
        change.shakesDependants ? stale[revision.id] ?? [] : []
    }

    /// The revision in a line.
    func title(of revision: Revision) -> Line { revision.titleLine.then(revision.message, .dim, gap: 2) }

    /// Empty when it did not.
    private func reversion(in revision: Revision) -> [Entry.Detail] {
        guard let former = reversions[revision.id] else { return [] }
        let back = Line([Span("back to what it said in", .strong)]).then([former.span])
        return [.note(back.then("(\(former.day.description))"))]
    }
}

extension Revision {
    /// The short id and the day.
    var titleLine: Line { Line([span]).then(day.description, gap: 2) }
}

extension Change {
    /// The claim that tells what a fact says from then on, or last said; `nil` when there is none.
    package var told: Claim? { isGone ? before : after }

    private var isGone: Bool { gained.isEmpty && kind != .added }

    /// What happened, and what it said then.
    func historyTitle(_ naming: Naming) -> Line {
        guard let claim = told else { return headline.label(beside: []) }
        let values = [naming.object(of: claim), naming.circumstances(of: claim)].separated(by: "·")
        let former = before.map { [naming.object(of: $0), naming.circumstances(of: $0)].separated(by: "·") } ?? []
        let isNew = kind == .changed && !isGone && former != values
        return headline.label(beside: []).then(isNew ? Difference.arrow(former, values) : values, gap: 2)
            .then(causeLine, gap: 2)
    }

    /// What happened and what it said then, its quotation, and the cause.
    func historyDetails(_ naming: Naming) -> [Entry.Detail] {
        guard let claim = told else { return [] }
        return [
            .part(historyTitle(naming)),
            .quote([], words: claim.hedgeLine.then(claim.firstQuote), source: claim.source),
        ]
    }
}
