import ArgumentParser
import Facts

/// Accepts changes, or whatever comes from a source.
struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", _superCommandName: Annals.name,
        abstract: "Accept changes or facts; or, as a standing rule, whatever comes from a source.",
        discussion: """
            ID is a change of annals review --list, or a fact: the start of its id. All that is accepted at once is one \
            revision. A standing rule accepts by itself what nobody ruled on; such changes are counted and marked.

              annals accept elqlpnsvs -m "seen in both editions"
              annals accept --source "Gulf Ledger" -m "corrects itself within the day"
              annals accept --agreeing
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "Changes and facts.", completion: .changes)
    var ids: [String] = []
    @Option(help: ArgumentHelp("From now on, whatever this source publishes.", valueName: "name"))
    var source: [String] = []
    @Flag(name: .customLong("agreeing"), help: "From now on, whatever says the same as an accepted claim.")
    var acceptsAgreement = false

    func validate() throws {
        if ids.isEmpty, source.isEmpty, !acceptsAgreement { throw ValidationError("say what to accept: an id") }
    }

    func run() throws {
        let reviewer = try options.reviewer()
        let matters = source.map { Matter.source($0) } + (acceptsAgreement ? [.agreement] : [])
        let rules = matters.compactMap { Ruling(.accept, on: $0) }
        try options.record(rules + Matters(reviewer: reviewer).rulings(.accept, on: ids), by: reviewer)
    }
}
