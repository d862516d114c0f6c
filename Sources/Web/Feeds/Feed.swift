import FactDiff
import Facts
import Rendering

/// What came in, for feed readers: the newest revisions in which a report changed.
///
/// What only another extractor or another vocabulary changed is left out: nothing has happened in the world.
struct Feed {
    private let site: Site
    private let revisions: [Revision]

    init(_ site: Site) {
        self.site = site
        revisions = Array(
            site.story.revisions.filter { $0.kind == .record || $0.kind == .withdraw }.prefix(Self.length))
    }

    /// Revisions that a feed holds.
    private static let length = 20

    /// The feed as Atom (RFC 4287).
    var atom: String {
        get throws {
            let newest = revisions.first ?? site.newest
            let head: [HTML] = [
                HTML("title", [], HTML(site.story.title)),
                HTML("id", [], HTML(Self.urn(site.story.revisions.last?.id ?? ""))),
                HTML("updated", [], HTML(newest.moment)),
                HTML("link", [.init("rel", "self"), .href(address("feed.xml"))]),
                HTML("link", [.href(address("index.html"))]),
                HTML("author", [], HTML("name", [], HTML(newest.author))),
            ].map { $0 + .lineFeed }
            let entries = try revisions.map { try entry($0) }
            let feed = HTML(
                "feed", [.init("xmlns", "http://www.w3.org/2005/Atom"), .init("xml:lang", "en")], head + entries)
            return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed.source + "\n"
        }
    }

    /// Where a page is: a whole address where the site's own is known, else one that begins at the feed.
    private func address(_ path: String) -> String {
        let relative = SitePath.address(of: path, from: "")
        guard let base = site.base?.text else { return relative }
        return base + (base.hasSuffix("/") ? "" : "/") + relative
    }

    private func entry(_ revision: Revision) throws -> HTML {
        HTML(
            "entry", [], HTML("title", [], HTML(revision.headline)), HTML("id", [], HTML(Self.urn(revision.id))),
            HTML("updated", [], HTML(revision.moment)), HTML("link", [.href(address(SitePath.revision(revision.id)))]),
            HTML("content", [.init("type", "html")], HTML(VisibleText(try content(revision), limit: .max)))) + .lineFeed
    }

    /// The feed as JSON Feed 1.1.
    var json: String {
        get throws {
            let items = try revisions.map { revision -> JSONValue in
                .object([
                    "id": .string(Self.urn(revision.id)), "title": .string(revision.headline),
                    "url": .string(address(SitePath.revision(revision.id))), "date_published": .string(revision.moment),
                    "content_html": .string(try content(revision)),
                ])
            }
            let feed = JSONValue.object([
                "version": "https://jsonfeed.org/version/1.1", "title": .string(VisibleText(site.story.title).text),
                "home_page_url": .string(address("index.html")), "feed_url": .string(address("feed.json")),
                "language": "en", "items": .array(items),
            ])
            return machineText(of: feed) + "\n"
        }
    }

    /// Reports and counts of a revision, as its page begins.
    private func content(_ revision: Revision) throws -> String {
        let page = try site.reader.changes(of: revision)
        return HTMLRenderer(level: 2, showsCommands: false).html(of: page.summary).source
    }

    /// A name for a revision that stays: a UUID of the program's own making (RFC 9562, version 8) from its digest.
    private static func urn(_ id: String) -> String {
        let digits = Array(id.prefix(32).padded(to: 32).utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        return "urn:uuid:\(part(0..<8))-\(part(8..<12))-8\(part(13..<16))-8\(part(17..<20))-\(part(20..<32))"
    }
}

extension Substring {
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: "0", count: Swift.max(0, count - utf8.count))
    }
}

extension Revision {
    /// What it is called in a list.
    fileprivate var headline: String { message.isEmpty ? "Revision \(shortID)" : message }

    /// When it was recorded, as RFC 3339 writes it.
    var moment: String {
        let rest = recorded - day.number * 86400
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }
        return "\(day)T\(clock.joined(separator: ":"))Z"
    }
}
