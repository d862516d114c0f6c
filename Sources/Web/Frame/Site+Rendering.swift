import FactDiff
import Facts
import Rendering

extension Site {
    /// Writes what stands on a page; its headings begin below the page's own.
    ///
    /// - Parameter pointsAtClaims: whether links to claims lead to the claim in its report, which must be the one shown now.
    func renderer(_ page: String, level: Int = 2, pointsAtClaims: Bool = false) -> HTMLRenderer {
        HTMLRenderer(level: level, showsCommands: false) { target in
            address(of: target, from: page, pointsAtClaims: pointsAtClaims)
        }
    }

    /// Where the page of a thing is; `nil` where it has none.
    ///
    /// What there was once keeps its page.
    private func address(of target: Target, from page: String, pointsAtClaims: Bool) -> String? {
        let path: String? =
            switch target {
            case .fact(let id): SitePath.fact(id)
            case .revision(let id): SitePath.revision(id)
            case .report(let name), .claim(_, let name): SitePath.report(name)
            case .entity(let key): SitePath.entity(key)
            case .contradiction(let id): SitePath.contradiction(id)
            }
        guard let path, routes[path] != nil, path != page else { return nil }
        let address = SitePath.address(of: path, from: page)
        guard pointsAtClaims, case .claim(let id, let name) = target else { return address }
        let part = groups.laterParts[id] ?? 1
        return SitePath.address(of: SitePath.report(name, part: part), from: page) + "#" + Self.anchor(id)
    }

    /// Where a claim stands on the page of its report.
    static func anchor(_ claim: ClaimID) -> String { "c-\(claim.description.prefix(16))" }

    /// A link to a page of the site.
    func link(_ path: String, from page: String, _ text: HTML) -> HTML {
        HTML("a", [.href(SitePath.address(of: path, from: page))], text)
    }

    // MARK: parts of pages

    /// The first heading of a page, and what kind of page it is.
    func title(_ kicker: String, _ title: HTML, _ lede: HTML = .nothing) -> HTML {
        HTML("p", [.class("kicker")], HTML(kicker)) + HTML("h1", [.anyDirection], title) + .lineFeed
            + (lede.isEmpty ? .nothing : HTML("p", [.class("lede"), .anyDirection], lede) + .lineFeed)
    }

    /// Lists of facts under what they have in common, as a book of reference has them.
    func list(_ blocks: [Document.Block], on page: String) -> HTML {
        HTML("div", [.class("list")], renderer(page).html(of: blocks)) + .lineFeed
    }

    /// A date, which is not folded at its hyphens.
    func date(_ text: String) -> HTML { HTML("span", [.class("nobr")], HTML(text)) }

    /// The heading of a part of a page.
    func heading(_ text: String, id: String? = nil) -> HTML {
        HTML("h2", id.map { [.id($0)] } ?? [], HTML(text)) + .lineFeed
    }

    /// Links to the parts before and after; nothing where there is one part only.
    func turning(_ part: Int, of parts: Int, from page: String, _ path: (Int) -> String) -> HTML {
        guard parts > 1 else { return .nothing }
        let back = part > 1 ? link(path(part - 1), from: page, HTML("← Page \(part - 1)")) : .nothing
        let on = part < parts ? link(path(part + 1), from: page, HTML("Page \(part + 1) →")) : .nothing
        let here = HTML("Page \(part) of \(parts)")
        return pager([back, here, on])
    }

    /// Links to what stands before and after a page.
    func pager(_ links: [HTML]) -> HTML {
        let items = links.filter { !$0.isEmpty }.map { HTML("li", [], $0) }
        guard !items.isEmpty else { return .nothing }
        return HTML("nav", [.init("aria-label", "Neighbouring pages")], HTML("ul", [.class("pages")], items))
            + .lineFeed
    }

    /// Entries as cards; their titles are headings of the level told, one below what they stand under.
    func cards(_ entries: [Entry], on page: String, level: Int = 3) -> HTML {
        let renderer = renderer(page)
        return entries.map { renderer.html(of: $0, level: level) + .lineFeed }.joined
    }
}
