import ArgumentParser
import Rendering

/// How a command shows what it checked, and into which files it writes that as well.
struct FindingOutput: ParsableArguments {
    @Option(help: "text, json, jsonl, markdown, html, junit or sarif.")
    var format = FindingFormat.text
    @Option(
        help: ArgumentHelp("Write the findings to files as well: junit=check.xml,sarif=check.sarif", valueName: "list"))
    var output: [FindingFiles] = []
    @Option(help: "auto, always or never.")
    var color = ColourChoice.auto
    @Flag(name: .customLong("no-pager"), help: "Do not page long output.")
    var isUnpaged = false

    /// Writes the files, then shows the page.
    func show(_ page: some FindingsPage, in story: Story) throws {
        for file in output.flatMap(\.files) {
            try Output.write(render(page, as: file.format), to: file.path)
        }
        guard let format = OutputFormat(rawValue: format.rawValue) else {
            return try Output.write(render(page, as: format))
        }
        var plain = try OutputOptions.parse([])
        (plain.format, plain.color, plain.isUnpaged) = (format, color, isUnpaged)
        try plain.show(page, in: story)
    }
}

/// Formats and the files for them: `junit=check.xml,sarif=check.sarif`.
struct FindingFiles: ExpressibleByArgument {
    let files: [(format: FindingFormat, path: String)]

    init?(argument: String) {
        var files: [(format: FindingFormat, path: String)] = []
        for word in argument.split(separator: ",") {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let format = FindingFormat(rawValue: parts[0]) else { return nil }
            files.append((format, parts[1]))
        }
        guard !files.isEmpty else { return nil }
        self.files = files
    }

    static var allValueStrings: [String] { FindingFormat.allCases.map { "\($0.rawValue)=FILE" } }
}

extension FindingFormat: ChoiceArgument {}
