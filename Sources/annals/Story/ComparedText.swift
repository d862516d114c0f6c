import Extraction
import FactDiff
import Facts

/// One version of a text, read, as a side of a comparison.
struct ComparedText {
    let side: Side
    let refusals: [String]

    /// Reads a text as a version of the report `name`, or of its own when that is `nil`.
    init(
        _ path: String, as name: ReportName?, by extractor: any Extractor, _ vocabulary: Vocabulary
    ) async throws {
        let report: Report
        do {
            let own = try ReportReader.read(path)
            report = name.map { Report(record: own.record.renamed($0), text: own.text) } ?? own
        } catch {
            throw Failure(message: error.sentence)
        }
        let reading = try await ReportReading(report, by: extractor)
        let claims = reading.claims.claims.map { vocabulary.read($0.stated, evidence: $0.evidence) }
        let facts = Dictionary(grouping: Set(claims), by: \.fact).compactMap { Fact(id: $0, claims: Array($1)) }
        var record = report.record
        record.extractor = extractor.fingerprint
        side = Side(facts: facts, provenance: Provenance(reports: [record.name: record], vocabulary: vocabulary))
        refusals = reading.problems
    }

    /// The report that the text is a version of.
    var name: ReportName? { side.provenance.reports.keys.first }
}
