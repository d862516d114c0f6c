import ArgumentParser
import Extraction
import FactDiff
import Facts
import Rendering

/// Compares two files of claims.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare two files of claims, without a story.",
        discussion: """
            No report's text is at hand, so quotations are taken as they come, and every difference inside a report counts as the \
            extractor's.

              annals compare rules-1.jsonl rules-2.jsonl --vocabulary vocabulary.yaml
            """)

    @Argument(help: "Claims before (claims/1).")
    var before: String
    @Argument(help: "Claims after (claims/1).")
    var after: String
    @Option(help: ArgumentHelp("The vocabulary to read them by. Default: the starter vocabulary.", valueName: "file"))
    var vocabulary: String?
    @OptionGroup var filter: ChangeFilter
    @OptionGroup var extent: ComparisonOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let words = try vocabulary.map(Self.text) ?? EmbeddedFiles.starterVocabulary
        let known = try Self.read(words, vocabulary ?? "the starter vocabulary")
        let old = try ComparedFile(before, known)
        let new = try ComparedFile(after, known)
        let changes = filter.filtered(ChangeSet(from: old.side, to: new.side), known)
        let page = DiffPage(
            before: .named(before), after: .named(after), changeSet: changes, naming: Naming(known),
            showsAll: extent.showsAll)
        try extent.show(page, output, in: nil)
        let refusals = old.refusals + new.refusals
        for refusal in refusals { Output.note("refused: \(refusal)") }
        if !refusals.isEmpty { throw ExitStatus.partial }
        try extent.leave(with: changes)
    }

    private static func read(_ text: String, _ path: String) throws -> Vocabulary {
        do {
            return try VocabularyReader.read(text)
        } catch {
            throw Failure(error, in: path)
        }
    }

    private static func text(_ path: String) throws -> String {
        do {
            return try Story.vocabularyText(ReportReader.bytes(path), path)
        } catch let problem as ReportProblem {
            throw Failure(message: problem.sentence)
        }
    }
}
