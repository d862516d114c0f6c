import FactDiff
import FactIndex
import FactRepository
import Facts
import Git

extension Story {
    /// What an index may lack and still be caught up in passing: so many revisions, and so many claims in them.
    private static let passing = (revisions: 200, claims: 20_000)

    /// The index at the newest revision, for what only an index can tell in time; built first where there is none.
    ///
    /// In memory, and gone afterwards, where it cannot be written.
    func index() throws -> FactIndex {
        let tip = try tip()
        if let index = try? openedIndex.index(of: repository), (try? update(index, to: tip)) != nil { return index }
        openedIndex.delete(of: repository)
        do {
            let index = try openedIndex.index(of: repository)
            try update(index, to: tip)
            return index
        } catch {
            let index = try FactIndex.temporary(of: repository)
            try update(index, to: tip)
            return index
        }
    }

    /// The index where it is at hand, or nearly; `nil` where walking through the revisions is as good.
    func indexAtHand() -> FactIndex? {
        guard let index = openedIndex.existing(of: repository), let tip = try? tip(),
            let distance = try? index.distance(to: tip), isPassing(distance)
        else { return nil }
        guard distance == 0 || (try? index.update(to: tip)) != nil else { return nil }
        return index
    }

    /// Brings the index to what was just recorded; a large amount is left to whoever asks first.
    func followWithIndex(_ revisions: [Revision]) {
        guard !revisions.isEmpty else { return }
        if !FactIndex.exists(in: repository), isPassing(.max) { _ = try? index() }
        guard let index = indexAtHand(), let distance = try? index.contradictionDistance(),
            distance <= Self.passing.revisions
        else { return }
        try? index.updateContradictions()
    }

    /// Whether the newest revisions, so many or all, are soon indexed.
    private func isPassing(_ count: Int) -> Bool {
        guard count > 0 else { return true }
        let limit = min(count, Self.passing.revisions + 1)
        guard let newest = try? repository.log(from: tip(), limit: limit) else { return false }
        return newest.count <= Self.passing.revisions
            && newest.map(\.counts.claims).reduce(0, +) <= Self.passing.claims
    }

    private func update(_ index: FactIndex, to tip: ObjectID) throws {
        let progress = Progress("indexing", total: try index.distance(to: tip), of: "revisions")
        defer { progress.end() }
        try index.update(to: tip) { done, _ in progress.reach(done) }
    }

    // MARK: answers that an index gives sooner

    /// What the index says where it is at hand; one that turns out to be damaged is deleted and says nothing.
    private func answer<Value>(_ ask: (FactIndex) throws -> Value?) -> Value? {
        guard let index = indexAtHand() else { return nil }
        do {
            return try ask(index)
        } catch {
            openedIndex.delete(of: repository)
            return nil
        }
    }

    /// What each revision up to one did to a fact, oldest first.
    func history(
        of fact: FactID, from revision: ObjectID
    ) throws -> [(revision: Revision, changes: [Change])] {
        try answer { try $0.history(of: fact, upTo: revision) } ?? repository.history(of: fact, from: revision)
    }

    /// The claims of a fact that an earlier revision had and this one has no longer, the latest to go first.
    func formerClaims(of fact: FactID, before revision: ObjectID) throws -> [Claim] {
        let known = answer { index in
            try index.number(of: revision).map { number in
                try index.claims(of: fact).filter { ($0.until ?? .max) <= number }
                    .sorted { ($0.until ?? 0) > ($1.until ?? 0) }.map(\.claim)
            }
        }
        return try known
            ?? repository.history(of: fact, from: revision).reversed().flatMap { $0.changes.flatMap(\.lost) }
    }

    /// The fact with an id that starts so, at a revision or in the newest earlier one that has one; `nil` when none ever had.
    func everRecordedFact(
        _ prefix: String, from revision: ObjectID
    ) throws -> (fact: Fact, revision: Revision)? {
        let last = answer { index in
            try index.number(of: revision).map { number in
                try index.lastRevision(withFact: prefix, upTo: number).map { try index.revision($0) }
            }
        }
        guard let last else { return try repository.everRecordedFact(prefix, from: revision) }
        guard let newest = last, let id = ObjectID(hex: newest.id) else { return nil }
        return try repository.snapshot(id).fact(prefix).map { (fact: $0, revision: newest) }
    }

    /// Every contradiction that the revisions up to one ever had; sorted by id.
    func contradictionLives(upTo revision: ObjectID) throws -> [ContradictionLife] {
        try answer { index in
            let progress = Progress("comparing", total: try index.contradictionDistance(), of: "revisions")
            defer { progress.end() }
            try index.updateContradictions(progress: progress.advance)
            return try index.contradictionLives(upTo: revision)
        } ?? repository.contradictionLives(upTo: revision)
    }

    /// The same up to the newest revision where the index has all of it already; `nil` where it would have to be looked for.
    func knownContradictionLives() -> [ContradictionLife]? {
        answer { index in
            guard try index.contradictionDistance() == 0, let tip = try? tip() else { return nil }
            return try index.contradictionLives(upTo: tip)
        }
    }

    /// The versions of a report up to a revision, oldest first; `nil` where it was withdrawn.
    func versions(
        of report: ReportName, from revision: ObjectID
    ) throws -> [(revision: Revision, record: ReportRecord?)] {
        try answer { try $0.versions(of: report, upTo: revision) } ?? repository.versions(of: report, from: revision)
    }
}
