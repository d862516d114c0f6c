import FactDiff
import Facts
import Foundation

/// Facts with one claim each, and the same with one in a hundred edited, gone or new.
struct GeneratedTables {
    let before: [Claim]
    let after: [Claim]
    private let vocabulary: Vocabulary
    private let report: ReportName

    /// A name that may not be a report's.
    struct BadName: Error {}

    init(count: Int) throws {
        guard let report = ReportName("register") else { throw BadName() }
        self.report = report
        let vocabulary = try VocabularyReader.read("format: vocabulary/1\n")
        self.vocabulary = vocabulary
        func claim(_ index: Int, edited: Bool) -> Claim {
            var stated = StatedClaim(
                report: report, subject: .entity("Station \(index / 8)"), predicate: "reading of kind \(index % 8)")
            stated.object = .plain("\(index &* 7919 % 100_000 + (edited ? 1 : 0)) litres")
            stated.arguments = [
                "method": .text("gauge \(index % 50)"), "basin": .text("basin of river \(index % 977)"),
            ]
            stated.time = Time(edtf: "20\(10 + index % 15)-0\(1 + index % 9)")
            stated.certainty = .certain
            return vocabulary.read(stated, evidence: [])
        }
        before = (0..<count).lazy.filter { $0 % 400 != 3 }.map { claim($0, edited: false) }
        after = (0..<count).lazy.filter { $0 % 400 != 5 }.map { claim($0, edited: $0 % 200 == 1) }
    }

    /// The facts of both claims files, apart from one another in memory.
    var sides: (before: Side, after: Side) {
        var record = ReportRecord(name: report, text: [])
        record.source = "The register"
        let provenance = Provenance(reports: [report: record], vocabulary: vocabulary)
        func side(_ claims: [Claim]) -> Side {
            let facts = Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
            return Side(facts: facts, provenance: provenance)
        }
        return (side(before), side(after))
    }

    /// Writes both as claims/1.
    func write(to folder: String) throws {
        for (name, claims) in [("before", before), ("after", after)] {
            var bytes = Data()
            for claim in claims {
                bytes.append(contentsOf: claim.stated.json.canonicalBytes)
                bytes.append(UInt8(ascii: "\n"))
            }
            try bytes.write(to: URL(filePath: folder).appending(path: name + ".jsonl"))
        }
    }
}
