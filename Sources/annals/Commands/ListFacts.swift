import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Rendering

/// Lists facts.
struct ListFacts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts", _superCommandName: Annals.name, abstract: "List the facts of a revision, by subject.",
        discussion: """
            QUERY is words that the fact says, in any order.

              annals facts
              annals facts qatar ties --at 2020-06-15
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "Words that the facts say.")
    var query: [String] = []
    @Option(help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let all = try snapshot.facts()
        let facts = FactQuery(query, try snapshot.vocabulary()).filter(all)
        let side =
            try facts.count == all.count
            ? story.repository.side(all, of: snapshot) : story.repository.sideWithCompany(of: facts, in: snapshot)
        let page = FactsPage(
            facts, reports: side.provenance.reports, contradictions: Contradiction.all(in: side),
            naming: try story.naming(snapshot, among: all))
        try output.show(page, in: story)
    }
}
