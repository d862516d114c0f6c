import Facts
import Rendering

/// A page before the frame that all pages share is put round it.
struct SitePage {
    /// A part of the site, as the head of each page names it.
    enum Section: String, CaseIterable {
        case changes = "Changes"
        case timeline = "Timeline"
        case contradictions = "Contradictions"
        case names = "A–Z"
        case reports = "Reports"
        case sources = "Sources"
        case extractors = "Extractors"
        case decisions = "Decisions"
        case log = "Log"
        case data = "Data"

        /// Where it begins.
        var path: String {
            switch self {
            case .changes: "index.html"
            case .timeline: "timeline.html"
            case .contradictions: "contradictions.html"
            case .names: "names.html"
            case .reports: "reports.html"
            case .sources: "sources.html"
            case .extractors: "extractors.html"
            case .decisions: "decisions.html"
            case .log: "log.html"
            case .data: "data.html"
            }
        }
    }

    /// What the browser calls it.
    let title: String
    /// The part of the site that it belongs to.
    let section: Section
    /// What is in it, from its first heading on.
    let content: HTML

    init(_ title: String, in section: Section, _ content: HTML...) {
        (self.title, self.section, self.content) = (title, section, content.joined)
    }
}

extension SitePage {
    /// The whole file, ending in a line feed.
    func html(in site: Site, at path: String) -> String {
        let body = HTML(
            "body", [], HTML("a", [.class("skip"), .href("#content")], HTML("Skip to the content")), .lineFeed,
            masthead(site, path), .lineFeed, HTML("main", [.id("content")], content), .lineFeed, foot(path))
        return "<!DOCTYPE html>\n"
            + HTML("html", [.init("lang", "en")], head(site, path), .lineFeed, body).source + "\n"
    }

    /// Nothing is run, nothing is asked of anybody: what a browser may load is the one style sheet and the icon.
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

    private func head(_ site: Site, _ path: String) -> HTML {
        func link(_ rel: String, _ type: String, _ target: String) -> HTML {
            .void(
                "link",
                [.init("rel", rel), .init("type", type), .href(SitePath.address(of: target, from: path))]) + .lineFeed
        }
        func meta(_ name: String, _ content: String) -> HTML {
            .void("meta", [.init("name", name), .init("content", content)]) + .lineFeed
        }
        return HTML(
            "head", [], .void("meta", [.init("charset", "utf-8")]), .lineFeed,
            .void("meta", [.init("http-equiv", "Content-Security-Policy"), .init("content", Self.policy)]), .lineFeed,
            meta("viewport", "width=device-width, initial-scale=1"), meta("referrer", "no-referrer"),
            meta("color-scheme", "light dark"), HTML("title", [], HTML("\(title) · \(site.story.title)")), .lineFeed,
            link("stylesheet", "text/css", "style.css"), link("icon", "image/svg+xml", Site.iconPath),
            link("alternate", "application/atom+xml", "feed.xml"),
            link("alternate", "application/feed+json", "feed.json"))
    }

    private func masthead(_ site: Site, _ path: String) -> HTML {
        let sections = Section.allCases.filter { site.routes[$0.path] != nil }
        let items = sections.map { section in
            let current: [HTML.Attribute] =
                section == self.section
                ? [.init("aria-current", section.path == path ? "page" : "true")] : []
            let address = SitePath.address(of: section.path, from: path)
            return HTML("li", [], HTML("a", [.href(address)] + current, HTML(section.rawValue)))
        }
        let home = HTML(
            "a", [.href(SitePath.address(of: "index.html", from: path))], HTML("bdi", [], HTML(site.story.title)))
        return HTML(
            "header", [.class("masthead")], HTML("p", [.class("name")], home),
            HTML("nav", [.init("aria-label", "Parts of the site")], HTML("ul", [], items)))
    }

    private func foot(_ path: String) -> HTML {
        let links = [("Atom feed", "feed.xml"), ("JSON feed", "feed.json"), ("Data", "data.html")].map { name, target in
            HTML("li", [], HTML("a", [.href(SitePath.address(of: target, from: path))], HTML(name)))
        }
        return HTML(
            "footer", [.class("foot")], HTML("ul", [], links),
            HTML("p", [], HTML("Made by Annals, version control for facts. No script, nothing loaded from elsewhere.")))
    }
}
