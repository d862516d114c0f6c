import ArgumentParser
import Extraction
import Facts
import Rendering

/// Reads texts and shows the claims in them.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", _superCommandName: Annals.name,
        abstract: "Read texts and show the claims in them, without recording anything.",
        discussion: """
            PATH is a file, a folder, a pattern in quotation marks ("news/*.html"), or - for standard input: text, Markdown with \
            front matter, or HTML. Every claim quotes the sentence it rests on. --explain shows what was left out, and why. \
            The jsonl output is a file of claims (claims/1) that annals record --claims takes.

              annals extract article.md
              annals extract news/ --format jsonl > claims.jsonl
              annals extract - --explain < article.md
            """)

    @Argument(help: "Files, folders, patterns, or -.")
    var paths: [String]
    @OptionGroup var naming: ReportNaming
    @OptionGroup var reading: ReadingOptions
    @Option(help: "text or jsonl.")
    var format = ExtractionFormat.text
    @Flag(name: .customLong("explain"), help: "Show what was left out, and why.")
    var explains = false
    @Option(help: "auto, always or never.")
    var color = ColourChoice.auto

    func run() async throws {
        let story = try reading.story()
        let vocabulary = try reading.readVocabulary(story)
        let extractor = try await story.extractor(reading.extractor, vocabulary)
        let collection = ReportCollection(paths, as: naming.reportName(reading: paths))
        var isPartial = !collection.problems.isEmpty
        for problem in collection.problems { Output.note("refused: \(problem.sentence)") }
        if collection.reports.isEmpty, !isPartial {
            throw Failure(
                message: "there is no report (.md, .txt, .html) to read", hint: "check the path or the pattern")
        }
        if format == .jsonl {
            try Output.write(String(decoding: ClaimsWriter.header(extractor.fingerprint), as: UTF8.self))
        }
        let progress = Progress("reading", total: collection.reports.count)
        for report in collection.reports {
            let result = try await ReportReading(report, by: extractor)
            progress.advance()
            progress.end()
            try show(result, extractor.fingerprint, vocabulary)
            for sentence in result.problems { Output.note("refused: \(sentence)") }
            isPartial = isPartial || !result.failures.isEmpty
        }
        if isPartial { throw collection.reports.isEmpty ? ExitStatus.failed : .partial }
    }

    private func show(
        _ reading: ReportReading, _ extractor: ExtractorFingerprint, _ vocabulary: Vocabulary
    ) throws {
        let page = ExtractionPage(reading, by: extractor, vocabulary, explains: explains)
        switch format {
        case .text: try Output.write(render(page, as: .text, style: OutputOptions.style(color)))
        case .jsonl: try Output.write(render(page, as: .jsonl).drop { $0 != "\n" }.dropFirst().description)
        }
    }
}

/// How extracted claims are shown.
enum ExtractionFormat: String, ChoiceArgument {
    case text, jsonl
}
