import ArgumentParser
import FactRepository
import Rendering

/// Lists what people ruled.
struct Decisions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", _superCommandName: Annals.name,
        abstract: "List what people ruled, with who, when and why; newest first.",
        discussion: """
              annals decisions
              annals decisions --all --format jsonl
            """)

    @OptionGroup var place: StoryOptions
    @Flag(name: .customLong("all"), help: "Those that are no longer in force as well.")
    var showsAll = false
    @Option(help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"))
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let page = DecisionsPage(
            try snapshot.decisions(), naming: try story.naming(snapshot), showsAll: showsAll)
        try output.show(page, in: story)
    }
}
