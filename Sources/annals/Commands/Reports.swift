import ArgumentParser
import FactRepository
import Facts
import Rendering

/// Lists reports.
struct Reports: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports", _superCommandName: Annals.name,
        abstract: "List the reports of a revision.",
        discussion: """
              annals reports
              annals reports --at HEAD~3 --format json
            """)

    @OptionGroup var place: StoryOptions
    @Option(help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let counts = Dictionary(grouping: try snapshot.facts().flatMap(\.claims), by: \.report).mapValues(\.count)
        let rows = try snapshot.reportNames().compactMap { name in
            try snapshot.record(of: name).map { (record: $0, claims: counts[name] ?? 0) }
        }
        try output.show(ReportsPage(rows), in: story)
    }
}
