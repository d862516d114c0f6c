import Facts
package import Git

/// Reads what revisions wrote, best one after another: a bucket that one of them changed is at hand when a later one changes it again.
package final class RevisionDeltaReader: Sendable {
    private let repository: FactRepository
    private let versions: VersionMemory

    /// A reader of a repository's revisions.
    package init(_ repository: FactRepository) {
        self.repository = repository
        versions = VersionMemory(repository.git)
    }

    /// What a revision wrote, compared with another that is usually its parent; `nil` compares with the empty story.
    ///
    /// Reads the folders and files in which the two differ. A line that only moved to another bucket is none of it.
    package func delta(
        of entry: HistoryEntry, from before: HistoryEntry?
    ) throws(RepositoryError) -> RevisionDelta {
        let rows = try RepositoryError.wrapping("revision \(entry.id)") { () throws(GitError) in
            try TreeWalk(repository.git, comparing: versions).changes(
                between: before?.commit.tree, and: entry.commit.tree)
        }
        var difference = LineDifference()
        var records: [ReportName: ReportRecord?] = [:]
        let snapshot = Snapshot(entry.id, entry.commit, repository)
        for row in rows {
            switch StoredFile(path: row.path) {
            case .bucket: try compare(row, into: &difference)
            case .record(let name): records[name] = .some(try snapshot.record(of: name))
            default: break
            }
        }
        difference.cancelMoved()
        var texts: [ReportName: [UInt8]] = [:]
        for name in records.keys.sorted() { texts[name] = try snapshot.text(of: name) }
        return RevisionDelta(
            revision: Revision(entry.id, entry.commit),
            removed: try difference.removed.map(Self.removedClaim), added: difference.added.map { Array($0.bytes) },
            records: records, texts: texts)
    }

    private func compare(_ row: BlobChange, into difference: inout LineDifference) throws(RepositoryError) {
        let (before, after) = try RepositoryError.wrapping(row.path) { () throws(GitError) in
            try versions.file(from: row.before, to: row.after)
        }
        for (id, bytes) in [(row.before, before), (row.after, after)] where id != nil && bytes.last != 0x0A {
            throw RepositoryError(.damaged("it is cut short"), row.path)
        }
        difference.compare(before, after)
    }

    private static func removedClaim(_ line: StoredLine) throws(RepositoryError) -> RevisionDelta.RemovedClaim {
        guard let claim = ClaimLine(stored: line.bytes) else {
            throw RepositoryError(.damaged("it has a line that is not a stored claim"), Layout.facts)
        }
        return RevisionDelta.RemovedClaim(fact: claim.fact, line: Array(line.bytes))
    }
}
