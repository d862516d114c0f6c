import FactDiff
import Facts
import Rendering

/// How much stands on one page, so that the page of a large story stays small.
enum PartSize {
    static let changes = 50
    static let facts = 100
    static let rows = 100
    static let reports = 200
    static let contradictions = 50
    static let decisions = 100
    static let readings = 10
    /// Names of a letter, and of predicates.
    static let names = 400
    /// Changes up to which a revision is told on one page.
    static let fewChanges = 60
}

extension Site {
    /// What there is at which path.
    static func routes(
        _ story: SiteStory, _ groups: FactGroups, _ versions: [ReportName: [TextVersion]]
    ) -> [String: Route] {
        var routes: [String: Route] = [
            "index.html": .front, "style.css": .styleSheet, iconPath: .icon, "feed.xml": .atom,
            "feed.json": .jsonFeed, "data/claims.jsonl": .claims, checksumsPath: .checksums,
        ]
        routes.merge(lists(story, groups)) { first, _ in first }
        routes.merge(names(story, groups)) { first, _ in first }
        for fact in story.changed.keys { routes[SitePath.fact(fact)] = .fact(fact) }
        for life in story.contradictions.allLives {
            routes[SitePath.contradiction(life.id)] = .contradiction(life.id)
        }
        for (name, texts) in versions { routes.merge(pages(of: name, texts)) { first, _ in first } }
        for revision in story.revisions { routes.merge(parts(of: revision)) { first, _ in first } }
        return routes
    }

    private static func lists(_ story: SiteStory, _ groups: FactGroups) -> [String: Route] {
        var routes: [String: Route] = [:]
        func add(_ name: String, _ parts: Int, _ route: (Int) -> Route) {
            for part in 1...parts { routes[SitePath.list(name, part: part)] = route(part) }
        }
        add("timeline", story.timeline.rows.count.parts(of: PartSize.rows), Route.timeline)
        add("reports", story.versions.count.parts(of: PartSize.reports), Route.reports)
        add("log", story.revisions.count.parts(of: PartSize.rows), Route.log)
        add("data", story.revisions.count.parts(of: PartSize.reports), Route.data)
        add("sources", story.sources.count.parts(of: PartSize.rows), Route.sources)
        add("predicates", groups.byPredicate.count.parts(of: PartSize.names), Route.predicates)
        add("contradictions", story.contradictions.parts, Route.contradictions)
        let readings = story.readings.count
        if readings > 0 { add("extractors", readings.parts(of: PartSize.readings), Route.extractors) }
        if !story.decisions.isEmpty {
            add("decisions", story.decisions.count.parts(of: PartSize.decisions), Route.decisions)
        }
        return routes
    }

    private static func pages(of name: ReportName, _ texts: [TextVersion]) -> [String: Route] {
        guard let newest = texts.last else { return [:] }
        var routes: [String: Route] = [:]
        for part in 1...newest.parts {
            routes[SitePath.report(name, part: part)] = .report(name, version: nil, part: part)
        }
        for (index, text) in texts.enumerated() {
            let version = index + 1
            if version > 1 { routes[SitePath.edits(of: name, version: version)] = .edits(name, version: version) }
            guard version < texts.count else { continue }
            for part in 1...text.parts {
                let path = SitePath.report(name, version: version, part: part)
                routes[path] = .report(name, version: version, part: part)
            }
        }
        return routes
    }

    private static func parts(of revision: Revision) -> [String: Route] {
        var routes: [String: Route] = [
            SitePath.revision(revision.id): .revision(revision, part: nil),
            SitePath.changes(revision.id): .changes(revision),
        ]
        for part in revision.changeParts {
            routes[SitePath.revision(revision.id, part: part)] = .revision(revision, part: part)
        }
        return routes
    }

    private static func names(_ story: SiteStory, _ groups: FactGroups) -> [String: Route] {
        var routes: [String: Route] = ["names.html": .names(nil, part: 1)]
        if groups.hasPageForLetter {
            for (letter, names) in groups.byLetter {
                for part in 1...names.count.parts(of: PartSize.names) {
                    routes[SitePath.list(nameList(letter), part: part)] = .names(letter, part: part)
                }
            }
        }
        for key in story.entities {
            let parts = (groups.byEntity[key]?.count ?? 0).parts(of: PartSize.facts)
            for part in 1...parts { routes[SitePath.entity(key, part: part)] = .entity(key, part: part) }
        }
        for (predicate, facts) in groups.byPredicate {
            for part in 1...facts.count.parts(of: PartSize.facts) {
                routes[SitePath.predicate(predicate, part: part)] = .predicate(predicate, part: part)
            }
        }
        return routes
    }

    /// The name of the page of a letter: `names-q`, `names-other`.
    static func nameList(_ letter: Character) -> String {
        "names-" + (letter == FactGroups.otherLetter ? "other" : letter.lowercased())
    }
}

extension FactGroups {
    /// Whether there are so many names that each letter has a page of its own.
    var hasPageForLetter: Bool { byEntity.count > PartSize.names }
}

extension SiteStory {
    /// The revisions in which the same texts were read by another extractor, newest first.
    var readings: [Revision] { revisions.filter { $0.kind == .bridge } }

    /// Who published the reports, and what they did.
    var sources: [String: [ReportRecord]] { Dictionary(grouping: reports.values, by: \.sourceOrName) }
}

extension ContradictionsPage {
    /// The lives that are over, by id.
    var over: [ContradictionLife] { allLives.filter { !$0.isOpen } }

    /// Pages that what is open fills.
    var openParts: Int { contradictions.count.parts(of: PartSize.contradictions) }

    /// Pages that all of them fill: what is over begins on the last page of what is open.
    var parts: Int { openParts + over.count.parts(of: PartSize.names) - 1 }
}

extension Int {
    /// How many parts of a size there are, at least one.
    func parts(of size: Int) -> Int { Swift.max(1, (self + size - 1) / size) }

    /// The part from 1 of so many equal ones.
    func range(ofPart part: Int, of parts: Int) -> Range<Int> { self * (part - 1) / parts..<self * part / parts }

    /// The part from 1 of those of a size, of which the last may be smaller: what is added at the end moves nothing.
    ///
    /// Nothing for a part that there is not.
    func range(ofPart part: Int, size: Int) -> Range<Int> {
        let part = Swift.max(part, 0)
        return Swift.min(self, Swift.max(part - 1, 0) * size)..<Swift.min(self, part * size)
    }
}

extension Revision {
    /// The parts in which its changes are told one by one; none where its own page does so.
    ///
    /// Their number comes from the counts that the revision carries, so that nothing has to be compared to know it.
    var changeParts: [Int] {
        let count = counts.factsAdded + counts.factsChanged + counts.factsRemoved
        return count > PartSize.fewChanges ? Array(1...count.parts(of: PartSize.changes)) : []
    }
}
