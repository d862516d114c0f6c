import Extraction
import FactDiff
import Facts

/// One version of a text, read, as a side of a comparison.
struct ComparedText {
    let side: Side
    let refusals: [String]
    /// The claims by what they say, in the words that were read.
    private let claims: [StatedClaim: Claim]

    /// Reads a text; when it comes after another, as the later version of that report.
    init(
        _ path: String, after old: ComparedText? = nil, by extractor: any Extractor, _ vocabulary: Vocabulary
    ) async throws {
        let report: Report
        do {
            report = try ReportReader.read(path)
        } catch {
            throw Failure(message: error.sentence)
        }
        try await self.init(report, after: old, by: extractor, vocabulary)
    }

    /// Reads a report; when it comes after another, as its later version.
    ///
    /// A claim that both versions make in the same words is one claim, wherever the words stand in either and however they are
    /// set: what was wrapped, indented or typeset anew has not changed.
    init(
        _ report: Report, after old: ComparedText? = nil, by extractor: any Extractor, _ vocabulary: Vocabulary
    ) async throws {
        let name = old?.side.provenance.reports.keys.first ?? report.record.name
        let report = Report(record: report.record.renamed(name), text: report.text)
        let reading = try await ReportReading(report, by: extractor)
        let read = zip(reading.wordings, reading.claims.claims).map { wording, claim in
            (wording, old?.claims[wording] ?? vocabulary.read(claim.stated, evidence: claim.evidence))
        }
        claims = Dictionary(read) { first, _ in first }
        let facts = Dictionary(grouping: Set(read.map(\.1)), by: \.fact).compactMap { Fact(id: $0, claims: Array($1)) }
        var record = report.record
        record.extractor = extractor.fingerprint
        side = Side(facts: facts, provenance: Provenance(reports: [name: record], vocabulary: vocabulary))
        refusals = reading.problems
    }
}
