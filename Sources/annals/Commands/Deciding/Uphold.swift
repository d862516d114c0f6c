import ArgumentParser
import FactRepository
import Facts
import Rendering

/// Settles disputes.
struct Uphold: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "uphold", _superCommandName: Annals.name,
        abstract: "Settle what people ruled differently on: an earlier decision holds, in the place of all others.",
        discussion: """
            ID is a decision of annals decisions. --by takes whoever's decisions in everything that is in dispute. The decision \
            that is upheld is made again in your name; what it replaces is kept.

              annals decisions
              annals uphold --by Ben -m "talked it over"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "Decisions: the starts of their ids.")
    var ids: [String] = []
    @Option(help: ArgumentHelp("Whose decisions hold in everything that is in dispute.", valueName: "name"))
    var by: String?

    func validate() throws {
        if ids.isEmpty == (by == nil) { throw ValidationError("say which decision holds: an id, or --by NAME") }
    }

    func run() throws {
        let reviewer = try options.reviewer()
        let matters = Matters(reviewer: reviewer)
        var upheld: [Decision] = []
        for id in ids {
            guard DecisionID.isPrefix(id), let decision = try matters.decision(id) else {
                throw Failure(
                    message: "no decision is called \(visible(id))", hint: "annals decisions --all lists them")
            }
            upheld.append(decision)
        }
        if let by {
            upheld += reviewer.queue.disputes.compactMap { dispute in
                dispute.decisions.last { $0.name.lowercased() == by.lowercased() }
            }
        }
        try options.record(upheld.map(\.ruling), by: reviewer)
    }
}
