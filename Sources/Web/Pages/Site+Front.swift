import FactDiff
import Facts
import Rendering

extension Site {
    /// Revisions that the front page names.
    private static let newestShown = 6
    /// Contradictions that the front page tells in full.
    private static let openShown = 5

    /// What changed since the reader last looked, what is open, and the newest revisions.
    func frontPage(_ path: String) throws -> SitePage {
        SitePage(
            "What changed", in: .changes, title("A story, fact by fact", HTML(story.title), lede), figures(path),
            try changes(path), open(path), revisions(path))
    }

    private var lede: HTML {
        let first = story.revisions.last?.day.description ?? ""
        let (space, stop) = (HTML(VisibleText.space), HTML(", and on whose word."))
        return HTML(
            "What \(story.reports.count.of("report")) of \(story.sources.count.of("source")) say, how it changed from")
            + space
            + date(first) + space + HTML("to") + space + date(newest.day.description) + stop
    }

    private func figures(_ path: String) -> HTML {
        let figures: [(Int, String, String)] = [
            (story.facts.count, "facts", "names.html"), (story.reports.count, "reports", "reports.html"),
            (story.sources.count, "sources", "sources.html"), (story.revisions.count, "revisions", "log.html"),
            (story.contradictions.contradictions.count, "open contradictions", "contradictions.html"),
        ]
        let items = figures.map { count, name, target in
            let text = HTML("b", [], HTML(count.grouped)) + HTML(VisibleText.space) + HTML("span", [], HTML(name))
            return HTML("li", [], link(target, from: path, text))
        }
        return HTML("ul", [.class("figures")], items) + .lineFeed
    }

    private func changes(_ path: String) throws -> HTML {
        guard let since = story.since else { return heading("Nothing came before") }
        let page = try reader.changes(since: since)
        let renderer = renderer(path, level: 3)
        let sides = HTML("p", [.class("dim")], renderer.html(of: page.sides))
        let more = link(SitePath.revision(newest.id), from: path, HTML("The newest revision, change by change"))
        let isLarge = page.changeSet.changes.count > PartSize.fewChanges
        return heading("Since you last looked") + sides + renderer.html(of: isLarge ? page.blocks : page.summary)
            + (isLarge ? .nothing : changes(page, path))
            + HTML("p", [.class("more")], more) + .lineFeed
    }

    private func open(_ path: String) -> HTML {
        let all = story.contradictions
        guard !all.contradictions.isEmpty else { return .nothing }
        let shown = all.contradictions.prefix(Self.openShown)
        let rest = all.contradictions.count - shown.count
        let more =
            rest > 0 ? "All \(all.contradictions.count.grouped) contradictions" : "Contradictions and how they ended"
        return heading("What cannot all be true") + HTML("p", [], renderer(path).html(of: all.counts))
            + cards(shown.map { all.entry($0) }, on: path)
            + HTML("p", [.class("more")], link("contradictions.html", from: path, HTML(more))) + .lineFeed
    }

    private func revisions(_ path: String) -> HTML {
        heading("Newest revisions") + cards(story.revisions.prefix(Self.newestShown).map(\.entry), on: path)
            + HTML("p", [.class("more")], link("log.html", from: path, HTML("All revisions"))) + .lineFeed
    }
}
