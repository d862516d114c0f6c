import FactRepository
package import Git
import GRDB

extension FactIndex {
    /// Revisions that are written at once: what is interrupted goes on from there.
    private static let batch = 500

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
        var (number, previous) = (pending.number, pending.base)
        for entry in pending.entries.reversed().prefix(Self.batch) {
            number += 1
            try writer.add(try repository.delta(of: entry, from: previous), as: number)
            previous = entry
        }
        return (number - pending.number, number - pending.number == pending.entries.count)
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
