import FactDiff
package import Facts
package import Rendering

/// The site of a story: every page is made when it is asked for, from what the story says and nothing else.
///
/// No clock and no order of chance: one revision gives the same bytes wherever it is made.
package struct Site: PageView {
    let story: SiteStory
    let reader: any StoryReader
    let groups: FactGroups
    let rulings: RulingGroups
    let routes: [String: Route]
    /// The place of each revision, from the newest at 0.
    let places: [String: Int]
    /// The texts of each report, oldest first.
    let versions: [ReportName: [TextVersion]]
    let listKeys: ListKeys
    /// The scale of all times; `nil` where none is said.
    let timeAxis: TimeAxis?
    /// Where the site will be, for addresses that leave it.
    let base: WebAddress?
    /// What all pages are made from: the program, and what their frame says.
    let frame: String
    private let digests: KnownDigests

    /// The site of a story as a revision has it.
    ///
    /// - Parameters:
    ///   - program: what tells one program from another that would write the same story otherwise.
    ///   - base: where the site will be; feeds need it, pages do not.
    ///   - digests: those of files that the site of another revision had.
    package init(
        _ story: SiteStory, reader: any StoryReader, program: String, base: WebAddress? = nil,
        digests: KnownDigests = KnownDigests()
    ) {
        (self.story, self.reader, self.base, self.digests) = (story, reader, base, digests)
        groups = FactGroups(story)
        rulings = RulingGroups(story.decisions, story.naming.vocabulary)
        places = story.places
        versions = story.textVersions(places)
        listKeys = ListKeys(story, groups)
        timeAxis = TimeAxis(story.timeline.rows.map(\.time))
        let routes = Self.routes(story, groups, versions)
        let sections = SitePage.Section.allCases.map(\.path).filter { routes[$0] != nil }
        self.routes = routes
        frame = .digest([program, story.title, story.vocabulary] + sections)
    }

    package var tip: String { newest.id }

    /// The paths of all files, in order.
    package var paths: [String] { routes.keys.sorted() }

    package func file(at path: String) throws -> SiteFile? {
        guard let route = routes[path] else { return nil }
        return try file(route, at: path)
    }

    var newest: Revision { story.revisions[0] }

    private func file(_ route: Route, at path: String) throws -> SiteFile {
        switch route {
        case .styleSheet: .styleSheet
        case .icon: .icon
        case .atom: .atom(try Feed(self).atom)
        case .jsonFeed: .jsonFeed(try Feed(self).json)
        case .claims: .jsonLines(render(StatedClaimsPage(story.facts.flatMap(\.claims)), as: .jsonl))
        case .changes(let revision): .jsonLines(render(try reader.changes(of: revision), as: .jsonl))
        case .checksums: checksums(try downloads.map { ($0, try digest(of: $0)) })
        default: .page(try body(of: route, at: path).html(in: self, at: path))
        }
    }

    /// The page that people read.
    private func body(of route: Route, at path: String) throws -> SitePage {
        switch route {
        case .front: try frontPage(path)
        case .contradictions(let part): contradictionsPage(part, path)
        case .contradiction(let id): contradictionPage(id, path)
        case .timeline(let part): timelinePage(part, path)
        case .reports(let part): reportsPage(part, path)
        case .report(let name, let version, let part): try reportPage(name, version, part, path)
        case .edits(let name, let version): try editsPage(name, version, path)
        case .log(let part): logPage(part, path)
        case .names(let letter, let part): namesPage(letter, part, path)
        case .predicates(let part): predicatesPage(part, path)
        case .predicate(let id, let part): predicatePage(id, part, path)
        case .entity(let key, let part): entityPage(key, part, path)
        case .fact(let id): try factPage(id, path)
        case .revision(let revision, let part): try revisionPage(revision, part, path)
        case .sources(let part): sourcesPage(part, path)
        case .decisions(let part): decisionsPage(part, path)
        case .extractors(let part): try extractorsPage(part, path)
        case .data(let part): dataPage(part, path)
        // Written by `file` itself.
        case .styleSheet, .icon, .atom, .jsonFeed, .claims, .checksums, .changes: SitePage("", in: .data)
        }
    }

    private func digest(of path: String) throws -> Digest {
        try digests.digest(key(of: path) ?? "") { try file(at: path)?.bytes ?? [] }
    }

    /// The files for programs, in order.
    package var downloads: [String] { paths.filter { $0.hasPrefix("data/") && $0 != Self.checksumsPath } }

    /// The list of the digests of the downloads, as `sha256sum --check` reads it in the folder that it is in.
    package func checksums(_ digests: [(path: String, digest: Digest)]) -> SiteFile {
        let lines = digests.map { "\($0.digest)  \($0.path.dropFirst("data/".utf8.count))\n" }
        return SiteFile(mediaType: "text/plain; charset=utf-8", bytes: Array(lines.joined().utf8))
    }

    /// Where the list of digests is.
    package static let checksumsPath = "data/SHA256SUMS"

    /// Where the picture is that stands beside the title of a page.
    package static let iconPath = "icon.svg"
}

extension SiteFile {
    fileprivate static var styleSheet: SiteFile { .init("text/css", Rendering.styleSheet) }
    fileprivate static var icon: SiteFile {
        .init(mediaType: "image/svg+xml", bytes: Array(Rendering.icon.utf8))
    }
    fileprivate static func page(_ html: String) -> SiteFile { .init("text/html", html) }
    fileprivate static func atom(_ xml: String) -> SiteFile { .init("application/atom+xml", xml) }
    fileprivate static func jsonFeed(_ json: String) -> SiteFile { .init("application/feed+json", json) }
    fileprivate static func jsonLines(_ lines: String) -> SiteFile { .init("application/jsonl", lines) }

    private init(_ type: String, _ text: String) {
        self.init(mediaType: "\(type); charset=utf-8", bytes: Array(text.utf8))
    }
}
