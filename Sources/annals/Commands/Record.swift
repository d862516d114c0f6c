import ArgumentParser
import Extraction
import FactRepository
import Facts

/// Records reports and claims.
struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", _superCommandName: Annals.name,
        abstract: "Record reports, and the facts that they state, as a new revision.",
        discussion: """
            PATH is a file, a folder, a pattern in quotation marks ("news/*.html"), or - for standard input: text, Markdown with \
            front matter (title, source, published, updated, notice, url, language), or HTML. New and edited texts are read by \
            the extractor; a report that has not changed is left alone. Claims made elsewhere take the reader's place: those of a \
            file stand for all earlier claims of the reports that it names, and with --claims nothing is read unless \
            --extractor says by what.

              annals record reports/
              annals record reports/ --claims claims.jsonl
              annals record wire/2020-02-24.md --recorded 2020-02-24 -m "Second day"
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "Files and folders of reports.")
    var paths: [String] = []
    @OptionGroup var naming: ReportNaming
    @Option(help: ArgumentHelp("Claims made elsewhere (claims/1, JSON Lines); - is standard input.", valueName: "file"))
    var claims: [String] = []
    @Option(
        help: ArgumentHelp(
            "What reads the texts: english, a name from the settings, or none. NAME@VERSION says what made the --claims.",
            valueName: "name"))
    var extractor: String?
    @Flag(name: .customLong("complete"), help: "The reports given are all there are: withdraw every other.")
    var isComplete = false
    @Option(help: ArgumentHelp("When it is recorded, instead of now.", valueName: "date"))
    var recorded: String?
    @Option(name: .shortAndLong, help: "What to say in the log.")
    var message: String?
    @Option(
        help: ArgumentHelp(
            "Which vocabulary stands where yours was edited and somebody recorded another.", valueName: "side"))
    var take: MergeSide?

    func validate() throws {
        if isComplete, paths.isEmpty { throw ValidationError("--complete needs the reports that remain") }
        if let extractor, extractor.contains("@"), ExtractorFingerprint(extractor) == nil || claims.isEmpty {
            throw ValidationError("--extractor NAME@VERSION, such as desk@1, says what made the --claims")
        }
    }

    func run() async throws {
        let story = try place.open()
        let interruption = try Interruption(of: story)
        defer { interruption.end() }
        let second = try recordingTime(recorded)
        var intake = Intake(story, base: try story.snapshot(nil))
        intake.read(reports: paths, as: naming.reportName)
        for path in claims {
            try intake.read(claimsFile: path, by: extractor.flatMap { ExtractorFingerprint($0) })
        }
        intake.recording.isComplete = isComplete
        intake.recording.message = message
        intake.recording.vocabulary = try story.vocabularyToRecord(taking: take)
        if let reader = try await reader(story) {
            try await intake.readTexts(by: reader, isChosen: extractor != nil, interruption)
        }
        try intake.record(at: second)
    }

    /// What reads the texts; `nil` when nothing should.
    private func reader(_ story: Story) async throws -> (any Extractor)? {
        let isOfClaims = extractor?.contains("@") ?? !claims.isEmpty
        guard !isOfClaims, extractor != "none" else { return nil }
        return try await Optional(story).extractor(extractor, story.workingVocabulary())
    }
}
