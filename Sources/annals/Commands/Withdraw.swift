import ArgumentParser
import FactRepository
import Facts

/// Withdraws reports.
struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", _superCommandName: Annals.name,
        abstract: "Record that reports were taken down by their publishers.",
        discussion: """
            The claims of a withdrawn report no longer count; earlier revisions keep it, and history tells of it.

              annals withdraw northern-2020-02-24 -m "Taken down without a word"
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "Names of reports.", completion: .reports)
    var names: [String]
    @Option(help: ArgumentHelp("When it is recorded, instead of now.", valueName: "date"))
    var recorded: String?
    @Option(name: .shortAndLong, help: "What to say in the log.")
    var message: String?

    func run() throws {
        let story = try place.open()
        let interruption = try Interruption(of: story)
        defer { interruption.end() }
        let snapshot = try story.snapshot(nil)
        var intake = Intake(story, base: snapshot)
        intake.recording.message = message
        for name in names {
            guard let name = ReportName(name) else {
                throw Failure(message: "\(visible(name)) is not a report name", hint: "annals reports lists them")
            }
            _ = try snapshot.report(name)
            intake.recording.withdrawn.insert(name)
        }
        try intake.record(at: recordingTime(recorded))
    }
}
