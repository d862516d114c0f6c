package import Facts

/// A block of running text in a report, and all that may be used to understand it.
package struct Passage: Hashable, Sendable {
    /// The report's name.
    package let report: ReportName
    /// Its headline.
    package let title: String?
    /// Who published it.
    package let source: String?
    /// When it was published; what "last week" is counted from.
    package let published: Time?
    /// BCP 47 tag of its language.
    package let language: String?
    /// The words to read: white space runs are one space, quotation marks straight, no markup.
    package let text: String
    /// The passages before it, nearest last; at most ``contextLength``.
    package let before: [String]

    /// So many passages before one may be looked at.
    package static let contextLength = 3

    /// A passage of a report.
    package init(_ text: String, of record: ReportRecord, before: [String] = []) {
        report = record.name
        (title, source, published, language) = (record.title, record.source, record.published, record.language)
        self.text = text
        self.before = before.suffix(Self.contextLength)
    }

    private init(_ text: String, like other: Passage) {
        report = other.report
        (title, source, published, language) = (other.title, other.source, other.published, other.language)
        self.text = text
        before = other.before
    }

    /// A passage of the same report with another text.
    func with(text: String) -> Passage { Passage(text, like: self) }
}

/// What an extractor found in a passage.
package struct PassageReading: Hashable, Sendable {
    /// The claims; the offsets of their quotations are UTF-8 bytes of the passage's text.
    package var claims: [StatedClaim]
    /// What was read and left out.
    package var omissions: [Omission]

    /// A reading.
    package init(claims: [StatedClaim] = [], omissions: [Omission] = []) {
        self.claims = claims
        self.omissions = omissions
    }
}

/// Words that might have made a claim and did not.
package struct Omission: Hashable, Sendable {
    /// The words.
    package let quote: String
    /// Where they start: a UTF-8 byte of the passage's text.
    package let start: Int
    /// Why no claim was made of them, as a phrase: "the subject is a pronoun without a sure antecedent".
    package let reason: String

    /// An omission.
    package init(quote: String, start: Int, reason: String) {
        (self.quote, self.start, self.reason) = (quote, start, reason)
    }
}
