import FactDiff
import Facts
import Rendering

extension Site {
    /// The reports that there are, by name, and those that were withdrawn.
    func reportsPage(_ part: Int, _ path: String) -> SitePage {
        let counts = groups.byReport.mapValues { _ in 0 }
            .merging(Dictionary(story.facts.flatMap(\.claims).map { ($0.report, 1) }, uniquingKeysWith: +)) { $1 }
        let page = ReportsPage(story.reports.values.map { (record: $0, claims: counts[$0.name] ?? 0) })
        let parts = story.versions.count.parts(of: PartSize.reports)
        let range = page.reports.count.range(ofPart: part, of: parts)
        return SitePage(
            "Reports", in: .reports,
            title("Reports", HTML("Who said what, in which text"), HTML(page.reports.count.of("report"))),
            page.reports.isEmpty ? .nothing : renderer(path).html(of: page.table(range)), withdrawn(path),
            turning(part, of: parts, from: path) { SitePath.list("reports", part: $0) })
    }

    private func withdrawn(_ path: String) -> HTML {
        let names = story.versions.keys.filter { story.reports[$0] == nil }.sorted()
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
    func sourcesPage(_ path: String) -> SitePage {
        let claims = Dictionary(story.facts.flatMap(\.claims).map { ($0.report, 1) }, uniquingKeysWith: +)
        let ranked = sources.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let rows = ranked.map { name, records -> [Line] in
            let dates = records.compactMap(\.published?.edtf).sorted()
            let span = dates.first == dates.last ? dates.first ?? "" : "\(dates.first ?? "") to \(dates.last ?? "")"
            let count = records.map { claims[$0.name] ?? 0 }.reduce(0, +)
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
            renderer(path).html(of: Table(columns, rows: rows)))
    }

    /// Reports of a source that are named before the rest is counted.
    private static let reportsNamed = 4

    /// What other extractors read in the same texts: kinds of change against causes.
    func extractorsPage(_ path: String) throws -> SitePage {
        let bridges = story.revisions.filter { $0.kind == .bridge }
        let comparisons = try bridges.map { revision in
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
            comparisons.joined)
    }

    /// What other programs can take.
    func dataPage(_ path: String) -> SitePage {
        let about = HTML(
            "JSON Lines: the first line names the format and its version, each line after it is one claim or one change. SHA256SUMS has the digest of each file, as sha256sum --check reads it."
        )
        let facts = HTML(
            "li", [], link("data/claims.jsonl", from: path, HTML("claims.jsonl")), HTML(VisibleText.space),
            HTML("every claim that stands now, with its words"))
        let sums = HTML("li", [], link(Self.checksumsPath, from: path, HTML("SHA256SUMS")))
        let revisions = story.revisions.map { revision in
            HTML(
                "li", [], link(SitePath.changes(revision.id), from: path, HTML("\(revision.day) \(revision.shortID)")),
                HTML(VisibleText.space), HTML("span", [.class("source")], HTML(revision.message)))
        }
        return SitePage(
            "Data", in: .data, title("Data", HTML("The same, for programs"), about), HTML("ul", [], facts, sums),
            heading("Changes, revision by revision"), HTML("ul", [], revisions))
    }
}
