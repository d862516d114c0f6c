import ArgumentParser
import Facts

/// A command that rules alike on all that it is given.
protocol VerdictCommand: ParsableCommand {
    /// What it rules.
    static var verdict: Verdict { get }
    /// Whose ruling it is, and why.
    var options: RulingOptions { get }
    /// What it rules on: starts of ids.
    var ids: [String] { get }
}

extension VerdictCommand {
    func run() throws {
        let reviewer = try options.reviewer()
        try options.record(Matters(reviewer: reviewer).rulings(Self.verdict, on: ids), by: reviewer)
    }
}

/// Rejects claims.
struct Reject: VerdictCommand {
    static let verdict = Verdict.reject
    static let configuration = CommandConfiguration(
        commandName: "reject", _superCommandName: Annals.name,
        abstract: "Reject what an extractor read: it counts no more until its evidence changes.",
        discussion: """
            The claim stays in the repository, withheld. It stays rejected when the report is read again, by whatever \
            extractor, until the sentence changes that it rests on.

              annals reject ewqwmklvz -m "half a sentence"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "Changes and facts.", completion: .changes)
    var ids: [String]
}

/// Puts decisions off.
struct Defer: VerdictCommand {
    static let verdict = Verdict.`defer`
    static let configuration = CommandConfiguration(
        commandName: "defer", _superCommandName: Annals.name,
        abstract: "Put a decision off: the change goes to the end of the queue.",
        discussion: """
              annals defer ekqsuwoww -m "call the ministry first"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "Changes, facts and contradictions.", completion: .openMatters)
    var ids: [String]
}

/// Takes rulings back.
struct Reopen: VerdictCommand {
    static let verdict = Verdict.reopen
    static let configuration = CommandConfiguration(
        commandName: "reopen", _superCommandName: Annals.name,
        abstract: "Take a ruling back, however long ago it was made.",
        discussion: """
            ID is a decision of annals decisions, or what it was made on.

              annals decisions
              annals reopen ekqsuwoww -m "the ministry has called back"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "Decisions, changes, facts and contradictions.", completion: .matters)
    var ids: [String]
}
