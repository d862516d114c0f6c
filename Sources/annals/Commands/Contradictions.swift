import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Rendering

/// Lists what cannot all be true.
struct Contradictions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List claims of one revision that cannot all hold, with the words of each side.",
        discussion: """
              annals contradictions
              annals contradictions --at 2022-07-11 --exit-code
            """)

    @OptionGroup var place: StoryOptions
    @Option(help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"))
    var at: String?
    @Flag(name: .customLong("exit-code"), help: "Exit with 1 when there are any.")
    var setsExitCode = false
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let (page, found) = try Self.page(in: story, at: at)
        try output.show(page, in: story)
        if setsExitCode, !found.isEmpty { throw ExitStatus.findings }
    }

    /// The page of contradictions, and they themselves.
    static func page(in story: Story, at revision: String? = nil) throws -> (ContradictionsPage, [Contradiction]) {
        let snapshot = try story.snapshot(revision)
        let facts = try snapshot.facts()
        let side = try story.repository.side(facts, of: snapshot)
        let found = Contradiction.all(in: side)
        let used = Set(facts.flatMap(\.claims).map(\.predicate)).map(side.provenance.vocabulary.predicate(id:))
        let page = ContradictionsPage(
            found, coverage: .init(singleValued: used.count(where: \.isSingleValued), inUse: used.count),
            reports: side.provenance.reports, naming: try story.naming(snapshot, among: facts))
        return (page, found)
    }
}
