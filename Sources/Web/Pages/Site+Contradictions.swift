import FactDiff
import Facts
import Rendering

extension Site {
    /// What cannot all hold, gravest first, and what no longer stands against one another.
    func contradictionsPage(_ path: String) -> SitePage {
        let page = story.contradictions
        let shown = page.contradictions.prefix(PartSize.facts)
        let rest = page.contradictions.dropFirst(shown.count)
        let closed = page.allLives.filter { !$0.isOpen }
        let renderer = renderer(path)
        return SitePage(
            "Contradictions", in: .contradictions,
            title("Contradictions", HTML("What cannot all be true"), renderer.html(of: page.counts)),
            shown.isEmpty
                ? HTML("p", [], HTML("No contradictions.")) : cards(shown.map { page.entry($0) }, on: path, level: 2),
            rest.isEmpty ? .nothing : heading("More") + names(Array(rest), path),
            closed.isEmpty ? .nothing : heading("Over") + names(closed.map(\.latest), path),
            heading("How much was looked at"), renderer.html(of: page.extent))
    }

    /// Contradictions by their titles, a line each.
    private func names(_ contradictions: [Contradiction], _ path: String) -> HTML {
        let renderer = renderer(path)
        let items = contradictions.map { found in
            HTML("li", [], renderer.html(of: story.contradictions.entry(found).title))
        }
        return HTML("ul", [], items) + .lineFeed
    }

    /// One contradiction and its life.
    func contradictionPage(_ id: ContradictionID, _ path: String) -> SitePage {
        let all = story.contradictions
        guard let latest = all.life(of: id)?.latest else { return SitePage("No contradiction", in: .contradictions) }
        let entry = all.entry(latest)
        return SitePage(
            "Contradiction \(id.letters.prefix(SiteStory.shortLength))", in: .contradictions,
            title("Contradiction", renderer(path).html(of: entry.title)), renderer(path).details(entry.details))
    }
}
