import ArgumentParser
import FactDiff
import FactIndex
import FactRepository
import Facts
import Rendering

/// Lists facts by the time at which they hold.
struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", _superCommandName: Annals.name,
        abstract: "List facts by when they hold in the world, and since when each is known.",
        discussion: """
            QUERY is words that the facts say. Dates are written as in EDTF: 2020, 2020-02, 2020-02-22.

              annals timeline
              annals timeline qatar --from 2020-01 --to 2020-03
              annals timeline --by known
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "Words that the facts say.")
    var query: [String] = []
    @Option(help: ArgumentHelp("Facts that hold on this day or later.", valueName: "date"))
    var from: String?
    @Option(help: ArgumentHelp("Facts that hold on this day or earlier.", valueName: "date"))
    var to: String?
    @Option(help: "world: by when they hold. known: by since when they are known.")
    var by = TimelinePage.Order.world
    @Flag(name: .customLong("undated"), help: "List the facts that say no time instead.")
    var isUndated = false
    @Option(
        help: ArgumentHelp("As this revision has it. Default: the newest.", valueName: "revision"),
        completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func validate() throws {
        for text in [from, to].compactMap(\.self) where Time(edtf: text) == nil {
            throw ValidationError("\(text) is not a date: write 2020, 2020-02 or 2020-02-22")
        }
    }

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let query = FactQuery(query, try snapshot.vocabulary())
        let reading = try IndexReading(story, at: snapshot)
        let undated = try reading.index.undatedFacts(at: reading.number, where: query.matches)
        if isUndated { return try showUndated(undated, story, snapshot) }
        let rows = try reading.index.timeline(
            at: reading.number, from: from.flatMap { Time(edtf: $0)?.start.earliest },
            to: to.flatMap { Time(edtf: $0)?.end.latest }, where: query.matches)
        let facts = try snapshot.facts(with: Set(rows.map(\.fact)))
        let shown = try reading.rows(
            rows, marks: Contradiction.all(in: story.repository.sideWithCompany(of: facts, in: snapshot)))
        let ordered = by == .known ? zip(rows, shown).sorted { $0.0.knownSince < $1.0.knownSince }.map(\.1) : shown
        try output.show(
            TimelinePage(ordered, undated: undated.count, order: by, naming: try story.naming(snapshot)), in: story)
    }

    private func showUndated(_ undated: Set<FactID>, _ story: Story, _ snapshot: Snapshot) throws {
        let side = try story.repository.sideWithCompany(of: snapshot.facts(with: undated), in: snapshot)
        let facts = side.facts.filter { undated.contains($0.id) }
        try output.show(
            FactsPage(
                facts, reports: side.provenance.reports, contradictions: Contradiction.all(in: side),
                naming: try story.naming(snapshot)), in: story)
    }
}

extension IndexReading {
    /// Rows as a page shows them, marked where something stands against them.
    func rows(_ rows: [TimelineRow], marks contradictions: [Contradiction]) throws -> [TimelinePage.Row] {
        let marks = contradictions.flatMap { found in
            found.facts.compactMap { fact in Headline(rawValue: found.content.rawValue).map { (fact, $0) } }
        }
        let mark = Dictionary(marks, uniquingKeysWith: min)
        return try rows.map {
            TimelinePage.Row(
                $0.fact, claims: $0.claims, time: $0.time, knownSince: try revision($0.knownSince),
                mark: mark[$0.fact])
        }
    }
}

extension TimelinePage.Order: ChoiceArgument {}
