import FactDiff
import Facts
import Rendering

/// How much stands on one page, so that the page of a large story stays small.
enum PartSize {
    static let changes = 50
    static let facts = 100
    static let rows = 100
    static let reports = 200
    /// Names beyond which each letter has a page of its own.
    static let names = 400
    /// Changes up to which a revision is told on one page.
    static let fewChanges = 60
}

extension Site {
    /// What there is at which path.
    static func routes(_ story: SiteStory, _ groups: FactGroups) -> [String: Route] {
        var routes: [String: Route] = [
            "index.html": .front, "contradictions.html": .contradictions, "predicates.html": .predicates,
            "sources.html": .sources, "data.html": .data, "style.css": .styleSheet, "feed.xml": .atom,
            "feed.json": .jsonFeed, "data/claims.jsonl": .claims, checksumsPath: .checksums,
        ]
        func add(_ name: String, _ count: Int, _ size: Int, _ route: (Int) -> Route) {
            for part in 1...count.parts(of: size) { routes[SitePath.list(name, part: part)] = route(part) }
        }
        add("timeline", story.timeline.rows.count, PartSize.rows, Route.timeline)
        add("reports", story.versions.count, PartSize.reports, Route.reports)
        add("log", story.revisions.count, PartSize.rows, Route.log)
        routes.merge(names(story, groups)) { first, _ in first }
        if story.revisions.contains(where: { $0.kind == .bridge }) { routes["extractors.html"] = .extractors }
        for fact in story.changed.keys { routes[SitePath.fact(fact)] = .fact(fact) }
        for life in story.contradictions.allLives {
            routes[SitePath.contradiction(life.id)] = .contradiction(life.id)
        }
        for name in story.versions.keys {
            routes[SitePath.report(name)] = .report(name, version: nil)
            for version in story.textVersions(of: name).indices.dropLast() {
                routes[SitePath.report(name, version: version + 1)] = .report(name, version: version + 1)
            }
        }
        for revision in story.revisions { routes.merge(parts(of: revision)) { first, _ in first } }
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
        var routes: [String: Route] = ["names.html": .names(nil)]
        if groups.byEntity.count > PartSize.names {
            for letter in Set(groups.byEntity.keys.map { groups.letter(of: $0) }) {
                routes[SitePath.list(Site.nameList(letter))] = .names(letter)
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
        "names-" + (letter == Self.otherLetter ? "other" : letter.lowercased())
    }

    /// What stands for names that begin with no letter from A to Z.
    static let otherLetter: Character = "#"
}

extension Int {
    /// How many parts of a size there are, at least one.
    func parts(of size: Int) -> Int { Swift.max(1, (self + size - 1) / size) }

    /// The part from 1 of so many equal ones.
    func range(ofPart part: Int, of parts: Int) -> Range<Int> { self * (part - 1) / parts..<self * part / parts }
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

extension SiteStory {
    /// The texts that a report had one after another, each with the last revision that had it and what was known of it then.
    func textVersions(of report: ReportName) -> [(revision: Revision, record: ReportRecord)] {
        var texts: [(revision: Revision, record: ReportRecord)] = []
        let steps = versions[report] ?? []
        let places = Dictionary(revisions.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for (index, step) in steps.enumerated() {
            guard let record = step.record else { continue }
            let next = index + 1 < steps.count ? steps[index + 1] : nil
            // The revision before the one in which it became another, or was withdrawn.
            let end = next.flatMap { places[$0.revision.id] }.map { $0 + 1 } ?? 0
            guard end < revisions.count else { continue }
            let last = (revision: revisions[end], record: record)
            if texts.last?.record.digest == record.digest { texts[texts.count - 1] = last } else { texts.append(last) }
        }
        return texts
    }
}

extension FactGroups {
    /// What an entity is called, also when nothing is said of it any more.
    func name(of entity: EntityKey) -> String {
        names[entity] ?? entity.description.split(separator: "-").joined(separator: " ")
    }

    /// The letter under which a name stands in the list of names.
    func letter(of entity: EntityKey) -> Character {
        guard let first = name(of: entity).firstLetter, ("A"..."Z").contains(first) else { return Site.otherLetter }
        return first
    }
}

extension String {
    /// Its first letter as a capital without marks; `nil` when it begins with something else.
    fileprivate var firstLetter: Character? {
        let folded = EntityKey(name: self).description.unicodeScalars.first
        return folded.flatMap { $0.properties.isAlphabetic ? $0.properties.uppercaseMapping.first : nil }
    }
}
