package import FactDiff
package import Facts
package import Git
import Parallel

extension FactRepository {
    /// What each revision up to `start` did to a fact, oldest first; empty when no revision had it.
    ///
    /// Reads of every revision the folders on the way to the fact's bucket that differ from those before, and the fact where the
    /// bucket does.
    package func history(of fact: FactID, from start: ObjectID) throws(RepositoryError) -> [(
        revision: Revision, changes: [Change]
    )] {
        let revisions: [(commit: ObjectID, tree: ObjectID)] = try RepositoryError.wrapping("log") {
            () throws(GitError) in try git.trees(from: start).reversed()
        }
        let buckets = try concurrentParts(revisions.count, grain: 64) { (part) throws(RepositoryError) in
            var trail = BucketTrail(of: fact, in: git)
            return try revisions[part].map { (revision) throws(RepositoryError) in
                try trail.bucket(in: revision.tree, of: revision.commit)
            }
        }
        var steps: [(revision: Revision, changes: [Change])] = []
        var (previous, last): (FactTrie.Node?, Fact?) = (nil, nil)
        for (index, bucket) in buckets.enumerated() where bucket != previous {
            previous = bucket
            let (revision, snapshot) = try state(of: revisions[index].commit)
            let current = try bucket == nil ? nil : snapshot.facts(with: [fact]).first
            guard current != last else { continue }
            let before = index > 0 ? try state(of: revisions[index - 1].commit).snapshot : nil
            steps.append((revision, try changes(of: fact, in: revision, from: last, before, to: current, snapshot)))
            last = current
        }
        return steps
    }

    /// What a revision did to a fact.
    ///
    /// - Parameters:
    ///   - old: the fact before; `nil` when it was not there.
    ///   - before: the story before; `nil` for none.
    package func changes(
        of fact: FactID, in revision: Revision, from old: Fact?, _ before: (any StoryState)?, to new: Fact?,
        _ after: any StoryState
    ) throws(RepositoryError) -> [Change] {
        // Only all facts together show that a changed vocabulary moved a claim from one to another.
        if try isReread(revision, before, after) {
            return try wholeChanges(in: revision).filter { $0.fact == fact || $0.formerFact == fact }
        }
        let (old, new) = ([old].compactMap(\.self), [new].compactMap(\.self))
        let names = Set((old + new).flatMap(\.claims).map(\.report))
        let sides = try provenances(of: names, before, after)
        return ChangeSet(
            from: Side(facts: old, provenance: sides.before), to: Side(facts: new, provenance: sides.after)
        ).changes
    }

    /// Whether a revision understands claims otherwise that are the same.
    private func isReread(
        _ revision: Revision, _ before: (any StoryState)?, _ after: any StoryState
    ) throws(RepositoryError) -> Bool {
        switch revision.kind {
        case .vocabulary: true
        case .decision: try before?.vocabulary().rulings != after.vocabulary().rulings
        case .merge: try before.map { (before) throws(RepositoryError) in try !before.isUnderstood(as: after) } ?? false
        case .begin, .record, .withdraw, .bridge: false
        }
    }

    private func wholeChanges(in revision: Revision) throws(RepositoryError) -> [Change] {
        guard let id = ObjectID(hex: revision.id) else { return [] }
        let parent = try revision.parent.flatMap { ObjectID(hex: $0) }.map { (id) throws(RepositoryError) in
            try snapshot(id)
        }
        return try changes(from: parent, to: snapshot(id)).changes
    }

    /// The fact with an id that starts so, at `start` or in the newest earlier revision that has one; `nil` when none ever had.
    package func everRecordedFact(
        _ prefix: String, from start: ObjectID
    ) throws(RepositoryError) -> (fact: Fact, revision: Revision)? {
        for (revision, snapshot) in try states(from: start) {
            if let fact = try snapshot.fact(prefix) { return (fact, revision) }
        }
        return nil
    }

    /// The versions of a report, oldest first: each revision that changed what is known of it, and what it is then known as;
    /// `nil` where it was withdrawn.
    package func versions(
        of report: ReportName, from start: ObjectID
    ) throws(RepositoryError) -> [(revision: Revision, record: ReportRecord?)] {
        var versions: [(revision: Revision, record: ReportRecord?)] = []
        for (revision, snapshot) in try states(from: start).reversed() {
            let record = try snapshot.record(of: report)
            if record != versions.last?.record { versions.append((revision, record)) }
        }
        return versions
    }

    /// The revisions from `start` back to the first, newest first, each with the story as it has it.
    func states(
        from start: ObjectID
    ) throws(RepositoryError) -> [(revision: Revision, snapshot: Snapshot)] {
        try RepositoryError.wrapping("log") { () throws(GitError) in
            try git.history(from: start, limit: .max).map { state($0.id, $0.commit) }
        }
    }

    private func state(of commit: ObjectID) throws(RepositoryError) -> (revision: Revision, snapshot: Snapshot) {
        try RepositoryError.wrapping("revision \(commit)") { () throws(GitError) in
            state(commit, try git.commit(commit))
        }
    }

    private func state(_ id: ObjectID, _ commit: Commit) -> (revision: Revision, snapshot: Snapshot) {
        (Revision(id, commit), Snapshot(id, commit, self))
    }
}

extension StoryState {
    /// Whether claims are understood as another state understands them.
    fileprivate func isUnderstood(as other: any StoryState) throws(RepositoryError) -> Bool {
        let (own, theirs) = (try vocabulary(), try other.vocabulary())
        return own.rulings == theirs.rulings && own.isRecordedAs(theirs)
    }
}
