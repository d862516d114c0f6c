import FactDiff
import Facts

/// What one or more claims are about; its id survives every change of its values.
public struct Fact: Hashable, Sendable, Identifiable {
    /// 32 letters, of which the first eight mostly tell facts apart.
    public let id: String
    /// Whom or what it is about.
    public let subject: String
    /// What is said of it.
    public let predicate: String
    /// The other party or the value of its first claim; `nil` when there is none.
    public let object: String?
    /// The claims, by id; at least one.
    public let claims: [Claim]

    init?(_ fact: Facts.Fact, _ words: Words) {
        guard let first = fact.claims.first else { return nil }
        id = fact.id.letters
        (subject, predicate) = (words.name(of: first.subject), words.predicate(of: first))
        object = first.object.map(words.name)
        claims = fact.claims.map { Claim($0, words) }
    }
}

/// One assertion in one version of a report.
public struct Claim: Hashable, Sendable {
    /// The name of the report that says so.
    public let report: String
    /// Who published the report; `nil` when that is not known.
    public let source: String?
    /// Whom or what it is about.
    public let subject: String
    /// What is said of it.
    public let predicate: String
    /// The other party or the value; `nil` when there is none.
    public let object: String?
    /// Further roles by name.
    public let arguments: [String: String]
    /// When it holds in the world, in EDTF (ISO 8601-2): `2009`, `2020-02-01/2020-02-07`; `nil` when that is not said.
    public let time: String?
    /// Whether the report says that it is not so.
    public let isDenied: Bool
    /// Who says so inside the report, outermost last; empty in the reporter's own voice.
    public let speakers: [String]
    /// The words that it rests on; empty for one from a table.
    public let quotes: [Quote]

    init(_ claim: Facts.Claim, _ words: Words) {
        report = claim.report.description
        source = words.source(of: claim.report)
        (subject, predicate) = (words.name(of: claim.subject), words.predicate(of: claim))
        object = claim.object.map(words.name)
        arguments = claim.arguments.mapValues(words.name)
        time = claim.time?.edtf
        isDenied = claim.polarity == .denied
        speakers = claim.attribution
        quotes = claim.evidence.map { Quote($0, in: claim.report) }
    }
}

/// Words of a report, and where they stand in its bytes.
public struct Quote: Hashable, Sendable {
    /// The words, as they stand in the report.
    public let words: String
    /// The name of the report.
    public let report: String
    /// The UTF-8 bytes of the stored report; `nil` when the words have no one place in it.
    public let bytes: Range<Int>?
    /// The line of the first byte, from 1; `nil` with `bytes`.
    public let line: Int?

    init(_ evidence: Evidence, in report: ReportName) {
        words = evidence.quote
        self.report = report.description
        bytes = evidence.range.map { $0.start..<$0.end }
        line = evidence.range?.line
    }
}

/// What things are called.
struct Words {
    private let reports: [ReportName: ReportRecord]
    private let vocabulary: Vocabulary
    /// Where the newer vocabulary does not know something.
    private let former: Vocabulary

    init(_ reports: [ReportName: ReportRecord], _ former: Vocabulary, _ vocabulary: Vocabulary) {
        (self.reports, self.former, self.vocabulary) = (reports, former, vocabulary)
    }

    init(_ provenance: Provenance) {
        self.init(provenance.reports, provenance.vocabulary, provenance.vocabulary)
    }

    func name(of value: Value) -> String {
        value.entity.flatMap { vocabulary.entities[$0]?.name ?? former.entities[$0]?.name } ?? value.text
    }

    func predicate(of claim: Facts.Claim) -> String {
        vocabulary.predicates[claim.predicate]?.label ?? former.predicates[claim.predicate]?.label
            ?? claim.predicateText
    }

    func source(of report: ReportName) -> String? { reports[report]?.source }
}
