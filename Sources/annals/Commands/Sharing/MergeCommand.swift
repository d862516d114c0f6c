import ArgumentParser
import FactRepository
import Facts
import Rendering

/// Merges another line of the story.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", _superCommandName: Annals.name,
        abstract: "Merge what somebody else recorded and ruled: by report and by decision, with authors and reasons.",
        discussion: """
            REVISION is usually NAME/main, after annals fetch NAME. What one side changed stands. Decisions of both are kept; \
            where two people ruled differently, neither is followed until one is upheld, and the exit status is 4. Where both \
            changed one report, or the same lines of the vocabulary, nothing is recorded, all of it is listed, and --take says \
            which side stands: all at once (ours, theirs), or one at a time (theirs:REPORT, ours:vocabulary.yaml). So there is \
            no merge to continue or to abort; annals undo takes one back.

              annals merge ben/main --dry-run
              annals merge ben/main
              annals merge ben/main --take theirs -m "Ben read the late editions"
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "The revision to merge.", completion: .revisions)
    var revision: String
    @OptionGroup var options: MergeOptions
    @Flag(name: .customLong("dry-run"), help: "Say what would be done, and record nothing.")
    var isPreview = false
    @OptionGroup var output: OutputOptions

    func run() throws {
        try place.open().merge(
            revision, MergeChoices(options.take), message: options.message, isPreview: isPreview, output)
    }
}

/// How a merge is to be made.
struct MergeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "ours or theirs where both changed the same; theirs:REPORT for one report. May be repeated.",
            valueName: "side"))
    var take: [MergeTake] = []
    @Option(name: .shortAndLong, help: "What to say in the log.")
    var message: String?
}

/// A side to take of everything, or of one thing: `theirs`, `theirs:REPORT`.
struct MergeTake: ExpressibleByArgument {
    let side: MergeSide
    /// A report, or the vocabulary; `nil` for everything.
    let name: String?

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let side = MergeSide(rawValue: first), parts.count == 1 || !parts[1].isEmpty
        else { return nil }
        (self.side, name) = (side, parts.count > 1 ? parts[1] : nil)
    }
}

extension MergeChoices {
    /// What a person chose on the command line.
    init(_ taken: [MergeTake]) throws {
        self.init()
        for one in taken {
            switch one.name {
            case nil: all = one.side
            case Story.vocabularyName: vocabulary = one.side
            case let name?:
                guard let report = ReportName(name) else {
                    throw Failure(
                        message: "--take: no report can be called \(visible(name))",
                        hint: "annals merge REVISION --dry-run lists what both changed", status: .usage)
                }
                reports[report] = one.side
            }
        }
    }
}

extension MergeSide: ChoiceArgument {}
