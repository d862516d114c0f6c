import FactRepository
import Facts
import GRDB

/// Writes what revisions changed into the tables, oldest first.
///
/// Stays right through several transactions, as long as nobody else writes between them and none fails. What it was told is all in
/// the tables after ``finish()``.
struct IndexWriter {
    /// Rows of words that are handed over at once.
    private static let portion = 64
    let database: Database
    private var names: NumberedNames
    private var entities: NumberedNames
    private var openClaims = OpenClaims()
    private var rows: ClaimRows
    /// Where words go until ``finish()``; `nil` when they are written here.
    var words: GatheredWords?
    /// Rows of words that are not handed over yet.
    private var waiting: [GatheredWords.Row] = []
    /// Whether claims are known to be found by their facts.
    private var isIndexed = false
    private let findClaims: Statement
    private let insertLine: Statement
    private let insertWords: Statement
    private let endClaim: Statement

    init(_ database: Database) throws {
        self.database = database
        names = try NumberedNames("name", database)
        entities = try NumberedNames("entity", database)
        rows = try ClaimRows(database)
        findClaims = try database.cachedStatement(
            sql: "SELECT number, since, sum FROM claim WHERE fact = ? AND until IS NULL")
        insertLine = try database.cachedStatement(sql: "INSERT INTO line VALUES (?, CAST(? AS TEXT))")
        insertWords = try database.cachedStatement(sql: Schema.insertWords)
        endClaim = try database.cachedStatement(sql: "UPDATE claim SET until = ?, sum = ? WHERE number = ?")
    }

    /// Adds a step to the revision of a number, which is the newest or comes after it.
    mutating func add(_ step: PreparedPortion.Step, as number: Int) throws {
        switch step {
        case .revision(let revision, let removed):
            try add(revision, as: number)
            for (claim, sum) in removed { try end(claim, sum, at: number) }
        case .claims(let claims): for claim in claims { try open(claim, at: number) }
        case .report(let report): try change(report, at: number)
        case .end: break
        }
    }

    /// Writes what is left to write, and hands over what words are left.
    mutating func finish() throws {
        try rows.write()
        try words?.add(waiting)
        (words, waiting) = (nil, [])
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

    private mutating func open(_ claim: PreparedClaim, at number: Int) throws {
        let report = try names.number(of: claim.report, at: number)
        let predicate = try names.number(of: claim.predicate, at: number)
        var named: [String] = []
        for entity in claim.words.entities { named.append(String(try entities.number(of: entity, at: number))) }
        let row = try rows.add(
            ClaimRows.Row(
                since: number, fact: claim.fact, report: report, predicate: predicate, earliest: claim.earliest,
                latest: claim.latest, sum: claim.sum))
        openClaims.add(.init(number: row, since: number), fact: claim.fact, sum: claim.sum)
        try insertLine.execute(binding: row, claim.record)
        try add(
            .init(
                claim: row, said: claim.words.said, quoted: claim.words.quoted, named: named.joined(separator: " ")))
    }

    private mutating func add(_ row: GatheredWords.Row) throws {
        guard let words else {
            return try insertWords.execute(binding: row.claim, row.said, row.quoted, row.named)
        }
        waiting.append(row)
        guard waiting.count == Self.portion else { return }
        try words.add(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    /// Ends the claim of a line.
    private mutating func end(_ claim: RevisionDelta.RemovedClaim, _ sum: Int64, at number: Int) throws {
        let known = openClaims.take(fact: claim.fact, sum: sum)
        guard let place = try known ?? find(claim, sum) else {
            throw IndexError("revision \(number) takes away a claim that is not in it", FactIndex.fileName)
        }
        if rows.end(place.number, at: number) { return }
        try endClaim.execute(
            binding: number, RowSum.of(since: place.since, until: number, sum), place.number)
    }

    /// The row of a claim that holds; `nil` when there is none.
    private mutating func find(_ claim: RevisionDelta.RemovedClaim, _ sum: Int64) throws -> OpenClaims.Place? {
        try rows.write()
        if !isIndexed { try Schema.indexClaims(in: database) }
        isIndexed = true
        findClaims.setUncheckedArguments([claim.fact])
        var found: [OpenClaims.Place] = []
        let rows = try Row.fetchCursor(findClaims)
        while let row = try rows.next() {
            let (number, since, stored): (Int, Int, Int64) = (row[0], row[1], row[2])
            if stored == RowSum.of(since: since, until: nil, sum) { found.append(.init(number: number, since: since)) }
        }
        // Two lines may be made up that have one sum.
        if found.count > 1 { found = try found.filter { try line(of: $0.number).utf8.elementsEqual(claim.line) } }
        return found.first
    }

    private func line(of claim: Int) throws -> String {
        let find = try database.cachedStatement(sql: "SELECT record FROM line WHERE claim = ?")
        return try String.fetchOne(find, arguments: [claim]) ?? ""
    }

    // MARK: reports

    private mutating func change(_ report: PreparedReport, at number: Int) throws {
        let name = try names.number(of: report.name, at: number)
        let statement = try database.cachedStatement(
            sql: "SELECT number, since, record FROM report WHERE name = ? AND until IS NULL")
        if let row = try Row.fetchOne(statement, arguments: [name]) { try end(report: row, at: number) }
        guard let record = report.record else { return }
        try run(
            "INSERT INTO report VALUES (NULL, ?, ?, NULL, ?, ?, ?)",
            [
                name, number, try report.text.map { try self.number(ofText: $0.key, $0.sentences) }, record,
                RowSum.of(since: number, until: nil, RowSum.of(record.utf8)),
            ])
    }

    /// Ends a report's row, or has it hold to the tip again.
    func end(report row: Row, at number: Int?) throws {
        let record: String = row["record"]
        try run(
            "UPDATE report SET until = ?, sum = ? WHERE number = ?",
            [
                number, RowSum.of(since: row["since"], until: number, RowSum.of(record.utf8)), row["number"] as Int,
            ])
    }

    /// The number of a text, which is written when it is new.
    private func number(ofText key: String, _ sentences: [String]) throws -> Int {
        let find = try database.cachedStatement(sql: "SELECT number FROM text WHERE key = ?")
        if let known = try Int.fetchOne(find, arguments: [key]) { return known }
        try run("INSERT INTO text VALUES (NULL, ?)", [key])
        let number = Int(database.lastInsertedRowID)
        for row in SearchedText.rows(of: sentences, as: number) {
            try run("INSERT INTO sentence(rowid, words) VALUES (?, ?)", [row.number, row.words])
        }
        return number
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
