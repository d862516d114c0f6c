import FactRepository
import Facts
import Git
import GRDB

/// Writes what revisions changed into the tables, oldest first.
struct IndexWriter {
    private let database: Database
    /// The numbers of names that were used, to spare looking them up.
    private var names: [String: Int] = [:]

    init(_ database: Database) { self.database = database }

    /// Adds a revision after the newest.
    mutating func add(_ delta: RevisionDelta, as number: Int) throws {
        try add(delta.revision, as: number)
        for claim in delta.removed { try close(claim, at: number) }
        for line in delta.added { try open(line, at: number) }
        for (report, record) in delta.records.sorted(by: { $0.key < $1.key }) {
            try change(report, to: record, at: number)
        }
    }

    /// Forgets the revisions after one, as if they had never been read.
    mutating func rewind(to number: Int) throws {
        guard try FactIndex.lastNumber(database) > number else { return }
        let gone = try IndexedClaim.fetch(
            database, "SELECT number, \(IndexedClaim.columns) FROM claim WHERE since > ?", [number])
        for (rowid, indexed) in gone {
            let words = ClaimWords(indexed.claim)
            try run(
                "INSERT INTO words(words, rowid, said, quoted) VALUES ('delete', ?, ?, ?)",
                [rowid, words.said, words.quoted])
        }
        try run("DELETE FROM mention WHERE claim IN (SELECT number FROM claim WHERE since > ?)", [number])
        for table in ["claim", "report"] {
            try run("DELETE FROM \(table) WHERE since > ?", [number])
            let rows = try Row.fetchAll(
                database, sql: "SELECT number, since, record FROM \(table) WHERE until > ?", arguments: [number])
            for row in rows { try close(row, in: table, at: nil) }
        }
        try run("DELETE FROM revision WHERE number > ?", [number])
        try run("DELETE FROM contradiction WHERE revision > ?", [number])
        try run("UPDATE state SET value = min(value, ?) WHERE name = 'contradictions'", [number])
        names = [:]
    }

    private func add(_ revision: Revision, as number: Int) throws {
        try run(
            "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                number, revision.id, revision.parent, revision.recorded, revision.author, revision.kind.rawValue,
                revision.message, revision.extractors.joined(separator: "\n"),
                revision.counts.numbers.map(String.init).joined(separator: " "),
            ])
    }

    // MARK: claims

    private mutating func open(_ line: [UInt8], at number: Int) throws {
        guard let claim = Claim(line: line[...]) else {
            throw IndexError("revision \(number) has a line that is not a stored claim", FactIndex.fileName)
        }
        let record = String(decoding: line, as: UTF8.self)
        // Before the calls that they are for: a call takes a copy of this value, and with it of the names.
        let (report, predicate) = (try self.number(of: claim.report.description), try self.number(of: claim.predicate))
        let entities = try claim.entities.map { try self.number(of: $0.description) }
        try run(
            "INSERT INTO claim VALUES (NULL, ?, NULL, ?, ?, ?, ?, ?, ?, ?)",
            [
                number, claim.fact.letters, report, predicate,
                claim.time?.start.earliest, claim.time?.end.latest, record,
                RowSum.of(since: number, until: nil, record),
            ])
        let row = database.lastInsertedRowID
        for entity in entities { try run("INSERT INTO mention VALUES (?, ?)", [entity, row]) }
        let words = ClaimWords(claim)
        try run("INSERT INTO words(rowid, said, quoted) VALUES (?, ?, ?)", [row, words.said, words.quoted])
    }

    /// Ends the claim of a line.
    private func close(_ claim: RevisionDelta.RemovedClaim, at number: Int) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT number, since, record FROM claim WHERE fact = ? AND until IS NULL AND record = ?")
        let line = String(decoding: claim.line, as: UTF8.self)
        guard let row = try Row.fetchOne(statement, arguments: [claim.fact.letters, line]) else {
            throw IndexError("revision \(number) takes away a claim that is not in it", FactIndex.fileName)
        }
        try close(row, in: "claim", at: number)
    }

    private func close(_ row: Row, in table: String, at number: Int?) throws {
        let sum = RowSum.of(since: row["since"], until: number, row["record"])
        try run(
            "UPDATE \(table) SET until = ?, sum = ? WHERE number = ?", [number, sum, row["number"] as Int])
    }

    // MARK: reports

    private mutating func change(_ report: ReportName, to record: ReportRecord?, at number: Int) throws {
        let name = try self.number(of: report.description)
        let statement = try database.cachedStatement(
            sql: "SELECT number, since, record FROM report WHERE name = ? AND until IS NULL")
        if let row = try Row.fetchOne(statement, arguments: [name]) { try close(row, in: "report", at: number) }
        guard let record else { return }
        let text = record.json.canonicalText
        try run(
            "INSERT INTO report VALUES (NULL, ?, ?, NULL, ?, ?)",
            [name, number, text, RowSum.of(since: number, until: nil, text)])
    }

    // MARK: names

    private mutating func number(of name: String) throws -> Int {
        if let known = names[name] { return known }
        let find = try database.cachedStatement(sql: "SELECT number FROM name WHERE text = ?")
        if let found = try Int.fetchOne(find, arguments: [name]) {
            names[name] = found
            return found
        }
        try run("INSERT INTO name VALUES (NULL, ?)", [name])
        let number = Int(database.lastInsertedRowID)
        names[name] = number
        return number
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension IndexedClaim {
    /// The claims of rows that begin with a number, and the numbers.
    static func fetch(
        _ database: Database, _ sql: String, _ arguments: StatementArguments
    ) throws -> [(number: Int, claim: IndexedClaim)] {
        try Row.fetchAll(database, sql: sql, arguments: arguments).map {
            (number: $0[0], claim: try IndexedClaim(row: $0))
        }
    }
}
