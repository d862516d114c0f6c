import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Rendering

/// Tells what became of a fact.
struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", _superCommandName: Annals.name,
        abstract: "Tell every value that a fact had, who said so, in which words, since when.",
        discussion: """
            FACT is the start of its id, or words that only this fact says.

              annals history vvutzqnp
              annals history "Qatar severed ties"
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "The start of a fact's id, or words.", completion: .facts)
    var fact: String
    @Option(
        help: ArgumentHelp("Up to this revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        try output.show(try Self.page(fact, in: story, at: at), in: story)
    }

    /// The page of a fact's history.
    static func page(_ name: String, in story: Story, at revision: String? = nil) throws -> HistoryPage {
        let snapshot = try story.snapshot(revision)
        let fact = try story.fact(name, at: snapshot)
        let steps = try story.history(of: fact.id, from: snapshot.id)
        return HistoryPage(
            fact, steps: steps, naming: try story.naming(snapshot), stale: try story.staleFacts(after: steps))
    }
}
