package import FactDiff
package import Facts
import Git
import Parallel

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
        let isOtherVocabulary =
            before != nil && rows.contains { $0.path == Layout.vocabulary || $0.path == Layout.entityDecisions }
        let (old, new) =
            isOtherVocabulary
            ? (try before?.facts() ?? [], try after.facts()) : try differingFacts(rows, before, after)
        let names = changed.union((old + new).flatMap(\.claims).map(\.report))
        let ids = Set((old + new).map(\.id))
        let sides = try provenances(of: names, before, after, changed: changed, facts: ids)
        return (Side(facts: old, provenance: sides.before), Side(facts: new, provenance: sides.after))
    }

    /// The facts of the differing buckets that are not the same on both sides, and the unchanged ones that they may contradict.
    private func differingFacts(
        _ rows: [BlobChange], _ before: Snapshot?, _ after: Snapshot
    ) throws(RepositoryError) -> (before: [Fact], after: [Fact]) {
        let trie = FactTrie(repository: git)
        guard let before else { return try DifferingBuckets(rows, in: trie).facts() }
        // Where predicates are linked, more than a denial may stand against a fact.
        let hasLinks = try !PredicateLinks(after.vocabulary()).isEmpty
        let buckets = try DifferingBuckets(rows, in: trie) { hasLinks || $0.mayDeny }
        let changed = try buckets.facts()
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
        ids.formUnion(try ruledContradictions(rows, before, after))
        return ids.isEmpty ? [] : try after.facts(with: ids)
    }

    /// The facts of contradictions on which something else is ruled.
    private func ruledContradictions(
        _ rows: [BlobChange], _ before: Snapshot, _ after: Snapshot
    ) throws(RepositoryError) -> Set<FactID> {
        var facts: Set<FactID> = []
        for row in rows {
            guard case .decisions = StoredFile(path: row.path) else { continue }
            let (old, new) = (try before.decisions(at: row.path), try after.decisions(at: row.path))
            for decision in Set(old).symmetricDifference(new) {
                if case .contradiction(let target) = decision.ruling.matter { facts.formUnion(target.facts) }
            }
        }
        return facts
    }

    /// What stands behind the claims of some reports on both sides, with the texts where text and extractor both differ.
    ///
    /// - Parameters:
    ///   - changed: the reports of which something else is known on the other side; `nil` when that is not known.
    ///   - facts: those whose contradictions are looked at.
    func provenances(
        of names: Set<ReportName>, _ before: (any StoryState)?, _ after: any StoryState,
        changed: Set<ReportName>? = nil,
        facts: Set<FactID> = []
    ) throws(RepositoryError) -> (before: Provenance, after: Provenance) {
        var records: (before: [ReportName: ReportRecord], after: [ReportName: ReportRecord]) = ([:], [:])
        var texts: (before: [ReportName: [UInt8]], after: [ReportName: [UInt8]]) = ([:], [:])
        let sorted = names.sorted()
        let versions = try concurrentMap(sorted.count, grain: 8) { (index) throws(RepositoryError) in
            let new = try after.record(of: sorted[index])
            let isShared = before != nil && changed?.contains(sorted[index]) == false
            return (old: isShared ? new : try before?.record(of: sorted[index]), new: new)
        }
        for (name, (old, new)) in zip(sorted, versions) {
            records.before[name] = old
            records.after[name] = new
            guard let old, let new, old.digest != new.digest, old.extractor != new.extractor else { continue }
            texts.before[name] = try before?.text(of: name)
            texts.after[name] = try after.text(of: name)
        }
        let vocabulary = try after.vocabulary()
        let oldVocabulary = try before?.vocabulary() ?? vocabulary
        var sides = (
            before: Provenance(
                reports: records.before, texts: texts.before, vocabulary: oldVocabulary, recorded: before?.recorded),
            after: Provenance(
                reports: records.after, texts: texts.after, vocabulary: vocabulary, recorded: after.recorded)
        )
        if let before { sides.before.rulings = try rulings(on: names, facts, in: before) }
        sides.after.rulings = try rulings(on: names, facts, in: after)
        return sides
    }

    /// What was ruled on claims of reports and on contradictions of facts.
    private func rulings(
        on reports: Set<ReportName>, _ facts: Set<FactID>, in state: any StoryState
    ) throws(RepositoryError) -> Provenance.Rulings {
        var rulings = Provenance.Rulings(try state.decisions(onContradictionsOf: facts))
        for name in reports.sorted() {
            let withheld = try state.withheld(of: name)
            if !withheld.isEmpty { rulings.withheld[name] = withheld }
        }
        return rulings
    }

    /// A snapshot's facts with those that may contradict one of them, and what stands behind them.
    package func sideWithCompany(of facts: [Fact], in snapshot: Snapshot) throws(RepositoryError) -> Side {
        try side(facts + Company(of: facts, in: snapshot).facts(KnownBuckets()), of: snapshot)
    }

    /// The facts of a snapshot that may contradict some facts, be they recorded or not; none of those asked about, sorted by id.
    package func facts(against facts: [Fact], in snapshot: Snapshot) throws(RepositoryError) -> [Fact] {
        try Company(of: facts, in: snapshot).facts(KnownBuckets())
    }

    /// A snapshot's facts with what stands behind them.
    package func side(_ facts: [Fact], of snapshot: Snapshot) throws(RepositoryError) -> Side {
        let names = Set(facts.flatMap(\.claims).map(\.report))
        let sides = try provenances(of: names, nil, snapshot, facts: Set(facts.map(\.id)))
        return Side(facts: facts, provenance: sides.after)
    }
}
