import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Rendering

/// Compares two revisions.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", _superCommandName: Annals.name,
        abstract:
            "Show what changed between two revisions: facts added, removed, changed; how, why, and on whose word.",
        discussion: """
            A revision is spelled as in git (HEAD~2, a short id, a tag) or by date: the newest recorded by then.

              annals diff                       the newest revision
              annals diff HEAD~3                the last three
              annals diff 2020-02-24..2020-03-06
              annals diff 2020-02-23..2022-07-11 --content contradicted --format jsonl
            """)

    @OptionGroup var place: StoryOptions
    @Argument(
        help: ArgumentHelp("A, A B, or A..B. Default: HEAD~1..HEAD.", valueName: "revisions"),
        completion: .revisionRanges)
    var revisions: [String] = []
    @Option(
        help: ArgumentHelp("Compare with the newest revision recorded by this date.", valueName: "date"),
        completion: .revisions)
    var since: String?
    @OptionGroup var filter: ChangeFilter
    @OptionGroup var extent: ComparisonOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if since != nil, !revisions.isEmpty {
            throw ValidationError("--since takes the place of a revision; give one or the other")
        }
    }

    func run() throws {
        let story = try place.open()
        let (page, changes, patch) = try Self.page(
            try since.map { try RevisionRange([$0]) } ?? RevisionRange(revisions), in: story, filter: filter,
            showsAll: extent.showsAll, explains: extent.explains)
        try extent.write(patch)
        try extent.show(page, output, in: story)
        try extent.leave(with: changes)
    }

    /// The page of a comparison, the changes on it, and the claims that went and came in all of it.
    static func page(
        _ range: RevisionRange, in story: Story, filter: ChangeFilter? = nil, showsAll: Bool = false,
        explains: Bool = false
    ) throws -> (page: DiffPage, changes: ChangeSet, patch: Patch) {
        let (before, after) = try range.snapshots(in: story)
        let all = try story.repository.changes(from: before, to: after)
        let changes = filter?.filtered(all, try after.vocabulary()) ?? all
        let page = DiffPage(
            before: try before.map { .revision(try story.repository.revision($0.id)) } ?? .nothing,
            after: .revision(try story.repository.revision(after.id)), changeSet: changes,
            naming: try story.naming(after),
            reports: try story.records(of: changes, in: after),
            stale: try story.repository.staleFacts(after: all, in: after), showsAll: showsAll, explains: explains)
        return (page, changes, all.patch)
    }
}
