/// The words of a report's stored bytes, by their place.
package struct ReportWords: Sendable {
    private let text: [UInt8]

    /// The words of a report.
    package init(_ report: Report) {
        text = report.text
    }

    /// What is quoted when a place of the report is: its bytes.
    ///
    /// `nil` where the report has no such place.
    package func quote(at place: Range<Int>) -> String? {
        guard !place.isEmpty, place.lowerBound >= 0, place.upperBound <= text.count else { return nil }
        return String(validating: text[place], as: UTF8.self)
    }
}
