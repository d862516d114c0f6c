import ArgumentParser
import FactIndex
import FactRepository
import Facts
import Rendering

/// Tells of each sentence of a report what rests on it, and since when.
struct Blame: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blame",
        abstract: "Show each sentence of a report with the facts that rest on it and the revision that first had them.",
        discussion: """
              annals blame harbour-2020-02-23
              annals blame harbour-2020-02-23 --at 2020-02-24
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "A report's name.", completion: .reports)
    var report: String
    @Option(
        help: ArgumentHelp("As this revision has it. Default: the newest.", valueName: "revision"),
        completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        guard let name = ReportName(report) else {
            throw Failure(
                message: "\(visible(report)) cannot be the name of a report", hint: "annals reports lists them")
        }
        let report = try snapshot.report(name)
        let reading = try IndexReading(story, at: snapshot)
        let blamed = try reading.index.blame(name, at: reading.number).map {
            BlamePage.Blamed($0.claim, since: try reading.revision($0.since), current: try reading.revision($0.current))
        }
        try output.show(
            BlamePage(report.record, ReportSentences(of: report).with(blamed), naming: try story.naming(snapshot)),
            in: story)
    }
}

extension ReportSentences {
    /// Each sentence with the claims whose first quotation begins in it; at the end those whose quotation stands nowhere.
    fileprivate func with(_ claims: [BlamePage.Blamed]) -> [BlamePage.Sentence] {
        let starts = claims.map { $0.claim.evidence.first?.range.flatMap(index) }
        let sentences = all.indices.map { index in
            BlamePage.Sentence(
                all[index].words, line: all[index].line, claims: zip(claims, starts).filter { $0.1 == index }.map(\.0))
        }
        let rest = zip(claims, starts).filter { $0.1 == nil }.map(\.0)
        return sentences
            + (rest.isEmpty ? [] : [BlamePage.Sentence("without a place in the text", line: nil, claims: rest)])
    }
}
