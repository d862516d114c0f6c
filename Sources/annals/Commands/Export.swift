import ArgumentParser
import FactIndex
import FactRepository
import Facts
import FoundationEssentials
import Rendering

/// Writes the story into a file for other programs.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", _superCommandName: Annals.name,
        abstract: "Write the story for other programs: all revisions as an SQLite file, or the claims of one revision.",
        discussion: """
            The tables of the SQLite file describe themselves: for Datasette, DuckDB, pandas or the sqlite3 shell. The claims \
            are in the order of their facts, as claims/1, which record --claims, compare, apply and check read.

              annals export --sqlite story.sqlite
              sqlite3 story.sqlite "SELECT said, quote FROM current_claim LIMIT 5"
              annals export --claims now.jsonl
              annals export --claims - --at HEAD~1
            """)

    @OptionGroup var place: StoryOptions
    @Option(
        help: ArgumentHelp("Write revisions, reports and claims there; it must not be there yet.", valueName: "file"))
    var sqlite: String?
    @Option(
        help: ArgumentHelp(
            "Write the claims there; it must not be there yet. - is standard output.", valueName: "file"))
    var claims: String?
    @Option(
        help: ArgumentHelp("The revision whose claims are written. Default: the newest.", valueName: "revision"),
        completion: .revisions)
    var at: String?

    func validate() throws {
        if (sqlite == nil) == (claims == nil) { throw ValidationError("give --sqlite FILE or --claims FILE") }
        if sqlite != nil, at != nil { throw ValidationError("--sqlite writes all revisions, and has no --at") }
    }

    func run() throws {
        let story = try place.open()
        for file in [sqlite, claims].compactMap(\.self) where file != "-" { try Self.refuseToReplace(file) }
        if let sqlite { try exportTables(of: story, to: sqlite) }
        if let claims { try exportClaims(of: story.snapshot(at), to: claims) }
    }

    private static func refuseToReplace(_ file: String) throws {
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Failure(message: "\(visible(file)) is there already", hint: "name another file, or delete it first")
        }
    }

    private func exportTables(of story: Story, to file: String) throws {
        let index = try story.index()
        let count: Int
        do {
            count = try index.export(to: file)
        } catch {
            throw Failure(
                message: "\(visible(file)) cannot be written: \(visible(error.reason))", hint: "name another file")
        }
        try Output.write("wrote \(visible(file)): \(count) claims\n")
    }

    private func exportClaims(of snapshot: Snapshot, to file: String) throws {
        guard file != "-" else {
            _ = try Self.claimLines(of: snapshot) { try Output.write($0) }
            return
        }
        let count = try Output.write(toNew: file) { write in try Self.claimLines(of: snapshot, write) }
        try Output.write("wrote \(visible(file)): \(count) claims\n")
    }

    /// Hands over the lines of `claims/1`, a sixteenth of the facts at a time, and tells how many claims there are.
    private static func claimLines(of snapshot: Snapshot, _ write: (String) throws -> Void) throws -> Int {
        try write(exchangeHeader)
        var count = 0
        for letter in FactID.alphabet {
            let claims = try snapshot.facts(startingWith: String(letter)).flatMap(\.claims)
            count += claims.count
            try write(claims.exchangeLines)
        }
        return count
    }
}
