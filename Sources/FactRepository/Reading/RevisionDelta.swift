package import Facts
package import Git

/// What a revision wrote, as stored: the lines of claims that it added and took away, and what it changed of reports.
package struct RevisionDelta: Sendable {
    /// The revision.
    package let revision: Revision
    /// The file of its vocabulary.
    package let vocabulary: ObjectID?
    /// The lines of claims that are no longer there, without line ends, in no particular order.
    package let removed: [[UInt8]]
    /// The lines of claims that are new, without line ends, in no particular order.
    package let added: [[UInt8]]
    /// What is known of reports from now on; `nil` of one that was withdrawn.
    package let records: [ReportName: ReportRecord?]
}

extension FactRepository {
    /// What a revision wrote, compared with another that is usually its parent; `nil` compares with the empty story.
    ///
    /// Reads the folders and files in which the two differ. A line that only moved to another bucket is none of it.
    package func delta(
        of entry: HistoryEntry, from before: HistoryEntry?
    ) throws(RepositoryError) -> RevisionDelta {
        let rows = try RepositoryError.wrapping("revision \(entry.id)") { () throws(GitError) in
            try TreeWalk(git).changes(between: before?.commit.tree, and: entry.commit.tree)
        }
        var difference = LineDifference()
        var records: [ReportName: ReportRecord?] = [:]
        let snapshot = Snapshot(entry.id, entry.commit, self)
        for row in rows {
            switch StoredFile(path: row.path) {
            case .bucket: difference.compare(try lines(of: row.before, row.path), try lines(of: row.after, row.path))
            case .record(let name): records[name] = .some(try snapshot.record(of: name))
            default: break
            }
        }
        difference.cancelMoved()
        return RevisionDelta(
            revision: Revision(entry.id, entry.commit), vocabulary: try snapshot.blob(at: Layout.vocabulary),
            removed: difference.removed.map(Array.init), added: difference.added.map(Array.init), records: records)
    }

    private func lines(of blob: ObjectID?, _ path: String) throws(RepositoryError) -> [ArraySlice<UInt8>] {
        guard let blob else { return [] }
        let bytes = try RepositoryError.wrapping(path) { () throws(GitError) in try git.blob(blob) }
        guard bytes.last == 0x0A else { throw RepositoryError(.damaged("it is cut short"), path) }
        return bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    }
}

/// Lines that are on one side only.
private struct LineDifference {
    private(set) var removed: [ArraySlice<UInt8>] = []
    private(set) var added: [ArraySlice<UInt8>] = []

    /// Adds the lines in which two versions of a file differ; both have theirs in one order, and no line twice.
    mutating func compare(_ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]) {
        let start = zip(before, after).prefix { $0 == $1 }.count
        let (old, new) = (before[start...], after[start...])
        let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        let (gone, come) = (old.dropLast(end), new.dropLast(end))
        let (former, current) = (Set(gone), Set(come))
        removed += gone.filter { !current.contains($0) }
        added += come.filter { !former.contains($0) }
    }

    /// Drops what is on both sides: a bucket was split or united.
    mutating func cancelMoved() {
        guard !removed.isEmpty, !added.isEmpty else { return }
        let moved = Set(removed).intersection(added)
        guard !moved.isEmpty else { return }
        removed.removeAll(where: moved.contains)
        added.removeAll(where: moved.contains)
    }
}
