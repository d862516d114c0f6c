import FactRepository
import Facts
import FoundationEssentials

/// What revisions wrote, one step after another, made ready for the tables: all that can be worked out without looking at them.
///
/// A portion may begin or end in the middle of a revision, which may be a story's first and have all its claims.
struct PreparedPortion: Sendable {
    /// A step from one revision to the next.
    enum Step: Sendable {
        /// A revision, and the claims that it took away, with the ``RowSum`` of their lines.
        case revision(Revision, removed: [(claim: RevisionDelta.RemovedClaim, sum: Int64)])
        case claims([PreparedClaim])
        case report(PreparedReport)
        /// That was all that the revision wrote.
        case end
    }

    /// Bytes as stored that are worth handing over.
    private static let size = 1 << 18
    private(set) var steps: [Step] = []
    private var bytes = 0

    /// Adds what a revision wrote; hands this over and begins another whenever it is of a size.
    ///
    /// - Throws: ``IndexError`` when a line is no claim.
    mutating func add(_ delta: RevisionDelta, handing hand: (PreparedPortion) throws -> Void) throws {
        steps.append(.revision(delta.revision, removed: delta.removed.map { ($0, RowSum.of($0.line)) }))
        // Revisions without claims are handed over at some time, too.
        bytes += delta.removed.reduce(1024) { $0 + $1.line.count }
        try add(claims: delta, hand)
        try add(reports: delta, hand)
        steps.append(.end)
        try handOver(unlessBelow: Self.size, hand)
    }

    /// Hands this over when it has that many bytes, and begins another.
    mutating func handOver(unlessBelow size: Int, _ hand: (PreparedPortion) throws -> Void) throws {
        guard bytes >= size, !steps.isEmpty else { return }
        try hand(self)
        self = PreparedPortion()
    }

    private mutating func add(claims delta: RevisionDelta, _ hand: (PreparedPortion) throws -> Void) throws {
        var claims: [PreparedClaim] = []
        for line in delta.added {
            guard let claim = PreparedClaim(line) else {
                throw IndexError(
                    "revision \(delta.revision.id) has a line that is not a stored claim", FactIndex.fileName)
            }
            claims.append(claim)
            bytes += line.count
            guard bytes >= Self.size else { continue }
            steps.append(.claims(claims))
            claims = []
            try handOver(unlessBelow: Self.size, hand)
        }
        if !claims.isEmpty { steps.append(.claims(claims)) }
    }

    private mutating func add(reports delta: RevisionDelta, _ hand: (PreparedPortion) throws -> Void) throws {
        for (name, record) in delta.records.sorted(by: { $0.key < $1.key }) {
            let text = delta.texts[name] ?? []
            steps.append(.report(PreparedReport(name, record, text: text)))
            bytes += text.count
            try handOver(unlessBelow: Self.size, hand)
        }
    }
}

/// A claim made ready for the tables.
struct PreparedClaim: Sendable {
    let fact: FactID
    let report: String
    let predicate: String
    let earliest: Int?
    let latest: Int?
    /// The claim as stored.
    let record: Data
    /// The ``RowSum`` of ``record``.
    let sum: Int64
    let words: ClaimWords

    init?(_ line: [UInt8]) {
        guard let claim = Claim(line: line[...]) else { return nil }
        (fact, report, predicate) = (claim.fact, claim.report.description, claim.predicate)
        (earliest, latest) = (claim.time?.start.earliest, claim.time?.end.latest)
        (record, sum) = (Data(line), RowSum.of(line))
        words = ClaimWords(claim)
    }
}

/// What is known of a report from a revision on, made ready for the tables.
struct PreparedReport: Sendable {
    let name: String
    /// `nil` of a report that was withdrawn.
    let record: String?
    /// The text's key, and its sentences' words; `nil` of a report without text.
    let text: (key: String, sentences: [String])?

    init(_ name: ReportName, _ record: ReportRecord?, text: [UInt8]) {
        self.name = name.description
        self.record = record?.json.canonicalText
        self.text = record.flatMap { record in
            SearchedText.key(of: record, text: text).map {
                ($0, Report(record: record, text: text).searchedSentences)
            }
        }
    }
}
