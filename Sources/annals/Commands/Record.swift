import ArgumentParser
import FactRepository
import Facts

/// Records reports and claims.
struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Record reports and claims as a new revision.",
        discussion: """
            PATH is a file or a folder of reports: text, or Markdown with front matter (title, source, published, updated, notice, \
            url, language). A report that is known by its name gets a new version; one that has not changed is left alone. \
            The claims of a file take the place of all earlier claims of the reports that it names.

              annals record reports/ --claims claims.jsonl
              annals record wire/2020-02-24.md --recorded 2020-02-24 -m "Second day"
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "Files and folders of reports.")
    var paths: [String] = []
    @Option(help: ArgumentHelp("Claims made elsewhere (claims/1, JSON Lines); - is standard input.", valueName: "file"))
    var claims: [String] = []
    @Option(help: ArgumentHelp("What made the claims, instead of what the file says.", valueName: "name@version"))
    var extractor: String?
    @Flag(name: .customLong("complete"), help: "The reports given are all there are: withdraw every other.")
    var isComplete = false
    @Option(help: ArgumentHelp("When it is recorded, instead of now.", valueName: "date"))
    var recorded: String?
    @Option(name: .shortAndLong, help: "What to say in the log.")
    var message: String?

    func validate() throws {
        if isComplete, paths.isEmpty { throw ValidationError("--complete needs the reports that remain") }
        if let extractor, ExtractorFingerprint(extractor) == nil {
            throw ValidationError("--extractor is NAME@VERSION, such as desk@1, not '\(extractor)'")
        }
    }

    func run() async throws {
        let story = try place.open()
        let interruption = try Interruption(of: story)
        defer { interruption.end() }
        let second = try recordingTime(recorded)
        var intake = Intake(story, base: try story.snapshot(nil))
        intake.read(reports: paths)
        for path in claims {
            try await intake.read(claimsFile: path, by: extractor.flatMap { ExtractorFingerprint($0) })
        }
        intake.recording.isComplete = isComplete
        intake.recording.message = message
        intake.recording.vocabulary = try story.editedVocabulary()
        try intake.record(at: second)
    }
}
