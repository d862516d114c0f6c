import FactDiff
import Facts
import Rendering

extension Site {
    /// The reports that there are, by name, and those that were withdrawn.
    func reportsPage(_ part: Int, _ path: String) -> SitePage {
        let page = ReportsPage(story.reports.values.map { (record: $0, claims: groups.claimCounts[$0.name] ?? 0) })
        let parts = story.versions.count.parts(of: PartSize.reports)
        let range = page.reports.count.range(ofPart: part, of: parts)
        return SitePage(
            "Reports", in: .reports,
            title("Reports", HTML("Who said what, in which text"), HTML(page.reports.count.of("report"))),
            page.reports.isEmpty ? .nothing : renderer(path).html(of: page.table(range)),
            withdrawn(part, of: parts, path),
            turning(part, of: parts, from: path) { SitePath.list("reports", part: $0) })
    }

    private func withdrawn(_ part: Int, of parts: Int, _ path: String) -> HTML {
        let all = story.versions.keys.filter { story.reports[$0] == nil }.sorted()
        let names = all[all.count.range(ofPart: part, of: parts)]
        guard !names.isEmpty else { return .nothing }
        let items = names.map { HTML("li", [], link(SitePath.report($0), from: path, HTML($0.description))) }
        return heading("Withdrawn") + HTML("ul", [.class("names")], items) + .lineFeed
    }

    /// The revisions, newest first.
    func logPage(_ part: Int, _ path: String) -> SitePage {
        let parts = story.revisions.count.parts(of: PartSize.rows)
        let range = story.revisions.count.range(ofPart: part, of: parts)
        return SitePage(
            "Log", in: .log, title("Log", HTML("Every recorded revision"), HTML(story.revisions.count.of("revision"))),
            cards(story.revisions[range].map(\.entry), on: path, level: 2),
            turning(part, of: parts, from: path) { SitePath.list("log", part: $0) })
    }

    /// Who published the reports.
    func sourcesPage(_ part: Int, _ path: String) -> SitePage {
        let sources = story.sources
        let ranked = sources.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let rows = ranked[ranked.count.range(ofPart: part, size: PartSize.rows)].map { name, records -> [Line] in
            let dates = records.compactMap(\.published?.edtf).sorted()
            let span = dates.first == dates.last ? dates.first ?? "" : "\(dates.first ?? "") to \(dates.last ?? "")"
            let count = records.map { groups.claimCounts[$0.name] ?? 0 }.reduce(0, +)
            let shown = records.map(\.name).sorted().prefix(Self.reportsNamed).map { Line([$0.span]) }
            let rest = records.count - shown.count
            let names = shown + (rest > 0 ? [[Span("and \(rest.grouped) more", .dim)]] : [])
            return [
                [Span(name, .strong)], [Span(records.count.grouped)], [Span(count.grouped)], [Span(span)],
                names.reduce(Line()) { $0.then($1, gap: 2) },
            ]
        }
        let columns: [Table.Column] = [
            .words("source"), .numbers("reports"), .numbers("claims"), .words("published"), .words("which"),
        ]
        return SitePage(
            "Sources", in: .sources, title("Sources", HTML("Who is speaking"), HTML(sources.count.of("source"))),
            renderer(path).html(of: Table(columns, rows: rows)),
            turning(part, of: ranked.count.parts(of: PartSize.rows), from: path) { SitePath.list("sources", part: $0) })
    }

    /// Reports of a source that are named before the rest is counted.
    private static let reportsNamed = 4

    /// What other extractors read in the same texts: kinds of change against causes.
    func extractorsPage(_ part: Int, _ path: String) throws -> SitePage {
        let all = story.readings
        let comparisons = try all[all.count.range(ofPart: part, size: PartSize.readings)].map { revision in
            let page = try reader.changes(of: revision)
            let renderer = renderer(path)
            return renderer.html(of: revision.entry, level: 2) + renderer.html(of: page.causeTable)
                + HTML("h3", [], HTML("Most changed predicates")) + renderer.html(of: page.moverTable)
        }
        return SitePage(
            "Extractors", in: .extractors,
            title(
                "Extractors", HTML("What changed only because of the reader"),
                HTML("The same texts, read again: no change here is one of the world or of a report.")),
            comparisons.joined,
            turning(part, of: all.count.parts(of: PartSize.readings), from: path) {
                SitePath.list("extractors", part: $0)
            })
    }

    /// What other programs can take.
    func dataPage(_ part: Int, _ path: String) -> SitePage {
        let about = HTML(
            "JSON Lines: the first line names the format and its version, each line after it is one claim or one change. SHA256SUMS has the digest of each file, as sha256sum --check reads it."
        )
        let facts = HTML(
            "li", [], link("data/claims.jsonl", from: path, HTML("claims.jsonl")), HTML(VisibleText.space),
            HTML("every claim that stands now, with its words"))
        let sums = HTML("li", [], link(Self.checksumsPath, from: path, HTML("SHA256SUMS")))
        let shown = story.revisions[story.revisions.count.range(ofPart: part, size: PartSize.reports)]
        let revisions = shown.map { revision in
            HTML(
                "li", [], link(SitePath.changes(revision.id), from: path, HTML("\(revision.day) \(revision.shortID)")),
                HTML(VisibleText.space), HTML("span", [.class("source")], HTML(revision.message)))
        }
        return SitePage(
            "Data", in: .data, title("Data", HTML("The same, for programs"), about), HTML("ul", [], facts, sums),
            heading("Changes, revision by revision"), HTML("ul", [], revisions),
            turning(part, of: story.revisions.count.parts(of: PartSize.reports), from: path) {
                SitePath.list("data", part: $0)
            })
    }
}
