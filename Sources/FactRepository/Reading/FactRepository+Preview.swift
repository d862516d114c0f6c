package import FactDiff
package import Facts

extension FactRepository {
    /// What would change in a revision if some of its reports had these claims, without recording anything.
    ///
    /// Reads all facts.
    ///
    /// - Throws: when one of the reports is not in the revision, or cannot be read.
    package func preview(
        _ claims: [ReportName: ReadClaims], on base: Snapshot
    ) throws(RepositoryError) -> ChangeSet {
        let vocabulary = try base.vocabulary()
        let before = try side(base.facts(), of: base)
        var records = before.provenance.reports
        for (name, read) in claims {
            guard var record = try base.record(of: name) else { throw try base.unknownReport(name) }
            record.extractor = read.extractor
            records[name] = record
        }
        let kept = before.facts.flatMap(\.claims).filter { claims[$0.report] == nil }
        var gained: [Claim] = []
        for (name, read) in claims.sorted(by: { $0.key < $1.key }) {
            let rulings = try base.rulings(onClaimsOf: name)
            let stated = read.claims.map { vocabulary.read($0) }
            gained += rulings.isEmpty ? stated : rulings.followed(by: stated, of: try base.report(name)).standing
        }
        let facts = Dictionary(grouping: Set(kept + gained), by: \.fact).compactMap { Fact(id: $0, claims: $1) }
        let after = Side(facts: facts, provenance: Provenance(reports: records, vocabulary: vocabulary))
        return ChangeSet(from: before, to: after)
    }
}
