package import FactDiff
package import Facts
package import Git

extension FactRepository {
    /// What each revision up to `start` did to a fact, oldest first; empty when no revision had it.
    ///
    /// Reads the folders on the way to the fact's bucket in every revision, and compares where the bucket changed.
    package func history(of fact: FactID, from start: ObjectID) throws(RepositoryError) -> [(
        revision: Revision, changes: [Change]
    )] {
        var steps: [(revision: Revision, changes: [Change])] = []
        var previous: (snapshot: Snapshot, fact: Fact?)?
        for (revision, snapshot) in try states(from: start).reversed() {
            let current = try snapshot.facts(with: [fact]).first
            if current != previous?.fact {
                // Only all facts together show that a changed vocabulary moved a claim from one to another.
                let changes =
                    revision.kind == .vocabulary
                    ? try self.changes(from: previous?.snapshot, to: snapshot).changes
                        .filter { $0.fact == fact || $0.formerFact == fact }
                    : try changes(from: previous, to: (snapshot, current))
                steps.append((revision, changes))
            }
            previous = (snapshot, current)
        }
        return steps
    }

    private func changes(
        from before: (snapshot: Snapshot, fact: Fact?)?, to after: (snapshot: Snapshot, fact: Fact?)
    ) throws(RepositoryError) -> [Change] {
        let (old, new) = ([before?.fact].compactMap(\.self), [after.fact].compactMap(\.self))
        let names = Set((old + new).flatMap(\.claims).map(\.report))
        let sides = try provenances(of: names, before?.snapshot, after.snapshot)
        return ChangeSet(
            from: Side(facts: old, provenance: sides.before), to: Side(facts: new, provenance: sides.after)
        ).changes
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
            try git.history(from: start, limit: .max).map { entry in
                (Revision(entry.id, entry.commit), Snapshot(entry.id, entry.commit, self))
            }
        }
    }
}
