import FactDiff
import Facts
import Rendering

extension Site {
    /// What cannot all hold, gravest first, and what no longer stands against one another.
    func contradictionsPage(_ part: Int, _ path: String) -> SitePage {
        let page = story.contradictions
        let open = page.contradictions
        let shown = open[open.count.range(ofPart: part, size: PartSize.contradictions)]
        let over = page.over
        let overShown = over[over.count.range(ofPart: part - page.openParts + 1, size: PartSize.names)]
        let renderer = renderer(path)
        return SitePage(
            "Contradictions", in: .contradictions,
            title("Contradictions", HTML("What cannot all be true"), renderer.html(of: page.counts)),
            open.isEmpty
                ? HTML("p", [], HTML("No contradictions."))
                : cards(shown.map { page.entry($0) }, on: path, level: 2),
            overShown.isEmpty ? .nothing : heading("Over") + names(overShown.map(\.latest), path),
            part == 1 ? heading("How much was looked at") + renderer.html(of: page.extent) : .nothing,
            turning(part, of: page.parts, from: path) { SitePath.list("contradictions", part: $0) })
    }

    /// Contradictions by their titles, a line each.
    private func names(_ contradictions: [Contradiction], _ path: String) -> HTML {
        let renderer = renderer(path)
        let items = contradictions.map { found in
            HTML("li", [], renderer.html(of: story.contradictions.entry(found).title))
        }
        return HTML("ul", [], items) + .lineFeed
    }

    /// A contradiction as a page of its own tells it, dated as its evidence is.
    func entry(_ life: ContradictionLife) -> Entry {
        story.contradictions.entry(life.latest, in: evidenceRecords(of: life))
    }

    /// One contradiction and its life.
    func contradictionPage(_ id: ContradictionID, _ path: String) -> SitePage {
        guard let life = story.contradictions.life(of: id) else {
            return SitePage("No contradiction", in: .contradictions)
        }
        let entry = entry(life)
        return SitePage(
            "Contradiction \(id.letters.prefix(SiteStory.shortLength))", in: .contradictions,
            title("Contradiction", renderer(path).html(of: entry.title)), renderer(path).details(entry.details),
            ruled(rulings.byContradiction[id], on: path))
    }
}
