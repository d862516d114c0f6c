/// The words of a report's stored bytes, by their place.
package struct ReportWords: Sendable {
    private enum Form {
        case text([UInt8])
        case markup(MappedText)
    }

    private let form: Form

    /// The words of a report.
    package init(_ report: Report) {
        switch report.record.format {
        case .text: form = .text(report.text)
        case .html: form = .markup(MappedText(markup: report.text))
        }
    }

    /// The words: in text all its bytes.
    package var bytes: [UInt8] {
        switch form {
        case .text(let text): text
        case .markup(let words): words.bytes
        }
    }

    /// The part of ``bytes`` that some stored bytes are; of a place that has no words of its own, none at its start.
    func range(of place: Range<Int>) -> Range<Int> {
        switch form {
        case .text: place
        case .markup(let words): words.map.text(of: place) ?? 0..<0
        }
    }

    /// What is quoted when a place of the report is: in text its bytes; in HTML the words between the tags, white space as one space
    /// and quotation marks straight.
    ///
    /// `nil` where the report has no such place: beyond its end, inside a tag or a script, in the middle of a character.
    package func quote(at place: Range<Int>) -> String? {
        switch form {
        case .text(let text):
            guard !place.isEmpty, place.lowerBound >= 0, place.upperBound <= text.count else { return nil }
            return String(validating: text[place], as: UTF8.self)
        case .markup(let words):
            return words.map.text(of: place).flatMap { String(validating: words.bytes[$0], as: UTF8.self) }
        }
    }
}
