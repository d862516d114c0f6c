import ArgumentParser
import FactIndex
import FactRepository
import FoundationEssentials
import Rendering

/// Writes the story into a file for other programs.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all revisions, reports and claims into an SQLite file whose tables describe themselves.",
        discussion: """
            For Datasette, DuckDB, pandas or the sqlite3 shell. The table documentation says what each column holds.

              annals export --sqlite story.sqlite
              sqlite3 story.sqlite "SELECT said, quote FROM current_claim LIMIT 5"
            """)

    @OptionGroup var place: StoryOptions
    @Option(help: ArgumentHelp("The file to write; it must not be there yet.", valueName: "file"))
    var sqlite: String

    func run() throws {
        let story = try place.open()
        guard !FileManager.default.fileExists(atPath: sqlite) else {
            throw Failure(message: "\(visible(sqlite)) is there already", hint: "name another file, or delete it first")
        }
        let index = try story.index()
        let count: Int
        do {
            count = try index.export(to: sqlite)
        } catch {
            throw Failure(
                message: "\(visible(sqlite)) cannot be written: \(visible(error.reason))", hint: "name another file")
        }
        try Output.write("wrote \(visible(sqlite)): \(count) claims\n")
    }
}
