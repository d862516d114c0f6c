import Extraction
import FactDiff
import Facts

/// The claims of one file as a side of a comparison.
struct ComparedFile {
    let side: Side
    let refusals: [String]

    init(_ path: String, _ vocabulary: Vocabulary) throws {
        let file = try ClaimsFile.read(path)
        let claims = file.byReport.values.flatMap { $0 }.map { item in
            vocabulary.read(
                item.claim, evidence: item.claim.evidence.map { Evidence(quote: $0.quote, anchor: .unchecked) })
        }
        let facts = Dictionary(grouping: Set(claims), by: \.fact).compactMap {
            Fact(id: $0.key, claims: Array($0.value))
        }
        var records: [ReportName: ReportRecord] = [:]
        for name in file.byReport.keys {
            var record = ReportRecord(name: name, text: [])
            record.extractor = file.fingerprint
            records[name] = record
        }
        side = Side(facts: facts, provenance: Provenance(reports: records, vocabulary: vocabulary))
        refusals = file.problems.map { $0.sentence(in: path) }
    }
}
