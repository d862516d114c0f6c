import GRDB
import TestSupport
import Testing

@testable import FactIndex

@Suite struct `Words gathered beside the other tables` {
    @Test func `are stored byte for byte as if they had been written in place`() throws {
        var random = SeededGenerator(seed: 5)
        let rows = (1...3000).map { claim in
            GatheredWords.Row(
                claim: claim, said: words(&random, 8), quoted: words(&random, 30), named: "\(claim % 70 + 1)")
        }
        let (inPlace, moved) = (try DatabaseQueue(), try DatabaseQueue())
        for queue in [inPlace, moved] { try queue.write(Schema.create) }
        try inPlace.write { database in
            try database.execute(sql: Schema.gatherWords)
            try write(rows, to: database)
        }
        // Something was looked for before there was anything, and the table is remembered to be empty.
        #expect(try found("ba", moved) == [])
        let gathered = try GatheredWords()
        for start in stride(from: 0, to: rows.count, by: 64) {
            try gathered.add(Array(rows[start..<min(start + 64, rows.count)]))
        }
        try moved.write { try gathered.move(into: $0) }
        for table in ["words_config", "words_data", "words_docsize", "words_idx"] {
            let (left, right) = (try all(table, inPlace), try all(table, moved))
            #expect(left == right, "\(table)")
        }
        #expect(try found("ba", moved).count > 100)
        #expect(try found("ba", inPlace) == found("ba", moved))
        // What comes later is written in place.
        let later = GatheredWords.Row(claim: 3001, said: "ba latest", quoted: "", named: "1")
        for queue in [inPlace, moved] { try queue.write { try write([later], to: $0) } }
        #expect(try found("latest", moved).map { $0["rowid"] } == [3001])
        #expect(try found("ba", inPlace) == found("ba", moved))
    }

    @Test func `come to an end when nobody wants them`() throws {
        let gathered = try GatheredWords()
        try gathered.add([.init(claim: 1, said: "a", quoted: "b", named: "1")])
        gathered.end()
        gathered.end()
        #expect(throws: (any Error).self) {
            for _ in 0..<100 { try gathered.add([.init(claim: 2, said: "a", quoted: "b", named: "1")]) }
        }
    }

    /// Common words and rare ones.
    private func words(_ random: inout SeededGenerator, _ count: Int) -> String {
        let letters = ["ba", "de", "ki", "lo", "mu"]
        return (0..<count).map { _ in
            (0..<Int.random(in: 1...4, using: &random)).map { _ in random.pick(letters) }.joined()
        }.joined(separator: " ")
    }

    private func write(_ rows: [GatheredWords.Row], to database: Database) throws {
        let insert = try database.makeStatement(sql: Schema.insertWords)
        for row in rows { try insert.execute(binding: row.claim, row.said, row.quoted, row.named) }
    }

    private func all(_ table: String, _ queue: DatabaseQueue) throws -> [Row] {
        try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
    }

    private func found(_ word: String, _ queue: DatabaseQueue) throws -> [Row] {
        try queue.read { database in
            try Row.fetchAll(
                database, sql: "SELECT rowid, bm25(words) FROM words WHERE words MATCH ? ORDER BY rowid",
                arguments: [word])
        }
    }
}
