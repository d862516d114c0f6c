import ArgumentParser
import FactDiff
import Rendering

/// How much of a comparison to show, and what the exit status says of it.
struct ComparisonOptions: ParsableArguments {
    @Flag(name: .customLong("all"), help: "Every change, nothing folded.")
    var showsAll = false
    @Flag(name: .customLong("stat"), help: "Counts and reports only.")
    var showsCounts = false
    @Flag(name: .customLong("explain"), help: "Why each change has its label: the rule, both values, both times.")
    var explains = false
    @Option(
        name: .customLong("patch"),
        help: ArgumentHelp("Write the claims that go and come to this file.", valueName: "file"))
    var patch: String?
    @Flag(name: .customLong("exit-code"), help: "Exit with 1 when there are changes.")
    var setsExitCode = false

    func validate() throws {
        if showsAll, showsCounts {
            throw ValidationError("--all shows every change, --stat none; give one or the other")
        }
    }

    /// Shows a comparison, or its counts.
    func show(_ page: DiffPage, _ output: OutputOptions, in story: Story?) throws {
        if showsCounts { try output.show(StatPage(page), in: story) } else { try output.show(page, in: story) }
    }

    /// Writes the patch, when it was asked for; it holds all that changed, whatever the page shows.
    func write(_ changes: Patch) throws {
        if let patch { try PatchFile.write(changes, to: patch) }
    }

    /// Leaves with the status that says that there are changes, when it was asked for.
    func leave(with changes: ChangeSet) throws {
        if setsExitCode, !changes.changes.isEmpty { throw ExitStatus.findings }
    }
}
