import FactDiff
import Facts
import Rendering

extension Site {
    /// What a revision changed: all of it, an overview of much, or a part of it.
    func revisionPage(_ revision: Revision, _ part: Int?, _ path: String) throws -> SitePage {
        let changes = try reader.changes(of: revision)
        let name = revision.message.isEmpty ? "Revision \(revision.shortID)" : revision.message
        let head = title("Revision \(revision.shortID) · \(revision.day)", HTML(name))
        let content =
            part.map { single($0, of: revision, changes, path) } ?? overview(of: revision, changes, path)
        return SitePage(name, in: .log, head, content, neighbours(revision, path))
    }

    private func overview(of revision: Revision, _ page: DiffPage, _ path: String) -> HTML {
        let renderer = renderer(path)
        let details = renderer.details(revision.entry.details)
        guard revision.changeParts.isEmpty else {
            return details + causes(page, path) + heading("Changes") + renderer.html(of: page.blocks)
                + parts(of: revision, path)
        }
        return details + heading("Changes") + renderer.html(of: page.summary) + changes(page, path)
    }

    /// Every change as a card; what only moved or was put otherwise waits to be unfolded.
    func changes(_ page: DiffPage, _ path: String) -> HTML {
        let (news, all) = (page.newsCount, page.changeSet.changes.count)
        let told = cards(page.entries(0..<news), on: path)
        guard news < all else { return told }
        let summary = HTML(
            "summary", [], HTML("\((all - news).grouped) more that only moved, or say the same in other words"))
        return told + HTML("details", [], summary, cards(page.entries(news..<all), on: path)) + .lineFeed
    }

    /// Why there were so many changes, in a table.
    private func causes(_ page: DiffPage, _ path: String) -> HTML {
        heading("Kinds of change and their causes") + renderer(path).html(of: page.causeTable)
    }

    /// Where each change is told.
    private func parts(of revision: Revision, _ path: String) -> HTML {
        let links = revision.changeParts.map { part in
            HTML("li", [], link(SitePath.revision(revision.id, part: part), from: path, HTML("\(part)")))
        }
        return heading("Every change, one by one")
            + HTML("nav", [.init("aria-label", "Every change")], HTML("ul", [.class("letters")], links)) + .lineFeed
    }

    private func single(_ part: Int, of revision: Revision, _ page: DiffPage, _ path: String) -> HTML {
        let parts = revision.changeParts.count
        let all = page.changeSet.changes.count
        let range = all.range(ofPart: part, of: parts)
        let place = "Changes \((range.lowerBound + 1).grouped) to \(range.upperBound.grouped) of \(all.grouped)"
        let back = link(SitePath.revision(revision.id), from: path, HTML("Overview of this revision"))
        return HTML("p", [], back) + heading(place) + cards(page.entries(range), on: path)
            + turning(part, of: parts, from: path) { SitePath.revision(revision.id, part: $0) }
    }

    private func neighbours(_ revision: Revision, _ path: String) -> HTML {
        guard let place = story.revisions.firstIndex(where: { $0.id == revision.id }) else { return .nothing }
        let older = place + 1 < story.revisions.count ? story.revisions[place + 1] : nil
        let newer = place > 0 ? story.revisions[place - 1] : nil
        return pager([
            older.map { link(SitePath.revision($0.id), from: path, HTML("← Before: \($0.day)")) } ?? .nothing,
            link(SitePath.changes(revision.id), from: path, HTML("These changes as JSON Lines")),
            newer.map { link(SitePath.revision($0.id), from: path, HTML("After: \($0.day) →")) } ?? .nothing,
        ])
    }
}
