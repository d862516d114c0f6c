import Dispatch
import GRDB
import Synchronization

/// The words of claims on their way into a table that has none: while one thread fills the other tables, another gathers these in a
/// database of its own.
///
/// They are gathered by the same statements in the same order, and then moved as they are stored.
final class GatheredWords: Sendable {
    /// What the table is told of a claim.
    struct Row: Sendable {
        let claim: Int
        let said: String
        let quoted: String
        let named: String
    }

    /// Portions of rows that may wait to be written.
    private static let room = 64
    private let database: DatabaseQueue
    private let portions = Handover<[Row]>(room: room)
    private let writer = DispatchGroup()
    private let outcome = Mutex(Result<Void, any Error>.success(()))

    /// Begins a database that has no name, and is gone with this.
    init() throws {
        database = try DatabaseQueue(path: "")
        try database.inDatabase { database in
            // Nobody looks at it again when anything fails.
            try database.execute(
                sql: "PRAGMA journal_mode = OFF; PRAGMA cache_size = -32768; \(Schema.words); \(Schema.gatherWords)")
        }
        DispatchQueue(label: "words").async(group: writer) { [self] in
            let result = Result { try database.write(write) }
            outcome.withLock { $0 = result }
            portions.stop()
        }
    }

    /// Adds rows after those before.
    func add(_ rows: [Row]) throws {
        do {
            try portions.put(rows)
        } catch {
            writer.wait()
            try outcome.withLock { $0 }.get()
            throw error
        }
    }

    /// Puts the words in the place of those of another database, in its transaction; none are added afterwards.
    func move(into target: Database) throws {
        end()
        try outcome.withLock { $0 }.get()
        // What the module remembers of the table goes with it.
        try target.execute(sql: "DROP TABLE words; \(Schema.words)")
        try database.inDatabase { source in
            for table in ["words_config", "words_data", "words_docsize", "words_idx"] {
                try target.execute(sql: "DELETE FROM \(table)")
                try copy(table, from: source, to: target)
            }
        }
    }

    /// Has the other thread come to its end, if it has not.
    func end() {
        portions.end(.success(()))
        writer.wait()
    }

    private func write(to database: Database) throws {
        let insert = try database.makeStatement(sql: Schema.insertWords)
        while let rows = try portions.take() {
            for row in rows { try insert.execute(binding: row.claim, row.said, row.quoted, row.named) }
        }
    }

    private func copy(_ table: String, from source: Database, to target: Database) throws {
        let rows = try GRDB.Row.fetchCursor(source, sql: "SELECT * FROM \(table)")
        let columns = try source.columns(in: table).count
        let places = Array(repeating: "?", count: columns).joined(separator: ", ")
        let insert = try target.makeStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
        while let row = try rows.next() {
            switch columns {
            // One of these has a row for each claim.
            case 2: try insert.execute(binding: row[0] as DatabaseValue, row[1] as DatabaseValue)
            default:
                insert.setUncheckedArguments(StatementArguments(row.databaseValues))
                try insert.execute()
            }
        }
    }
}
