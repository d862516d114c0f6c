import Facts
package import Git
import Synchronization

/// Reads what revisions wrote, best one after another: a bucket that one of them changed is at hand when a later one changes it again.
package final class RevisionDeltaReader: Sendable {
    private let repository: FactRepository
    private let memory = Mutex(BucketMemory())

    /// A reader of a repository's revisions.
    package init(_ repository: FactRepository) { self.repository = repository }

    /// What a revision wrote, compared with another that is usually its parent; `nil` compares with the empty story.
    ///
    /// Reads the folders and files in which the two differ. A line that only moved to another bucket is none of it.
    package func delta(
        of entry: HistoryEntry, from before: HistoryEntry?
    ) throws(RepositoryError) -> RevisionDelta {
        let rows = try RepositoryError.wrapping("revision \(entry.id)") { () throws(GitError) in
            try TreeWalk(repository.git).changes(between: before?.commit.tree, and: entry.commit.tree)
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
        var (before, after): ([UInt8], [UInt8]) = ([], [])
        if let id = row.before {
            let known = memory.withLock { $0.take(id) }
            before = if let known { known } else { try bytes(of: id, row.path) }
        }
        if let id = row.after {
            after = try bytes(of: id, row.path)
            memory.withLock { $0.keep(after, as: id) }
        }
        difference.compare(before, after)
    }

    private func bytes(of blob: ObjectID, _ path: String) throws(RepositoryError) -> [UInt8] {
        let bytes = try RepositoryError.wrapping(path) { () throws(GitError) in try repository.git.blob(blob) }
        guard bytes.last == 0x0A else { throw RepositoryError(.damaged("it is cut short"), path) }
        return bytes
    }

    private static func removedClaim(_ line: StoredLine) throws(RepositoryError) -> RevisionDelta.RemovedClaim {
        guard let claim = ClaimLine(stored: line.bytes) else {
            throw RepositoryError(.damaged("it has a line that is not a stored claim"), Layout.facts)
        }
        return RevisionDelta.RemovedClaim(fact: claim.fact, line: Array(line.bytes))
    }
}

/// The buckets that were read last, up to 64 MB of them.
private struct BucketMemory {
    private static let limit = 64 << 20
    private var buckets: [ObjectID: [UInt8]] = [:]
    private var size = 0
    /// In the order in which they came; those taken out since stay until their turn comes.
    private var queue: [ObjectID] = []
    private var first = 0

    /// A bucket, which is not asked for again: the revision that asks replaces it.
    mutating func take(_ id: ObjectID) -> [UInt8]? {
        let bucket = buckets.removeValue(forKey: id)
        size -= bucket?.count ?? 0
        return bucket
    }

    mutating func keep(_ bytes: [UInt8], as id: ObjectID) {
        guard buckets.updateValue(bytes, forKey: id) == nil else { return }
        size += bytes.count
        queue.append(id)
        while size > Self.limit, first < queue.count {
            _ = take(queue[first])
            first += 1
        }
        if first > 1000, first > queue.count / 2 {
            queue.removeFirst(first)
            first = 0
        }
    }
}
