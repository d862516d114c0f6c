/// A claim as an extractor states it: one line of `claims/1`, before any vocabulary has read it.
package struct StatedClaim: Hashable, Sendable {
    /// A value as it was given: plain, to be read by the type of its role, or with its type named.
    package enum StatedValue: Hashable, Sendable {
        case plain(String)
        case entity(String)
        case quantity(String, unit: String?)
        case time(String)
        case choice(String)
        case text(String)
    }

    /// A quotation as it was given; the offsets may be absent or wrong.
    package struct StatedEvidence: Hashable, Sendable {
        /// The words quoted.
        package var quote: String
        /// The first UTF-8 byte of the quotation in the report.
        package var start: Int?
        /// The byte after the last.
        package var end: Int?

        /// A quotation.
        package init(quote: String, start: Int? = nil, end: Int? = nil) {
            self.quote = quote
            self.start = start
            self.end = end
        }
    }

    /// The report that says so.
    package var report: ReportName
    /// Who or what the claim is about.
    package var subject: StatedValue
    /// What is said of it, in the extractor's words.
    package var predicate: String
    /// The other party or the value; `nil` when the predicate has none.
    package var object: StatedValue?
    /// Further roles by name.
    package var arguments: [String: StatedValue] = [:]
    /// When it holds in the world.
    package var time: Time?
    /// Whether it is said to be so.
    package var polarity = Polarity.affirmed
    /// How sure the report is.
    package var certainty = Certainty.unstated
    /// In what way it is said, in the order of the closed list.
    package var modality: [Modality] = []
    /// Who says it inside the report, outermost last; empty in the reporter's own voice.
    package var attribution: [String] = []
    /// The quotations it rests on; empty for a structured source.
    package var evidence: [StatedEvidence] = []
    /// The claim's id in its own source.
    package var key: String?
    /// Members that `claims/1` does not know, kept as they came.
    package var ext: [String: JSONValue] = [:]

    /// A claim with its three required parts.
    package init(report: ReportName, subject: StatedValue, predicate: String) {
        self.report = report
        self.subject = subject
        self.predicate = predicate
    }
}

extension StatedClaim.StatedValue {
    /// The words of the value.
    package var text: String {
        switch self {
        case .plain(let text), .entity(let text), .quantity(let text, _), .time(let text), .choice(let text),
            .text(let text):
            text
        }
    }
}
