package import FactDiff
package import Facts

/// What changed between two sides: `annals diff`, `annals compare`.
package struct DiffPage: Page {
    /// The side before.
    package let before: ComparedSide
    /// The side after.
    package let after: ComparedSide
    /// What changed.
    package let changeSet: ChangeSet
    /// What things are called.
    package let naming: Naming
    /// The reports, to name the source of a claim; those that changed are known already.
    package let reports: [ReportName: ReportRecord]
    /// For each fact that changed, the unchanged facts that rest on it.
    package let stale: [FactID: [Fact]]
    /// Whether quiet changes and floods are shown one by one.
    package let showsAll: Bool
    /// Whether each change says which rule gave it its label.
    package let explains: Bool

    /// A page of changes.
    package init(
        before: ComparedSide, after: ComparedSide, changeSet: ChangeSet, naming: Naming,
        reports: [ReportName: ReportRecord] = [:], stale: [FactID: [Fact]] = [:], showsAll: Bool = false,
        explains: Bool = false
    ) {
        self.before = before
        self.after = after
        self.changeSet = changeSet
        self.naming = naming
        self.reports = reports
        self.stale = stale
        self.showsAll = showsAll
        self.explains = explains
    }

    package var schema: String { "changes/1" }

    package var header: [String: JSONValue] {
        [
            "before": before.json, "after": after.json, "counts": changeSet.countsJSON,
            "causes": changeSet.causesJSON,
            "reports": .array(changeSet.reports.map(\.json)),
            "contradictions": .array(changeSet.contradictions.map(\.json)),
            "schema": .array(changeSet.schemaEvents.map(\.json)),
        ]
    }

    package var items: [JSONValue] {
        let sources = sources
        return changeSet.changes.map { change in
            let stale = change.shakesDependants ? stale[change.fact] ?? [] : []
            return change.json(naming, stale: stale) { sources[$0.report]?.source }
        }
    }

    /// The newest that is known of each report.
    private var sources: [ReportName: ReportRecord] {
        var records = reports
        for change in changeSet.reports { records[change.name] = change.after ?? change.before }
        return records
    }

    package var document: Document {
        Document([.paragraph(sides)] + blocks)
    }

    package var sides: Line { Difference.arrow(before.line, after.line) }

    /// What happened to reports, and how many changes there are of each kind.
    package var summary: [Document.Block] {
        changeSet.reports.summary.map(Document.Block.paragraph)
            + [.paragraph(changeSet.changes.isEmpty ? nothing : counts)]
            + changeSet.contradictions.filter(isNews).map { .paragraph($0.line(naming)) }
    }

    /// Whether no change on the page tells of it already.
    private func isNews(_ contradiction: ContradictionChange) -> Bool {
        guard let content = contradiction.after?.content else { return true }
        return contradiction.latest.link != nil
            || !changeSet.changes.contains { $0.fact == contradiction.fact && $0.content == content }
    }

    /// One change after another with all that is told of it, those of one part of the list: a page of pages.
    package func entries(_ range: Range<Int>) -> [Entry] {
        changeSet.changes[range.clamped(to: changeSet.changes.indices)].map { change in
            change.entry(naming, stale: change.shakesDependants ? stale[change.fact] ?? [] : [], explains: explains)
        }
    }

    /// How many changes are news; those after them only moved or put otherwise what is said.
    package var newsCount: Int { changeSet.changes.count { !$0.headline.isQuiet } }

    /// The page without the line that names its sides.
    package var blocks: [Document.Block] {
        guard !changeSet.changes.isEmpty else { return summary }
        let events = changeSet.schemaEvents
        let groups = ChangeGroup.groups(changesApart(from: events), showsAll: showsAll, taken: rows(beside: events))
        let entries = groups.map {
            $0.entry(naming, stale: stale, explains: explains, extent: showsAll ? .whole : .passages)
        }
        return summary + schema(events) + entries.apart + hint(groups) + [.blank, .next(commands(groups))]
    }

    /// About how many rows there are beside the changes: lines at the top, which may fold, schema events, and the hint.
    private func rows(beside events: [SchemaEvent]) -> Int {
        let told = events.prefix(Self.events)
        let notes = told.count { $0.unchangedInValue.count < $0.members.count }
        let more = events.count > told.count ? 1 : 0
        return 1 + 2 * summary.count + (told.isEmpty ? 0 : told.count + notes + more + 1) + 3
    }

    /// How to see what is folded, where no entry says so itself.
    private func hint(_ groups: [ChangeGroup]) -> [Document.Block] {
        let isFolded = groups.contains(where: \.isFoldedSilently)
        let isAbridged = !showsAll && groups.contains(where: \.hasLongDifference)
        guard isFolded || isAbridged else { return [] }
        let what = [isFolded ? "each change" : nil, isAbridged ? "long texts whole" : nil].compactMap(\.self)
        return [.blank, .paragraph([Span("(--all shows \(what.joined(separator: ", and ")))", .hint)])]
    }

    /// What no schema event tells whole.
    private func changesApart(from events: [SchemaEvent]) -> [Change] {
        if showsAll || events.isEmpty { return changeSet.changes }
        let told = Set(events.flatMap(\.unchangedInValue))
        return changeSet.changes.filter { !told.contains($0) }
    }

    /// The largest schema events one by one, how many more there are.
    private func schema(_ events: [SchemaEvent]) -> [Document.Block] {
        let shown = showsAll ? events[...] : events.prefix(Self.events)
        let rest = events.dropFirst(shown.count)
        let more = "and \(rest.count.of("more schema event")) over \(rest.map(\.members.count).reduce(0, +).of("fact"))"
        return shown.map { $0.entry(naming, room: showsAll ? .any : .brief) }.apart
            + (rest.isEmpty ? [] : [.paragraph(Line([Span(more, .dim)]).then("(--all shows them)", .hint))])
    }

    /// Schema events that are shown one by one.
    private static let events = 8

    private var counts: Line { changeSet.counts.map { $0.headline.counted($0.count) }.spaced(2) }

    private var nothing: Line {
        if changeSet.hidden > 0 {
            return Line([Span("no change matches", .strong), Span(":")])
                .then("\(changeSet.hidden.of("change")) left out by what was asked for")
        }
        guard !changeSet.reports.isEmpty else { return [Span("no change, of facts or of reports", .strong)] }
        return Line([Span("no change of fact", .strong), Span(":")]).then(changeSet.reports.reasonForNothing)
    }

    private func commands(_ groups: [ChangeGroup]) -> [Line] {
        // Files that were compared without a repository have no history to look into.
        guard case .revision(let newer) = after else { return [] }
        let known = changeSet.changes.first { !$0.headline.isQuiet && $0.kind != .added } ?? changeSet.changes.first
        let fact = known.map { naming.shortID($0.fact) } ?? ""
        var names = ["annals history \(fact)", "annals show \(fact)"]
        if groups.contains(where: \.isFolded), case .revision(let older) = before {
            names.append("annals diff --all \(older.shortID) \(newer.shortID)")
        }
        return names.map { [Span($0, .command)] }
    }
}

extension [Entry] {
    /// The entries as blocks with space before each, but for brief ones that follow one another.
    fileprivate var apart: [Document.Block] {
        indices.flatMap { place -> [Document.Block] in
            let isClose = place > 0 && self[place].room.isBrief && self[place - 1].room.isBrief
            return (isClose ? [] : [.blank]) + [.entry(self[place])]
        }
    }
}

/// How many changes of which kind, and the reports behind them: `annals diff --stat`.
package struct StatPage: Page {
    private let changes: DiffPage

    /// The counts of a page of changes.
    package init(_ changes: DiffPage) { self.changes = changes }

    package var schema: String { "stat/1" }
    package var header: [String: JSONValue] { changes.header }
    package var items: [JSONValue] { [] }
    package var document: Document { Document([.paragraph(changes.sides)] + changes.summary + causes) }

    /// Why: a row a cause, the numbers of which add up to the number of changes.
    private var causes: [Document.Block] {
        let counts = changes.changeSet.countsByCause
        let rows = Cause.allCases.compactMap { cause -> Line? in
            guard let byHeadline = counts[cause] else { return nil }
            let total = byHeadline.values.reduce(0, +)
            let kinds = Headline.allCases.compactMap { kind in byHeadline[kind].map { kind.counted($0) } }
            return Line([Span("cause: \(cause.rawValue)", .strong)]).then(total.grouped, gap: 2).then(
                kinds.spaced(2), gap: 2)
        }
        return rows.isEmpty ? [] : [.blank] + rows.map(Document.Block.paragraph)
    }
}

extension ChangeSet {
    /// How many changes each cause has, of each headline.
    fileprivate var causesJSON: JSONValue {
        let causes = countsByCause.map { cause, counts in
            (
                cause.rawValue,
                JSONValue.object(Dictionary(uniqueKeysWithValues: counts.map { ($0.rawValue, .integer($1)) }))
            )
        }
        return .object(Dictionary(uniqueKeysWithValues: causes))
    }

    /// How many changes there are of each headline, by name.
    var countsJSON: JSONValue {
        .object(Dictionary(uniqueKeysWithValues: counts.map { ($0.headline.rawValue, .integer($0.count)) }))
    }
}
