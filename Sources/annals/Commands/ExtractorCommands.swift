import ArgumentParser
import Extraction
import FactRepository
import Facts
import Rendering

/// Lists and checks what reads reports.
struct Extractors: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extractor",
        abstract: "List what can read reports here, and check that it keeps its promises.",
        discussion: """
            An extractor is built in, or a program of yours that speaks extract/1, or a language model behind an \
            OpenAI-compatible interface; annals help config says how to define one.

              annals extractor list
              annals extractor check desk reports/
            """,
        subcommands: [ListExtractors.self, CheckExtractor.self])
}

/// Lists extractors.
struct ListExtractors: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what can read reports here, with its fingerprint.",
        discussion: """
            Every program among them is started and asked what it is; no language model is asked anything.

              annals extractor list
            """)

    @OptionGroup var place: StoryOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let story = try place.open()
        let catalogue = try ExtractorCatalogue(of: story)
        let vocabulary = try story.snapshot(nil).vocabulary()
        var rows: [ExtractorsPage.Row] = []
        for entry in catalogue.entries {
            let (fingerprint, problem) = await Self.fingerprint(of: entry.name, in: catalogue, vocabulary)
            rows.append(
                .init(
                    name: entry.name, isPreferred: entry.isPreferred, origin: entry.origin, fingerprint: fingerprint,
                    problem: problem))
        }
        try output.show(ExtractorsPage(rows), in: story)
    }

    private static func fingerprint(
        of name: String, in catalogue: ExtractorCatalogue, _ vocabulary: Vocabulary
    ) async -> (ExtractorFingerprint?, problem: String) {
        do {
            return (try await catalogue.extractor(name, vocabulary: vocabulary).fingerprint, "")
        } catch {
            return (nil, Failure(error).message)
        }
    }
}

/// Checks an extractor.
struct CheckExtractor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", _superCommandName: Annals.name,
        abstract: "Check that an extractor keeps what every extractor promises.",
        discussion: """
            The first passages of the reports are read three times over, forwards and backwards, and a few that are awkward to \
            read with them. Exits with 1 when a promise is broken, and names it.

              annals extractor check desk reports/
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "The extractor's name.")
    var name: String
    @Argument(help: "Files and folders of reports. Default: those of the newest revision.")
    var paths: [String] = []
    @Option(help: "So many passages are read.")
    var limit = 20
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let story = try place.open()
        let catalogue = try ExtractorCatalogue(of: story)
        let snapshot = try story.snapshot(nil)
        let vocabulary = try snapshot.vocabulary()
        let passages = try passages(in: snapshot)
        // Settings that make no extractor are not the extractor's fault.
        _ = try await catalogue.extractor(name, vocabulary: vocabulary)
        let findings = await ExtractorCheck(passages).findings {
            try await catalogue.extractor(name, vocabulary: vocabulary)
        }
        let checked = [
            (passages.count, "passage"), (findings.claims.reduce(0, +), "claim"), (findings.omissions, "omission"),
        ]
        let problems = findings.violations.map { violation in
            VerifyPage.Problem(
                place: violation.passage.map { "\($0.report): \"\($0.text.prefix(60))\"" } ?? name,
                what: violation.sentence, hint: "")
        }
        try output.show(
            VerifyPage(checked: checked.map { (what: $0.0 == 1 ? $0.1 : $0.1 + "s", count: $0.0) }, problems: problems),
            in: story)
        if !problems.isEmpty { throw ExitStatus.findings }
    }

    private func passages(in snapshot: Snapshot) throws -> [Passage] {
        let collection = ReportCollection(paths)
        if let problem = collection.problems.first { throw Failure(message: problem.sentence) }
        let recorded = paths.isEmpty ? try snapshot.reportNames().map { try snapshot.report($0) } : []
        let passages = (collection.reports + recorded).lazy.flatMap(\.passages).prefix(max(1, limit)).map(\.passage)
        guard !passages.isEmpty else {
            throw Failure(message: "there is no passage to read", hint: "name a file or a folder of reports")
        }
        return Array(passages)
    }
}
