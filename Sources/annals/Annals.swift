import ArgumentParser
import Glibc

/// The command: parses, runs, and turns every failure into words and an exit status.
struct Annals: AsyncParsableCommand {
    /// What the command is called.
    ///
    /// Each command names it as the one above: the parser then reads the command's options alone, without looking for requests of
    /// completion scripts, which took a third of reading them.
    static let name = "annals"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Version control for facts: what a body of reports says, what changed, and on whose word.",
        discussion: """
            Follow a story:
              annals init
              annals record reports/
              annals diff HEAD~1
            See one unfold:
              annals demo
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(name: "Start", subcommands: [Init.self, Clone.self, Demo.self]),
            CommandGroup(name: "Bring in", subcommands: [Record.self, Withdraw.self, Extract.self, Reextract.self]),
            CommandGroup(name: "Compare", subcommands: [Diff.self, Compare.self, Apply.self]),
            CommandGroup(
                name: "Read",
                subcommands: [
                    Log.self, Show.self, ListFacts.self, Timeline.self, Search.self, Reports.self, Entities.self,
                    VocabularyCommand.self, Contradictions.self,
                ]),
            CommandGroup(
                name: "Audit",
                subcommands: [
                    Why.self, History.self, First.self, Blame.self, Check.self, Verify.self, Operations.self,
                ]),
            CommandGroup(
                name: "Decide",
                subcommands: [
                    Review.self, Accept.self, Reject.self, Amend.self, Defer.self, Resolve.self, Same.self,
                    Different.self, Reopen.self, Uphold.self, Decisions.self, Undo.self,
                ]),
            CommandGroup(
                name: "Share",
                subcommands: [
                    MergeCommand.self, RemoteCommand.self, Fetch.self, Push.self, Pull.self, Export.self,
                    SiteCommand.self, Serve.self,
                ]),
            CommandGroup(
                name: "Keep",
                subcommands: [
                    Config.self, Extractors.self, IndexCommand.self, Pack.self, Completions.self, Manual.self,
                ]),
        ])

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try command(for: Array(CommandLine.arguments.dropFirst()))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            Glibc.exit(status.rawValue)
        } catch  where isOfParser(error) {
            leave(error)
        } catch {
            Program.leave(with: error)
        }
    }

    /// Usage errors, `--help` and `--version`: the parser's own words, our exit status.
    private static func leave(_ error: any Error) -> Never {
        let isAnswer = exitCode(for: error) == .success
        let message = fullMessage(for: error)
        if isAnswer {
            try? Output.write(message + (message.isEmpty ? "" : "\n"))
        } else {
            Output.note(message.replacingPrefix("Error: ", with: "error: "))
        }
        Glibc.exit(isAnswer ? ExitStatus.clean.rawValue : ExitStatus.usage.rawValue)
    }

    private static func isOfParser(_ error: any Error) -> Bool {
        !(error is Failure) && (exitCode(for: error) == .success || exitCode(for: error) == .validationFailure)
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
