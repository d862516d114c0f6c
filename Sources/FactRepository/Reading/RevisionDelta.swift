package import Facts
package import Git
import Glibc

/// What a revision wrote, as stored: the lines of claims that it added and took away, and what it changed of reports.
package struct RevisionDelta: Sendable {
    /// The revision.
    package let revision: Revision
    /// The claims that are no longer there, in no particular order.
    package let removed: [RemovedClaim]
    /// The lines of claims that are new, without line ends, in no particular order.
    package let added: [[UInt8]]
    /// What is known of reports from now on; `nil` of one that was withdrawn.
    package let records: [ReportName: ReportRecord?]

    /// A claim that is no longer there.
    package struct RemovedClaim: Sendable {
        /// The fact it was about.
        package let fact: FactID
        /// The line, without its end.
        package let line: [UInt8]
    }
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
            revision: Revision(entry.id, entry.commit),
            removed: try difference.removed.map(Self.removedClaim), added: difference.added.map { Array($0.bytes) },
            records: records)
    }

    private static func removedClaim(_ line: StoredLine) throws(RepositoryError) -> RevisionDelta.RemovedClaim {
        guard let claim = ClaimLine(stored: line.bytes) else {
            throw RepositoryError(.damaged("it has a line that is not a stored claim"), Layout.facts)
        }
        return RevisionDelta.RemovedClaim(fact: claim.fact, line: Array(line.bytes))
    }

    private func lines(of blob: ObjectID?, _ path: String) throws(RepositoryError) -> [StoredLine] {
        guard let blob else { return [] }
        let bytes = try RepositoryError.wrapping(path) { () throws(GitError) in try git.blob(blob) }
        guard bytes.last == 0x0A else { throw RepositoryError(.damaged("it is cut short"), path) }
        return StoredLine.lines(of: bytes)
    }
}

/// A line of a bucket, compared as a block of memory.
private struct StoredLine: Hashable {
    let bytes: ArraySlice<UInt8>

    /// The lines of a file that ends in a line feed.
    static func lines(of file: [UInt8]) -> [StoredLine] {
        file.withUnsafeBytes { memory in
            var (lines, start): ([StoredLine], Int) = ([], 0)
            guard let base = memory.baseAddress else { return [] }
            while start < memory.count, let found = memchr(base + start, 0x0A, memory.count - start) {
                let end = UnsafeRawPointer(found) - base
                lines.append(StoredLine(bytes: file[start..<end]))
                start = end + 1
            }
            return lines
        }
    }

    static func == (a: StoredLine, b: StoredLine) -> Bool {
        a.bytes.isSameMemory(as: b.bytes)
    }

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

/// Lines that are on one side only.
private struct LineDifference {
    private(set) var removed: [StoredLine] = []
    private(set) var added: [StoredLine] = []

    /// Adds the lines in which two versions of a file differ; both have theirs in one order, and no line twice.
    mutating func compare(_ before: [StoredLine], _ after: [StoredLine]) {
        let start = zip(before, after).prefix { $0 == $1 }.count
        let (old, new) = (before[start...], after[start...])
        let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        let (gone, come) = (old.dropLast(end), new.dropLast(end))
        if gone.isEmpty || come.isEmpty {
            removed += gone
            added += come
        } else {
            let (former, current) = (Set(gone), Set(come))
            removed += gone.filter { !current.contains($0) }
            added += come.filter { !former.contains($0) }
        }
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
