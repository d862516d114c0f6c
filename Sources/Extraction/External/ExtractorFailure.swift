package import Facts

/// Why an extractor could not read a passage, or could not be had at all.
package struct ExtractorFailure: Error, Hashable, Sendable {
    /// What went wrong.
    package enum Reason: Hashable, Sendable {
        /// The program could not be started; what the system says.
        case notStarted(String)
        /// `--describe` was not answered as `extract/1` asks; what is wrong.
        case description(String)
        /// No answer came within the limit.
        case tooSlow(seconds: Int)
        /// The program ended and left no answer; how it ended: "exit status 1".
        case ended(String)
        /// The answer is not what was asked for; what is wrong.
        case malformed(String)
        /// The extractor says itself that it cannot read the passage; its words.
        case declined(String)
        /// The endpoint could not be reached; what the transport says.
        case unreachable(String)
        /// The endpoint answered with another HTTP status than 200; its words.
        case status(Int, String)
        /// The environment variable that should hold the key is not set.
        case noKey(variable: String)
        /// Only recorded answers may be used, and there is none under this name.
        case notRecorded(String)
        /// It is not asked any more: it has failed so often in a row.
        case leftAlone(failures: Int)
    }

    /// The name that the extractor has in the settings.
    package let extractor: String
    /// The report that was being read; `nil` when none was.
    package let report: ReportName?
    /// The passage's first words, with an ellipsis when there are more; empty when none was read.
    package let passage: String
    /// What went wrong.
    package let reason: Reason
    /// The last lines that the program wrote to its standard error, oldest first.
    package let output: [String]

    init(_ extractor: String, _ reason: Reason, reading passage: Passage? = nil, output: [String] = []) {
        self.extractor = extractor
        self.reason = reason
        self.output = output
        report = passage?.report
        let text = passage?.text ?? ""
        self.passage = text.count > Self.shown ? text.prefix(Self.shown) + "…" : text
    }

    /// So many characters of a passage tell which it was.
    private static let shown = 60
}
