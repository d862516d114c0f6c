import FactDiff
import FactIndex
import FactRepository
import Facts
import FoundationEssentials
import Git
import Rendering
import Web

extension Site {
    /// The site of a story as a revision has it.
    ///
    /// - Parameters:
    ///   - since: the revision that the front page compares with; the one before unless told otherwise.
    ///   - title: what the story is called; the name of its folder unless told otherwise.
    ///   - base: where the site will be; `nil` where that is not known.
    ///   - memory: what the sites of other revisions had read.
    static func reading(
        _ story: Story, at snapshot: Snapshot, since: Snapshot? = nil, title: String? = nil, base: WebAddress? = nil,
        memory: SiteMemory = SiteMemory()
    ) throws -> Site {
        let index = try IndexReading(story, at: snapshot)
        let contents = try SiteStory.reading(story, snapshot, index, memory, since: since, title: title ?? story.name)
        return Site(
            contents, reader: SiteReader(story, snapshot, index, reports: contents.reports),
            program: PageSources.digest, base: base, digests: memory.digests)
    }
}

extension SiteStory {
    fileprivate static func reading(
        _ story: Story, _ snapshot: Snapshot, _ index: IndexReading, _ memory: SiteMemory, since: Snapshot?,
        title: String
    ) throws -> SiteStory {
        let revisions = try story.repository.log(from: snapshot.id)
        let numbers = try index.revisionsByNumber(upTo: index.number)
        let extent = try index.index.extent(upTo: index.number)
        let facts = try snapshot.facts()
        let side = try story.repository.side(facts, of: snapshot)
        let decisions = try snapshot.decisions()
        let naming = Naming(side.provenance.vocabulary, shortID: shortID)
        let found = Contradiction.all(in: side)
        let contradictions = ContradictionsPage(
            found, lives: try story.contradictionLives(upTo: snapshot.id),
            coverage: ContradictionCoverage(of: facts, side.provenance.vocabulary),
            reports: side.provenance.reports, naming: naming, idLength: shortLength)
        var records: [ReportName: ReportRecord] = [:]
        for name in try snapshot.reportNames() { records[name] = try snapshot.record(of: name) }
        var versions: [ReportName: [(revision: Revision, record: ReportRecord?)]] = [:]
        for name in extent.reports {
            versions[name] = try index.index.versions(of: name, upTo: snapshot.id) ?? []
        }
        return SiteStory(
            title: title, revisions: revisions,
            since: try since.map { try story.repository.revision($0.id) } ?? revisions.dropFirst().first, facts: facts,
            changed: extent.facts.compactMapValues { numbers[$0] }, reports: records, versions: versions,
            textSizes: try memory.textSizes(of: versions, in: story), entities: extent.entities,
            contradictions: contradictions,
            timeline: try timeline(index, found, naming), decisions: decisions,
            vocabulary: try vocabularyKey(snapshot, decisions), naming: naming)
    }

    /// What tells one way to understand claims from another: the vocabulary's text, and what was ruled on names.
    private static func vocabularyKey(_ snapshot: Snapshot, _ decisions: [Decision]) throws -> String {
        let onNames = decisions.filter { if case .entities = $0.ruling.matter { true } else { false } }.map(
            \.id.letters)
        let text = try snapshot.vocabularyText() + "\n" + onNames.joined(separator: " ")
        return Digest.sha256(Array(text.utf8)).description
    }

    private static func timeline(
        _ index: IndexReading, _ contradictions: [Contradiction], _ naming: Naming
    ) throws -> TimelinePage {
        let rows = try index.index.timeline(at: index.number, from: nil, to: nil) { _ in true }
        let undated = try index.index.undatedFacts(at: index.number) { _ in true }
        return TimelinePage(
            try index.rows(rows, marks: contradictions), undated: undated.count, order: .world, naming: naming)
    }
}

extension IndexReading {
    /// The revisions up to a number, by their numbers.
    fileprivate func revisionsByNumber(upTo last: Int) throws -> [Int: Revision] {
        var revisions: [Int: Revision] = [:]
        for number in 1...max(1, last) { revisions[number] = try revision(number) }
        return revisions
    }
}

extension Story {
    /// The name of its folder.
    var name: String {
        let whole = folder.hasPrefix("/") ? folder : FileManager.default.currentDirectoryPath + "/" + folder
        let parts = whole.split(separator: "/").filter { $0 != "." }
        return parts.last.map(String.init) ?? "A story"
    }
}
