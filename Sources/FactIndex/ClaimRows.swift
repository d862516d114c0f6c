import Facts
import GRDB

/// Rows of the table of claims that are not written yet: many a claim goes before its row is, which is then written once.
struct ClaimRows {
    /// What the table tells of a claim.
    struct Row {
        let since: Int
        var until: Int?
        let fact: FactID
        let report: Int
        let predicate: Int
        let earliest: Int?
        let latest: Int?
        /// The ``RowSum`` of the claim's line.
        let sum: Int64
    }

    /// So many are written at once.
    private static let limit = 1 << 18
    private let insert: Statement
    private var rows: [Row] = []
    /// The number of the first of ``rows``.
    private var first: Int

    init(_ database: Database) throws {
        insert = try database.cachedStatement(sql: "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        first = try 1 + (Int.fetchOne(database, sql: "SELECT max(number) FROM claim") ?? 0)
    }

    /// Adds a row and returns its number.
    mutating func add(_ row: Row) throws -> Int {
        if rows.count == Self.limit { try write() }
        rows.append(row)
        return first + rows.count - 1
    }

    /// Ends the claim of a row; `false` when the row is written already.
    mutating func end(_ number: Int, at revision: Int) -> Bool {
        guard number >= first else { return false }
        rows[number - first].until = revision
        return true
    }

    /// Writes the rows.
    mutating func write() throws {
        for (index, row) in rows.enumerated() {
            try insert.execute(
                binding: first + index, row.since, row.until, row.fact, row.report, row.predicate, row.earliest,
                row.latest, RowSum.of(since: row.since, until: row.until, row.sum))
        }
        first += rows.count
        rows.removeAll(keepingCapacity: true)
    }
}
