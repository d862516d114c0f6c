/// In what form a report's bytes hold its words.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
    /// The bytes are the words; Markdown is text too.
    case text
    /// The words stand between tags.
    case html
}
