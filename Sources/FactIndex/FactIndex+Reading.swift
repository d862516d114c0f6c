package import Facts
package import Git
import GRDB

extension FactIndex {
    /// The number of the newest revision that the index knows; 0 for none.
    package func lastNumber() throws(IndexError) -> Int { try read { try Self.lastNumber($0) } }

    /// The number of a revision, from 1; `nil` when it is not among those that the index knows.
    package func number(of revision: ObjectID) throws(IndexError) -> Int? {
        try read { try Self.number(of: revision, $0) }
    }

    /// A revision by its number.
    ///
    /// - Throws: ``IndexError`` when there is none of that number.
    package func revision(_ number: Int) throws(IndexError) -> Revision {
        let revision = try read { database in
            try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM revision WHERE number = ?"), arguments: [number]
            ).map(Revision.init)
        }
        guard let revision else { throw IndexError("it has no revision \(number)", FactIndex.fileName) }
        return revision
    }

    /// How many revisions the index knows, and how many claims they ever had.
    package func size() throws(IndexError) -> (revisions: Int, claims: Int) {
        try read { database in
            (
                try Self.lastNumber(database),
                try Int.fetchOne(database, sql: "SELECT count(*) FROM claim") ?? 0
            )
        }
    }

    /// Whether it is a file; otherwise it is gone with its owner.
    package var isKept: Bool { queue.path != ":memory:" }

    /// Lets `body` read the tables; of several statements each may see a later state.
    ///
    /// A transaction that forbids writing would have every statement compiled anew.
    func read<Value>(_ body: (Database) throws -> Value) throws(IndexError) -> Value {
        try IndexError.wrapping(queue.path) { try queue.unsafeReentrantRead(body) }
    }

    static func lastNumber(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT max(number) FROM revision") ?? 0
    }

    static func number(of revision: ObjectID, _ database: Database) throws -> Int? {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT number FROM revision WHERE id = ?"), arguments: [revision.hex])
    }
}

/// A claim and the revisions that had it.
package struct IndexedClaim: Hashable, Sendable {
    /// The claim.
    package let claim: Claim
    /// The number of the first revision that had it.
    package let since: Int
    /// The number of the first revision that no longer had it; `nil` while it is there.
    package let until: Int?

    /// Whether a revision had it.
    package func holds(at number: Int) -> Bool { since <= number && number < (until ?? .max) }
}

extension IndexedClaim {
    /// The columns that ``init(row:)`` takes.
    static let columns = "claim.since, claim.until, line.record, claim.sum"
    /// The tables that have them.
    static let tables = "claim JOIN line ON line.claim = claim.number"

    /// - Throws: ``IndexError`` when the row is not as it was written.
    init(row: Row) throws {
        let record: String = row["record"]
        (since, until) = (row["since"], row["until"])
        guard RowSum.of(since: since, until: until, RowSum.of(record.utf8)) == row["sum"],
            let claim = Claim(line: Array(record.utf8)[...])
        else { throw IndexError("a claim in it is damaged", FactIndex.fileName) }
        self.claim = claim
    }
}

extension Revision {
    /// The revision of a row of the table of that name.
    init(row: Row) throws {
        let counts: [Int] = Self.numbers(row["counts"])
        guard let kind = Kind(rawValue: row["kind"]), counts.count == 7 else {
            throw IndexError("a revision in it is damaged", FactIndex.fileName)
        }
        let id: String = row["id"]
        let extractors: String = row["extractors"]
        self.init(
            id: id, shortID: String(id.prefix(8)), parent: row["parent"], recorded: row["recorded"],
            author: row["author"], kind: kind, message: row["message"],
            extractors: extractors.split(separator: "\n").map(String.init), counts: Counts(counts))
    }

    private static func numbers(_ text: String) -> [Int] { text.split(separator: " ").compactMap { Int($0) } }
}

extension Revision.Counts {
    /// The counts in the order in which the index keeps them.
    var numbers: [Int] {
        [reportsAdded, reportsEdited, reportsWithdrawn, claims, factsAdded, factsChanged, factsRemoved]
    }

    fileprivate init(_ numbers: [Int]) {
        self.init()
        (reportsAdded, reportsEdited, reportsWithdrawn) = (numbers[0], numbers[1], numbers[2])
        (claims, factsAdded, factsChanged, factsRemoved) = (numbers[3], numbers[4], numbers[5], numbers[6])
    }
}
