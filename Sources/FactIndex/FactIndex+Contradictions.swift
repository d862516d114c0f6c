package import FactDiff
import FactRepository
import Facts
package import Git
import GRDB

extension FactIndex {
    /// How many revisions were not yet looked through for contradictions.
    package func contradictionDistance() throws(IndexError) -> Int {
        try read { try Self.lastNumber($0) - Self.contradictionsNumber($0) }
    }

    /// Looks through the revisions that were not yet for contradictions.
    ///
    /// - Parameter progress: is told of each revision.
    package func updateContradictions(progress: () -> Void = {}) throws(IndexError) {
        let (done, last) = try read { (try Self.contradictionsNumber($0), try Self.lastNumber($0)) }
        guard done < last else { return }
        var before = done > 0 ? try snapshot(done) : nil
        for number in (done + 1)...last {
            let after = try snapshot(number)
            let changes = try IndexError.wrapping(queue.path) {
                try repository.contradictionChanges(from: before, to: after)
            }
            try write(changes.map(\.id), at: number)
            before = after
            progress()
        }
    }

    private func write(_ contradictions: [ContradictionID], at number: Int) throws(IndexError) {
        try IndexError.wrapping(queue.path) {
            try queue.write { database in
                // Another process may have come first, or gone back.
                guard try Self.contradictionsNumber(database) == number - 1 else { return }
                for id in contradictions {
                    try database.execute(
                        sql: "INSERT INTO contradiction VALUES (?, ?)", arguments: [id.letters, number])
                }
                try database.execute(
                    sql: "INSERT OR REPLACE INTO state VALUES ('contradictions', ?)", arguments: [number])
            }
        }
    }

    /// Every contradiction that the revisions up to one ever had, and what became of it; sorted by id.
    ///
    /// Compares again only the revisions that touched one.
    /// - Returns: `nil` when the index does not know the revision, or has not looked it through.
    package func contradictionLives(upTo revision: ObjectID) throws(IndexError) -> [ContradictionLife]? {
        guard let last = try number(of: revision), try read(Self.contradictionsNumber) >= last else { return nil }
        let numbers = try read { database in
            try Int.fetchAll(
                database, sql: "SELECT DISTINCT revision FROM contradiction WHERE revision <= ? ORDER BY revision",
                arguments: [last])
        }
        var history: [(revision: Revision, changes: [ContradictionChange])] = []
        for number in numbers {
            let before = number > 1 ? try snapshot(number - 1) : nil
            let after = try snapshot(number)
            let changes = try IndexError.wrapping(queue.path) {
                try repository.contradictionChanges(from: before, to: after)
            }
            history.append((try self.revision(number), changes))
        }
        return ContradictionLife.lives(history)
    }

    private static func contradictionsNumber(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT value FROM state WHERE name = 'contradictions'") ?? 0
    }

    private func snapshot(_ number: Int) throws(IndexError) -> Snapshot {
        let revision = try revision(number)
        return try IndexError.wrapping(queue.path) {
            guard let id = ObjectID(hex: revision.id) else {
                throw IndexError("revision \(number) in it is damaged", queue.path)
            }
            return try repository.snapshot(id)
        }
    }
}
