import FactDiff
import FactTestSupport
import Facts

extension TrickyCase {
    /// All that the comparison of both sides tells.
    func changeSet() throws -> ChangeSet { ChangeSet(from: try before.side, to: try after.side) }
}

extension TrickyCase.Revision {
    var side: Side {
        get throws {
            let reports = try Set(claims.map(\.report.description)).union(silentReports).sorted().map(report)
            let claims = claims.map { stated in
                vocabulary.read(stated, evidence: evidence(of: stated, in: reports))
            }
            let facts = Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
            return Side(
                facts: facts,
                provenance: Provenance(
                    reports: Dictionary(uniqueKeysWithValues: reports.map { ($0.record.name, $0.record) }),
                    texts: Dictionary(uniqueKeysWithValues: reports.map { ($0.record.name, $0.text) }),
                    vocabulary: vocabulary))
        }
    }

    private func evidence(of stated: StatedClaim, in reports: [Report]) -> [Evidence] {
        guard let report = reports.first(where: { $0.record.name == stated.report }) else { return [] }
        let anchor = QuoteAnchor(report)
        return stated.evidence.map { anchor.evidence(for: $0) ?? Evidence(quote: $0.quote, anchor: .orphaned) }
    }

    /// A report of its own source, whose text is what it is quoted with unless the case gives one.
    private func report(named name: String) throws -> Report {
        let given = reports[name] ?? [:]
        let text = Array((given["text"] ?? words(of: name)).utf8)
        var record = ReportRecord(name: try ReportName(name).orThrow(), text: text)
        record.source = given["source"] ?? name
        record.published = try given["published"].map { try Time(edtf: $0).orThrow() }
        record.updated = try given["updated"].map { try Time(edtf: $0).orThrow() }
        record.notice = given["notice"]
        record.extractor = ExtractorFingerprint(given["extractor"] ?? "desk@1")
        return Report(record: record, text: text)
    }

    /// The quotations of a report's claims, each once; of what is not quoted the claim, so that another claim is another text.
    private func words(of report: String) -> String {
        let lines = claims.filter { $0.report.description == report }.flatMap { claim in
            claim.evidence.isEmpty
                ? [String(decoding: claim.json.canonicalBytes, as: UTF8.self)] : claim.evidence.map(\.quote)
        }
        return lines.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: "\n")
    }
}
