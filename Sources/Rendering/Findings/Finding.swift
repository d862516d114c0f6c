package import Facts

/// One thing that was checked, as the formats of continuous integration know it.
package struct Finding: Hashable, Sendable {
    /// How grave it is.
    package enum Level: String, Hashable, Sendable, CaseIterable {
        /// It fails the check.
        case error
        /// Somebody should look at it.
        case warning
        /// Nothing is wrong with it.
        case none
    }

    /// Words of a report that speak for or against it.
    package struct Quotation: Hashable, Sendable {
        /// The report.
        package let report: ReportName
        /// Where the report was published; `nil` when that is not known.
        package let url: String?
        /// Where the words stand; `nil` when that is not known.
        package let range: TextRange?
        /// The words; empty when the claim quotes none.
        package let words: String
        /// What they are to the finding: `for`, `against`, `breaks the rule`.
        package let bearing: String
    }

    /// The id of the rule that found it: `contradicted`, `range`.
    package let rule: String
    /// How grave it is.
    package let level: Level
    /// What it is about.
    package let title: String
    /// What is wrong, or that nothing is.
    package let message: String
    /// The file that was checked and the line in it; `nil` when it is not about one.
    package let place: Place?
    /// What speaks for and against it.
    package let quotations: [Quotation]
    /// Whether it was not so at the revision to compare with; `nil` when none was named.
    package let isNew: Bool?
    /// What tells it apart from run to run.
    package let fingerprint: String

    /// A line of a file.
    package struct Place: Hashable, Sendable {
        /// The path as it was given.
        package let file: String
        /// The line, from 1.
        package let line: Int
    }
}

/// A page that continuous integration can read as a list of checks.
package protocol FindingsPage: Page {
    /// What the checks are about, in a word or two.
    var subject: String { get }
    /// The revision that was checked.
    var revision: Revision { get }
    /// Every rule that may find something, and what it means, in the order of gravity.
    var rules: [(id: String, meaning: String)] { get }
    /// Everything that was checked, in the order of display.
    var findings: [Finding] { get }
}

/// A format in which continuous integration takes findings.
package enum FindingFormat: String, Hashable, Sendable, CaseIterable {
    case text, json, jsonl, markdown, html
    /// The XML that test runners write.
    case junit
    /// Static Analysis Results Interchange Format 2.1.0.
    case sarif
}

/// The page in a format, ending in a line feed; style matters to text only.
package func render(
    _ page: some FindingsPage, as format: FindingFormat, style: TextStyle = TextStyle()
) -> String {
    switch format {
    case .junit: JUnitRenderer.text(of: page)
    case .sarif: SARIFRenderer.text(of: page)
    case .text, .json, .jsonl, .markdown, .html:
        render(page, as: OutputFormat(rawValue: format.rawValue) ?? .text, style: style)
    }
}
