import FactDiff
package import Facts
import Rendering

/// The site of a story: every page is made when it is asked for, from what the story says and nothing else.
///
/// No clock and no order of chance: one revision gives the same bytes wherever it is made.
package struct Site: PageSource {
    let story: SiteStory
    let reader: any StoryReader
    let groups: FactGroups
    let routes: [String: Route]

    /// The site of a story as a revision has it.
    package init(_ story: SiteStory, reader: any StoryReader) {
        (self.story, self.reader) = (story, reader)
        groups = FactGroups(story)
        routes = Self.routes(story, groups)
    }

    package func tip() -> String { newest.id }

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
        case .atom: .atom(try Feed(self).atom)
        case .jsonFeed: .jsonFeed(try Feed(self).json)
        case .claims: .jsonLines(render(StatedClaimsPage(story.facts.flatMap(\.claims)), as: .jsonl))
        case .changes(let revision): .jsonLines(render(try reader.changes(of: revision), as: .jsonl))
        case .checksums: checksums(try downloads.map { ($0, .sha256(try self.file(at: $0)?.bytes ?? [])) })
        default: .page(try body(of: route, at: path).html(in: self, at: path))
        }
    }

    /// The page that people read.
    private func body(of route: Route, at path: String) throws -> SitePage {
        switch route {
        case .front: try frontPage(path)
        case .contradictions: contradictionsPage(path)
        case .contradiction(let id): contradictionPage(id, path)
        case .timeline(let part): timelinePage(part, path)
        case .reports(let part): reportsPage(part, path)
        case .report(let name, let version): try reportPage(name, version, path)
        case .log(let part): logPage(part, path)
        case .names(let letter): namesPage(letter, path)
        case .predicates: predicatesPage(path)
        case .predicate(let id, let part): predicatePage(id, part, path)
        case .entity(let key, let part): entityPage(key, part, path)
        case .fact(let id): try factPage(id, path)
        case .revision(let revision, let part): try revisionPage(revision, part, path)
        case .sources: sourcesPage(path)
        case .extractors: try extractorsPage(path)
        default: dataPage(path)
        }
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
}

extension SiteFile {
    fileprivate static var styleSheet: SiteFile { .init("text/css", Rendering.styleSheet) }
    fileprivate static func page(_ html: String) -> SiteFile { .init("text/html", html) }
    fileprivate static func atom(_ xml: String) -> SiteFile { .init("application/atom+xml", xml) }
    fileprivate static func jsonFeed(_ json: String) -> SiteFile { .init("application/feed+json", json) }
    fileprivate static func jsonLines(_ lines: String) -> SiteFile { .init("application/jsonl", lines) }

    private init(_ type: String, _ text: String) {
        self.init(mediaType: "\(type); charset=utf-8", bytes: Array(text.utf8))
    }
}
