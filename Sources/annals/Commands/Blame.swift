import ArgumentParser
import Extraction
import FactIndex
import FactRepository
import Facts
import Linguistics
import Rendering

/// Tells of each sentence of a report what rests on it, and since when.
struct Blame: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blame", _superCommandName: Annals.name,
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
            BlamePage(report.record, Sentences(of: report).with(blamed), naming: try story.naming(snapshot)),
            in: story)
    }
}

/// The sentences of a report, by where they stand in its bytes.
private struct Sentences {
    private let report: Report
    private let places: [(words: String, range: Range<Int>)]

    init(of report: Report) {
        self.report = report
        places = report.blocks.filter(\.isProse).flatMap { block in
            SentenceSplitter.sentences(in: block.text).compactMap { range in
                let words = String(decoding: Array(block.text.utf8)[range], as: UTF8.self)
                let source = block.map.source(of: range)
                return words.allSatisfy(\.isWhitespace) ? nil : (words, source)
            }
        }
    }

    /// Each sentence with the claims whose first quotation begins in it; at the end those whose quotation stands nowhere.
    func with(_ claims: [BlamePage.Blamed]) -> [BlamePage.Sentence] {
        let starts = claims.map { claim in
            claim.claim.evidence.first?.range.flatMap { range in
                places.lastIndex { $0.range.lowerBound <= range.start && range.start < $0.range.upperBound }
            }
        }
        let sentences = places.indices.map { index in
            BlamePage.Sentence(
                places[index].words, line: line(of: places[index].range.lowerBound),
                claims: zip(claims, starts).filter { $0.1 == index }.map(\.0))
        }
        let rest = zip(claims, starts).filter { $0.1 == nil }.map(\.0)
        return sentences
            + (rest.isEmpty ? [] : [BlamePage.Sentence("without a place in the text", line: nil, claims: rest)])
    }

    private func line(of byte: Int) -> Int { report.text[..<byte].count { $0 == 0x0A } + 1 }
}
