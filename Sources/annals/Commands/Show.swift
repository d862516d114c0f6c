import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Rendering

/// Shows one thing.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", _superCommandName: Annals.name,
        abstract: "Show a report, a fact, a contradiction, a revision or an entity.",
        discussion: """
              annals show harbour-2020-02-23      a report: its versions and claims
              annals show vvutzqnp                a fact: every claim with its words
              annals show HEAD~2                  a revision: what it changed
              annals show "Yossi Cohen"           an entity: its names and facts
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "A report's name, the start of a fact's id, a revision, or an entity's name.", completion: .things)
    var name: String
    @Option(
        help: ArgumentHelp("As this revision has it. Default: the newest.", valueName: "revision"),
        completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        if let page = try report(story, snapshot) { return try output.show(page, in: story) }
        if let page = try fact(story, snapshot) { return try output.show(page, in: story) }
        if ContradictionID.isPrefix(name), let page = try? Contradictions.page(of: name, in: story, at: at) {
            return try output.show(page, in: story)
        }
        if let page = try revision(story) { return try output.show(page, in: story) }
        if let page = try entity(story, snapshot) { return try output.show(page, in: story) }
        throw Failure(
            message: "there is no report, fact, revision or entity called \(visible(name))",
            hint: try suggestion(story, snapshot))
    }

    private func report(_ story: Story, _ snapshot: Snapshot) throws -> ReportPage? {
        guard let report = ReportName(name) else { return nil }
        let versions = try story.versions(of: report, from: snapshot.id)
        let known = versions.compactMap { version in version.record.map { (revision: version.revision, record: $0) } }
        guard let latest = known.last else { return nil }
        let claims = try snapshot.record(of: report) == nil ? [] : snapshot.claims(of: report)
        let end = versions.last.flatMap { $0.record == nil ? $0.revision : nil }
        return ReportPage(
            latest.record, versions: known, withdrawn: end, claims: claims, naming: try story.naming(snapshot))
    }

    private func fact(_ story: Story, _ snapshot: Snapshot) throws -> FactPage? {
        guard FactID.isPrefix(name), name.count >= 4,
            let (fact, revision) = try story.everRecordedFact(name, from: snapshot.id)
        else { return nil }
        let then = try story.snapshot(revision.id)
        let side = try story.repository.sideWithCompany(of: [fact], in: then)
        return FactPage(
            fact, reports: side.provenance.reports,
            contradiction: Contradiction.all(in: side).first { $0.facts.contains(fact.id) },
            naming: try story.naming(then))
    }

    private func revision(_ story: Story) throws -> RevisionPage? {
        guard let id = try story.repository.find(name) else { return nil }
        let revision = try story.repository.revision(id)
        let changes = try Diff.page(RevisionRange(before: revision.parent, after: revision.id), in: story).0
        return RevisionPage(revision, changes: changes)
    }

    private func entity(_ story: Story, _ snapshot: Snapshot) throws -> EntityPage? {
        let vocabulary = try snapshot.vocabulary()
        let key = vocabulary.entity(named: name)
        let all = try snapshot.facts()
        let facts = all.filter { fact in
            fact.claims.contains {
                $0.subject.entity == key || $0.object?.entity == key
                    || $0.arguments.values.contains { $0.entity == key }
            }
        }
        guard !facts.isEmpty else { return nil }
        let side = try story.repository.sideWithCompany(of: facts, in: snapshot)
        return EntityPage(
            key, facts: facts, reports: side.provenance.reports, contradictions: Contradiction.all(in: side),
            naming: try story.naming(snapshot, among: all))
    }

    private func suggestion(_ story: Story, _ snapshot: Snapshot) throws -> String {
        let entities = try snapshot.facts().flatMap(\.claims).map(\.subject.text)
        let names = try snapshot.reportNames().map(\.description) + Set(entities) + story.revisionNames()
        return Suggestion.nearest(to: name, in: names.sorted()).map { "did you mean \(visible($0))?" }
            ?? "annals reports, annals facts and annals log list what there is"
    }
}
