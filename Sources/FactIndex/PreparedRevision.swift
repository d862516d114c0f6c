import FactRepository
import Facts

/// What a revision wrote, made ready for the tables: all that can be worked out without looking at them.
struct PreparedRevision: Sendable {
    let revision: Revision
    /// The claims that are no longer there, with the ``RowSum`` of their lines.
    let removed: [(claim: RevisionDelta.RemovedClaim, sum: Int64)]
    let added: [PreparedClaim]
    let reports: [PreparedReport]

    /// - Throws: ``IndexError`` when a line is no claim.
    init(_ delta: RevisionDelta) throws(IndexError) {
        revision = delta.revision
        removed = delta.removed.map { ($0, RowSum.of($0.line)) }
        var added: [PreparedClaim] = []
        added.reserveCapacity(delta.added.count)
        for line in delta.added {
            guard let claim = PreparedClaim(line) else {
                throw IndexError(
                    "revision \(delta.revision.id) has a line that is not a stored claim", FactIndex.fileName)
            }
            added.append(claim)
        }
        self.added = added
        reports = delta.records.sorted { $0.key < $1.key }.map { name, record in
            PreparedReport(name, record, text: delta.texts[name] ?? [])
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
    let record: String
    /// The ``RowSum`` of ``record``.
    let sum: Int64
    let words: ClaimWords

    init?(_ line: [UInt8]) {
        guard let claim = Claim(line: line[...]) else { return nil }
        (fact, report, predicate) = (claim.fact, claim.report.description, claim.predicate)
        (earliest, latest) = (claim.time?.start.earliest, claim.time?.end.latest)
        (record, sum) = (String(decoding: line, as: UTF8.self), RowSum.of(line))
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
