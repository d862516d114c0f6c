import ArgumentParser
import FactRepository
import Git
import Rendering

/// Lists what was done to the story.
struct Operations: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operations", _superCommandName: Annals.name,
        abstract: "List what was done to the story and by what command, newest first.",
        discussion: """
            An operation is a move of the story from one newest revision to another: a recording, a withdrawal, an undo, or what \
            another program did. Each has a number for ever, which annals undo --to takes.

              annals operations
              annals operations --limit 5
            """)

    @OptionGroup var place: StoryOptions
    @Option(help: ArgumentHelp("So many at most.", valueName: "number"))
    var limit: Int = .max
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit is a number from 1, not \(limit)") }
    }

    func run() throws {
        let story = try place.open()
        let log = try story.repository.operations()
        let rows = (log?.operations ?? []).suffix(limit).reversed().map { operation in
            OperationsPage.Row(
                number: operation.number, seconds: operation.who?.seconds, author: operation.who?.name ?? "",
                command: operation.command, words: operation.words, before: operation.before?.hex,
                after: operation.after.hex)
        }
        try output.show(OperationsPage(Array(rows)), in: story)
        for line in log?.damagedLines ?? [] {
            Output.note("note: line \(line) of .annals/logs/refs/heads/main does not read; annals verify says more")
        }
    }
}

extension Operation {
    /// What it did, in a line.
    var words: String {
        if isUnlogged { return before == nil ? "the story came from elsewhere" : "another program moved the branch" }
        return summary.isEmpty ? "moved the branch" : summary
    }
}
