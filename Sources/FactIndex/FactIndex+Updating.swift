import FactRepository
package import Git
import GRDB

extension FactIndex {
    /// Revisions that are written at once: what is interrupted goes on from there.
    private static let batch = 10_000
    /// Portions that are read while another is written: 24 MB of claims as stored.
    private static let portionsAhead = 96
    /// More revisions than one sees to in passing, for which the database is given more memory.
    private static let many = 200

    /// How many revisions the index is behind one; it is behind by all of them when it stands on another line.
    package func distance(to tip: ObjectID) throws(IndexError) -> Int { try pending(to: tip).entries.count }

    /// Brings the index to a revision, forward from where it is or back to where the two lines part.
    ///
    /// Costs what the revisions between changed. Several processes may do it at once; one waits for the other.
    /// - Parameter progress: is told how many revisions are done, of how many.
    package func update(
        to tip: ObjectID, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(IndexError) {
        var rest = try pending(to: tip)
        let total = rest.entries.count
        if total > Self.many { try enlarge() }
        let reader = RevisionDeltaReader(repository)
        var writer: IndexWriter?
        repeat {
            let done = total - rest.entries.count
            rest = try IndexError.wrapping(queue.path) {
                try queue.write { database in
                    try self.step(to: tip, rest, reader, &writer, in: database) {
                        progress(min(done + $0, total), total)
                    }
                }
            }
        } while !rest.entries.isEmpty
        if total > 0 { try settle() }
    }

    /// Gives the database 64 MB of memory, as much of a log before it is worked into the file, and words that come in bulk.
    private func enlarge() throws(IndexError) {
        try IndexError.wrapping(queue.path) {
            try queue.inDatabase { database in
                try database.execute(
                    sql: "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384; \(Schema.gatherWords)")
                if try Self.lastNumber(database) == 0 { try Schema.dropClaimIndexes(in: database) }
            }
        }
    }

    /// Has claims found, whoever wrote them, and words united a little with each part: a story that grows is never made to wait for
    /// all of them.
    private func settle() throws(IndexError) {
        try IndexError.wrapping(queue.path) {
            try queue.inDatabase { database in
                try Schema.indexClaims(in: database)
                let merging = try Int.fetchOne(database, sql: "SELECT v FROM words_config WHERE k = 'automerge'")
                if merging == 0 { try database.execute(sql: "INSERT INTO words(words, rank) VALUES ('automerge', 4)") }
            }
        }
    }

    /// Writes a batch of revisions, and returns what is still lacking.
    ///
    /// - Parameter progress: is told how many of the batch are written.
    private func step(
        to tip: ObjectID, _ expected: Pending, _ reader: RevisionDeltaReader, _ former: inout IndexWriter?,
        in database: Database, progress: (Int) -> Void
    ) throws -> Pending {
        // Looked at within the transaction: another process may have been here meanwhile.
        let isCurrent = try expected.isCurrent(database)
        let pending = try isCurrent ? expected : pending(to: tip, database)
        var writer = try (isCurrent ? former.take() : nil) ?? IndexWriter(database)
        try writer.rewind(to: pending.number, in: repository)
        let entries = Array(pending.entries.suffix(Self.batch).reversed())
        // Where there are words already, they are written beside them.
        let words = pending.number == 0 && entries.count > Self.many ? try GatheredWords() : nil
        defer { words?.end() }
        writer.words = words
        var number = pending.number
        try readAhead(entries, from: pending.base, by: reader) { step in
            if case .revision = step { number += 1 }
            try writer.add(step, as: number)
            if case .end = step { progress(number - pending.number) }
        }
        try writer.finish()
        // The last words are still gathered meanwhile.
        if entries.count == pending.entries.count { try Schema.indexClaims(in: database) }
        try words?.move(into: database)
        former = writer
        return Pending(
            number: number, base: entries.last ?? pending.base, entries: pending.entries.dropLast(entries.count))
    }

    /// Hands over what each revision changed; while some of it is written the next is read.
    private func readAhead(
        _ entries: [HistoryEntry], from base: HistoryEntry?, by reader: RevisionDeltaReader,
        _ write: (PreparedPortion.Step) throws -> Void
    ) throws {
        try handOver(room: Self.portionsAhead) { hand in
            var portion = PreparedPortion()
            for (before, after) in zip([base] + entries, entries) {
                try portion.add(reader.delta(of: after, from: before), handing: hand)
            }
            try portion.handOver(unlessBelow: 0, hand)
        } to: { (portion: PreparedPortion) in
            try portion.steps.forEach(write)
        }
    }

    private func pending(to tip: ObjectID) throws(IndexError) -> Pending { try read { try pending(to: tip, $0) } }

    private func pending(to tip: ObjectID, _ database: Database) throws -> Pending {
        var entries: [HistoryEntry] = []
        let isEmpty = try Self.lastNumber(database) == 0
        var history = repository.git.history(from: tip)
        while let entry = try history.next() {
            if !isEmpty, let number = try Self.number(of: entry.id, database) {
                return Pending(number: number, base: entry, entries: entries[...])
            }
            entries.append(entry)
        }
        return Pending(number: 0, base: nil, entries: entries[...])
    }
}

/// What an index lacks of a line of revisions.
private struct Pending {
    /// The number of the newest revision that both have; 0 for none.
    let number: Int
    /// That revision.
    let base: HistoryEntry?
    /// The revisions after it, newest first.
    let entries: ArraySlice<HistoryEntry>

    /// Whether the newest revision of the tables is the one that both have.
    func isCurrent(_ database: Database) throws -> Bool {
        guard let base else { return try FactIndex.lastNumber(database) == 0 }
        let newest = try String.fetchOne(database, sql: "SELECT id FROM revision ORDER BY number DESC LIMIT 1")
        return newest == base.id.hex
    }
}
