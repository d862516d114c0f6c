package import FactDiff
package import Facts
import Git

extension FactRepository {
    /// All that changed from one snapshot to another; `nil` stands for the empty story.
    ///
    /// Reads the folders and files in which the two differ, and what is known of the reports whose claims are compared; all
    /// facts when the vocabularies differ, for another rule may make or end a contradiction among claims that stay.
    package func changes(from before: Snapshot?, to after: Snapshot) throws(RepositoryError) -> ChangeSet {
        let sides = try comparedSides(from: before, to: after)
        return ChangeSet(from: sides.before, to: sides.after)
    }

    /// The facts in which two snapshots differ, with those that stay and may contradict one of them.
    func comparedSides(
        from before: Snapshot?, to after: Snapshot
    ) throws(RepositoryError) -> (before: Side, after: Side) {
        let rows = try RepositoryError.wrapping("compare") { () throws(GitError) in
            try TreeWalk(git).changes(between: before?.tree, and: after.tree)
        }
        let changed = Set(rows.compactMap { StoredFile(path: $0.path)?.report })
        let isOtherVocabulary = before != nil && rows.contains { $0.path == Layout.vocabulary }
        let (old, new) =
            isOtherVocabulary
            ? (try before?.facts() ?? [], try after.facts()) : try differingFacts(rows, before, after)
        let names = changed.union((old + new).flatMap(\.claims).map(\.report))
        let sides = try provenances(of: names, before, after, changed: changed)
        return (Side(facts: old, provenance: sides.before), Side(facts: new, provenance: sides.after))
    }

    /// The facts of the differing buckets that are not the same on both sides, and the unchanged ones that they may contradict.
    private func differingFacts(
        _ rows: [BlobChange], _ before: Snapshot?, _ after: Snapshot
    ) throws(RepositoryError) -> (before: [Fact], after: [Fact]) {
        let buckets = try DifferingBuckets(rows, in: FactTrie(repository: git))
        let changed = try buckets.facts()
        guard let before else { return changed }
        let differing = Set((changed.before + changed.after).map(\.id))
        let redescribed = try redescribedFacts(rows, before, after).filter { !differing.contains($0.id) }
        let company = try Company(of: changed.before + changed.after + redescribed, in: after).facts(buckets.known)
        let kept = redescribed + company
        return (changed.before + kept, changed.after + kept)
    }

    /// The facts of reports that are known to be of another source or date: what claims say against one another depends on it.
    private func redescribedFacts(
        _ rows: [BlobChange], _ before: Snapshot, _ after: Snapshot
    ) throws(RepositoryError) -> [Fact] {
        var ids: Set<FactID> = []
        for row in rows where row.before != nil && row.after != nil {
            guard case .record(let name) = StoredFile(path: row.path), let old = try before.record(of: name),
                let new = try after.record(of: name),
                (old.source, old.published, old.updated) != (new.source, new.published, new.updated)
            else { continue }
            ids.formUnion(try after.factList(of: name))
        }
        return ids.isEmpty ? [] : try after.facts(with: ids)
    }

    /// What stands behind the claims of some reports on both sides, with the texts where text and extractor both differ.
    ///
    /// - Parameter changed: the reports of which something else is known on the other side; `nil` when that is not known.
    func provenances(
        of names: Set<ReportName>, _ before: (any StoryState)?, _ after: any StoryState, changed: Set<ReportName>? = nil
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

    /// A snapshot's facts with those that may contradict one of them, and what stands behind them.
    package func sideWithCompany(of facts: [Fact], in snapshot: Snapshot) throws(RepositoryError) -> Side {
        try side(facts + Company(of: facts, in: snapshot).facts(KnownLines()), of: snapshot)
    }

    /// A snapshot's facts with what stands behind them.
    package func side(_ facts: [Fact], of snapshot: Snapshot) throws(RepositoryError) -> Side {
        let names = Set(facts.flatMap(\.claims).map(\.report))
        return Side(facts: facts, provenance: try provenances(of: names, nil, snapshot).after)
    }
}
