import ArgumentParser
import Extraction
import FactDiff
import FactRepository
import Facts
import Rendering

/// Reads the recorded texts again.
struct Reextract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reextract", _superCommandName: Annals.name,
        abstract: "Read recorded texts again with another extractor, and compare or record what it reads.",
        discussion: """
            Nothing is recorded until --apply. What changes then is due to the extractor alone, and stands in a revision of its \
            own, so that later differences are those of the reports.

              annals reextract --with english
              annals reextract --with desk --format jsonl
              annals reextract --with desk --apply -m "Newer guide"
            """)

    @OptionGroup var place: StoryOptions
    @Argument(
        help: ArgumentHelp("Reports to read again. Default: all that have a text.", valueName: "reports"),
        completion: .reports)
    var names: [String] = []
    @Option(
        name: [.customLong("with"), .customLong("extractor")],
        help: ArgumentHelp("What reads them. Default: annals.extractor, else english.", valueName: "name"),
        completion: .extractors)
    var extractor: String?
    @Flag(help: "Compare with what is recorded, or record what was read.")
    var act = Act.compare
    @Option(help: ArgumentHelp("When it is recorded, instead of now.", valueName: "date"))
    var recorded: String?
    @Option(name: .shortAndLong, help: "What to say in the log.")
    var message: String?
    @OptionGroup var filter: ChangeFilter
    @OptionGroup var extent: ComparisonOptions
    @OptionGroup var output: OutputOptions

    /// What to do with what was read.
    enum Act: String, EnumerableFlag {
        case compare, apply
    }

    func run() async throws {
        let story = try place.open()
        let second = try recordingTime(recorded)
        let interruption = try Interruption(of: story)
        defer { interruption.end() }
        let base = try story.snapshot(nil)
        let reader = try await Optional(story).extractor(extractor, base.vocabulary())
        let reports = try reports(in: base)
        let readings = try await story.read(reports, by: reader, interruption)
        let problems = readings.flatMap(\.problems)
        let good = readings.filter(\.failures.isEmpty)
        let claims = Dictionary(uniqueKeysWithValues: good.map { ($0.report.record.name, $0.claims) })
        switch act {
        case .compare: try compare(claims, reader.fingerprint, reports, story, base)
        case .apply: try apply(claims, story, second)
        }
        for sentence in problems { Output.note("refused: \(sentence)") }
        if good.count < readings.count { throw good.isEmpty ? ExitStatus.failed : .partial }
    }

    /// The reports to read: those named, else all; those without a text have nothing to read.
    private func reports(in base: Snapshot) throws -> [Report] {
        let chosen = try names.map { name in
            guard let known = ReportName(name) else {
                throw Failure(message: "\(visible(name)) is not a report's name", hint: "annals reports lists them")
            }
            return known
        }
        return try (chosen.isEmpty ? base.reportNames() : chosen).map { try base.report($0) }
    }

    private func compare(
        _ claims: [ReportName: ReadClaims], _ reader: ExtractorFingerprint, _ reports: [Report], _ story: Story,
        _ base: Snapshot
    ) throws {
        let all = try story.repository.preview(claims, on: base)
        let vocabulary = try base.vocabulary()
        let changes = filter.filtered(all, vocabulary)
        let revision = try story.repository.revision(base.id)
        let page = DiffPage(
            before: .revision(revision), after: .named(reader.description), changeSet: changes,
            naming: try story.naming(base), reports: try story.records(of: changes, in: base),
            showsAll: extent.showsAll)
        if extent.showsAll {
            try output.show(page, in: story)
        } else {
            let former = Dictionary(grouping: reports.compactMap(\.record.extractor)) { $0 }
                .map { (extractor: $0.key, reports: $0.value.count) }
                .sorted { $0.extractor.description < $1.extractor.description }
            let decisions = try claims.sorted { $0.key < $1.key }.flatMap { name, read in
                try base.rulings(onClaimsOf: name).standing(in: read.claims.map(vocabulary.read))
            }
            let words = ["annals", "reextract"] + names + (extractor.map { ["--with", $0] } ?? []) + ["--apply"]
            try output.show(
                ReextractionPage(
                    page, by: reader, before: former, read: claims.count, unread: reports.count - claims.count,
                    decisions: decisions.sorted { $0.decision < $1.decision },
                    command: words.joined(separator: " ")), in: story)
        }
        try extent.leave(with: changes)
    }

    private func apply(_ claims: [ReportName: ReadClaims], _ story: Story, _ second: Int) throws {
        var recording = Recording()
        recording.claims = claims
        recording.message = message
        let revisions = try story.repository.record(recording, by: story.author(at: second))
        story.followWithIndex(revisions)
        for revision in revisions { try Output.write(revision.receipt) }
        if revisions.isEmpty { try Output.write("Nothing to record: it reads what was read before\n") }
        if !revisions.isEmpty { Output.note("next: annals diff HEAD~1") }
    }
}
