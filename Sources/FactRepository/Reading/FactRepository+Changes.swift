package import FactDiff
package import Facts
import Git

extension FactRepository {
    /// All that changed from one snapshot to another; `nil` stands for the empty story.
    ///
    /// Reads the folders and files in which the two differ, and what is known of the reports whose claims are compared; all
    /// facts when the vocabularies differ, for another rule may make or end a contradiction among claims that stay.
    package func changes(from before: Snapshot?, to after: Snapshot) throws(RepositoryError) -> ChangeSet {
        let rows = try RepositoryError.wrapping("compare") { () throws(GitError) in
            try TreeWalk(git).changes(between: before?.tree, and: after.tree)
        }
        let isOtherVocabulary = before != nil && rows.contains { $0.path == Layout.vocabulary }
        let (old, new) =
            isOtherVocabulary ? (try before?.facts() ?? [], try after.facts()) : try differingFacts(rows)
        let changed = Set(rows.compactMap { StoredFile(path: $0.path)?.report })
        let names = changed.union((old + new).flatMap(\.claims).map(\.report))
        let sides = try provenances(of: names, before, after, changed: changed)
        return ChangeSet(
            from: Side(facts: old, provenance: sides.before), to: Side(facts: new, provenance: sides.after))
    }

    /// The facts of the differing buckets that are not the same on both sides.
    private func differingFacts(_ rows: [BlobChange]) throws(RepositoryError) -> (before: [Fact], after: [Fact]) {
        var (old, new): ([FactID: Fact], [FactID: Fact]) = ([:], [:])
        for row in rows {
            guard case .bucket(let prefix) = StoredFile(path: row.path) else { continue }
            for fact in try facts(row.before, prefix) { old[fact.id] = fact }
            for fact in try facts(row.after, prefix) { new[fact.id] = fact }
        }
        let differing = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
        return (differing.compactMap { old[$0] }, differing.compactMap { new[$0] })
    }

    private func facts(_ blob: ObjectID?, _ prefix: String) throws(RepositoryError) -> [Fact] {
        try blob.map { (blob) throws(RepositoryError) in try FactTrie(repository: git).bucket(blob, prefix).facts }
            ?? []
    }

    /// What stands behind the claims of some reports on both sides, with the texts where text and extractor both differ.
    ///
    /// - Parameter changed: the reports of which something else is known on the other side; `nil` when that is not known.
    func provenances(
        of names: Set<ReportName>, _ before: Snapshot?, _ after: Snapshot, changed: Set<ReportName>? = nil
    ) throws(RepositoryError) -> (before: Provenance, after: Provenance) {
        var records: (before: [ReportName: ReportRecord], after: [ReportName: ReportRecord]) = ([:], [:])
        var texts: (before: [ReportName: [UInt8]], after: [ReportName: [UInt8]]) = ([:], [:])
        for name in names.sorted() {
            let new = try after.record(of: name)
            let isShared = before != nil && changed?.contains(name) == false
            let old = isShared ? new : try before?.record(of: name)
            records.before[name] = old
            records.after[name] = new
            guard let old, let new, old.digest != new.digest, old.extractor != new.extractor else { continue }
            texts.before[name] = try before?.text(of: name)
            texts.after[name] = try after.text(of: name)
        }
        let vocabulary = try after.vocabulary()
        let oldVocabulary = try before?.vocabulary() ?? vocabulary
        return (
            Provenance(
                reports: records.before, texts: texts.before, vocabulary: oldVocabulary, recorded: before?.recorded),
            Provenance(
                reports: records.after, texts: texts.after, vocabulary: vocabulary, recorded: after.recorded)
        )
    }

    /// A snapshot's facts with what stands behind them.
    package func side(_ facts: [Fact], of snapshot: Snapshot) throws(RepositoryError) -> Side {
        let names = Set(facts.flatMap(\.claims).map(\.report))
        return Side(facts: facts, provenance: try provenances(of: names, nil, snapshot).after)
    }
}
