import FactRepository
package import Git
import GRDB

extension FactIndex {
    /// Revisions that are written at once: what is interrupted goes on from there.
    private static let batch = 500
    /// Revisions that are read while as many are written.
    private static let readAtOnce = 16

    /// How many revisions the index is behind one; it is behind by all of them when it stands on another line.
    package func distance(to tip: ObjectID) throws(IndexError) -> Int { try pending(to: tip).entries.count }

    /// Brings the index to a revision, forward from where it is or back to where the two lines part.
    ///
    /// Costs what the revisions between changed. Several processes may do it at once; one waits for the other.
    /// - Parameter progress: is told how many revisions are done, of how many.
    package func update(
        to tip: ObjectID, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(IndexError) {
        let total = try pending(to: tip).entries.count
        var done = 0
        while true {
            let step = try IndexError.wrapping(queue.path) {
                try queue.write { database in try self.step(to: tip, in: database) }
            }
            done += step.done
            if total > 0 { progress(done, total) }
            if step.isAtEnd { return }
        }
    }

    /// Writes a batch of revisions.
    private func step(to tip: ObjectID, in database: Database) throws -> (done: Int, isAtEnd: Bool) {
        // Looked at within the transaction: another process may have been here meanwhile.
        let pending = try pending(to: tip, database)
        var writer = IndexWriter(database)
        try writer.rewind(to: pending.number)
        let entries = Array(pending.entries.reversed().prefix(Self.batch))
        var number = pending.number
        try readAhead(entries, from: pending.base) { delta in
            number += 1
            try writer.add(delta, as: number)
        }
        return (number - pending.number, number - pending.number == pending.entries.count)
    }

    /// Hands over what each revision changed; while some are written the next are read.
    private func readAhead(
        _ entries: [HistoryEntry], from base: HistoryEntry?, _ write: (RevisionDelta) throws -> Void
    ) throws {
        let pairs = zip([base] + entries, entries).map { (before: $0, after: $1) }
        let groups = stride(from: 0, to: pairs.count, by: Self.readAtOnce).map {
            pairs[$0..<min($0 + Self.readAtOnce, pairs.count)]
        }
        func read(_ group: ArraySlice<(before: HistoryEntry?, after: HistoryEntry)>) -> Future<[RevisionDelta]> {
            Future { [repository] in try group.map { try repository.delta(of: $0.after, from: $0.before) } }
        }
        var next = groups.first.map(read)
        for following in groups.dropFirst() + [[]] {
            let deltas = try next?.value() ?? []
            next = read(following)
            try deltas.forEach(write)
        }
    }

    private func pending(to tip: ObjectID) throws(IndexError) -> Pending { try read { try pending(to: tip, $0) } }

    private func pending(to tip: ObjectID, _ database: Database) throws -> Pending {
        var entries: [HistoryEntry] = []
        var history = repository.git.history(from: tip)
        while let entry = try history.next() {
            if let number = try Self.number(of: entry.id, database) {
                return Pending(number: number, base: entry, entries: entries)
            }
            entries.append(entry)
        }
        return Pending(number: 0, base: nil, entries: entries)
    }
}

/// What an index lacks of a line of revisions.
private struct Pending {
    /// The number of the newest revision that both have; 0 for none.
    let number: Int
    /// That revision.
    let base: HistoryEntry?
    /// The revisions after it, newest first.
    let entries: [HistoryEntry]
}
