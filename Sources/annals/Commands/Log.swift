import ArgumentParser
import FactRepository
import Rendering

/// Lists revisions.
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", _superCommandName: Annals.name,
        abstract: "List the revisions, newest first.",
        discussion: """
              annals log
              annals log --limit 5 --at 2021-06-02
            """)

    @OptionGroup var place: StoryOptions
    @Option(
        help: ArgumentHelp("Begin at this revision. Default: the newest.", valueName: "revision"),
        completion: .revisions)
    var at: String?
    @Option(help: ArgumentHelp("So many at most.", valueName: "number"))
    var limit: Int = .max
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit is a number from 1, not \(limit)") }
    }

    func run() throws {
        let story = try place.open()
        try output.show(try Self.page(in: story, at: at, limit: limit), in: story)
    }

    /// The page of revisions.
    static func page(in story: Story, at name: String? = nil, limit: Int = .max) throws -> LogPage {
        LogPage(try story.repository.log(from: story.snapshot(name).id, limit: limit))
    }
}
