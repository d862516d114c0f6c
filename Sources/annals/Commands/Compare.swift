import ArgumentParser
import Extraction
import FactDiff
import Facts
import Rendering

/// Compares two versions of a text, or two files of claims.
struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", _superCommandName: Annals.name,
        abstract: "Compare two versions of a text, or two files of claims, without a story.",
        discussion: """
            Texts (.md, .txt, .html) are read, and the second counts as the later version of the first: what changed is due to the \
            report. Of files of claims (.jsonl) no text is at hand, so quotations are taken as they come, and every difference \
            inside a quoted report counts as the extractor's. Claims without quotations are the rows of a table: where they say \
            something else, the table changed; where the same words are read otherwise, the extractor did.

              annals compare article-monday.html article-tuesday.html
              annals compare rules-1.jsonl rules-2.jsonl --vocabulary vocabulary.yaml
              annals compare monday.jsonl tuesday.jsonl --patch tuesday.patch
            """)

    @Argument(help: "The text or the claims (claims/1) before.")
    var before: String
    @Argument(help: "The text or the claims after.")
    var after: String
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var filter: ChangeFilter
    @OptionGroup var extent: ComparisonOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let story = try reading.story()
        let vocabulary = try reading.readVocabulary(story)
        let sides = try await sides(story, vocabulary)
        let all = ChangeSet(from: sides.before, to: sides.after)
        try extent.write(all.patch)
        let changes = filter.filtered(all, vocabulary)
        let page = DiffPage(
            before: .named(before), after: .named(after), changeSet: changes, naming: Naming(vocabulary),
            stale: all.staleFacts(in: sides.after), showsAll: extent.showsAll, explains: extent.explains)
        try extent.show(page, output, in: nil)
        for refusal in sides.refusals { Output.note("refused: \(refusal)") }
        if !sides.refusals.isEmpty { throw ExitStatus.partial }
        try extent.leave(with: changes)
    }

    private func sides(
        _ story: Story?, _ vocabulary: Vocabulary
    ) async throws -> (before: Side, after: Side, refusals: [String]) {
        switch (Self.isText(before), Self.isText(after)) {
        case (true, true):
            let extractor = try await story.extractor(reading.extractor, vocabulary)
            let old = try await ComparedText(before, by: extractor, vocabulary)
            let new = try await ComparedText(after, after: old, by: extractor, vocabulary)
            return (old.side, new.side, old.refusals + new.refusals)
        case (false, false):
            let files = try ComparedFiles(before, after, vocabulary)
            return (files.before, files.after, files.refusals)
        default:
            throw Failure(
                message: "one of the two is a text, the other a file of claims",
                hint:
                    "annals extract \(visible(Self.isText(before) ? before : after)) --format jsonl makes claims of the text"
            )
        }
    }

    private static func isText(_ path: String) -> Bool { ReportReader.endings.contains(ReportReader.ending(of: path)) }
}
