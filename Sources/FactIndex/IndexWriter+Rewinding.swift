import FactRepository
import Facts
import Git
import GRDB

extension IndexWriter {
    /// Forgets the revisions after one, as if they had never been read.
    ///
    /// - Parameter repository: has the texts whose sentences are to be forgotten.
    mutating func rewind(to number: Int, in repository: FactRepository) throws {
        guard try FactIndex.lastNumber(database) > number else { return }
        try forgetWords(ofClaimsSince: number + 1)
        try forgetTexts(since: number + 1, repository)
        try run("DELETE FROM line WHERE claim IN (SELECT number FROM claim WHERE since > ?)", [number])
        for table in ["claim", "report", "name", "entity"] { try run("DELETE FROM \(table) WHERE since > ?", [number]) }
        try reopen(after: number)
        try run("DELETE FROM revision WHERE number > ?", [number])
        try run("DELETE FROM contradiction WHERE revision > ?", [number])
        try run("UPDATE state SET value = min(value, ?) WHERE name = 'contradictions'", [number])
        self = try IndexWriter(database)
    }

    /// Has what ended after a revision hold to the tip.
    private func reopen(after number: Int) throws {
        let claims = try Row.fetchAll(
            database, sql: "SELECT number, since, record FROM claim JOIN line ON claim = number WHERE until > ?",
            arguments: [number])
        for row in claims {
            let record: String = row["record"]
            let sum = RowSum.of(since: row["since"], until: nil, RowSum.of(record.utf8))
            try run("UPDATE claim SET until = NULL, sum = ? WHERE number = ?", [sum, row["number"] as Int])
        }
        let reports = try Row.fetchAll(
            database, sql: "SELECT number, since, record FROM report WHERE until > ?", arguments: [number])
        for row in reports { try end(report: row, at: nil) }
    }

    private func forgetWords(ofClaimsSince number: Int) throws {
        let rows = try Row.fetchAll(
            database, sql: "SELECT number, \(IndexedClaim.columns) FROM \(IndexedClaim.tables) WHERE since >= ?",
            arguments: [number])
        for row in rows {
            let words = ClaimWords(try IndexedClaim(row: row).claim)
            let named = try words.entities.map { entity in
                try String.fetchOne(
                    database.cachedStatement(sql: "SELECT number FROM entity WHERE text = ?"), arguments: [entity])
                    ?? ""
            }
            try run(
                "INSERT INTO words(words, rowid, said, quoted, named) VALUES ('delete', ?, ?, ?, ?)",
                [row["number"] as Int, words.said, words.quoted, named.joined(separator: " ")])
        }
    }

    /// Forgets the texts that only reports since a revision have.
    private func forgetTexts(since number: Int, _ repository: FactRepository) throws {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT text, report.since, until, record, sum, revision.id FROM report
                JOIN revision ON revision.number = report.since WHERE report.since >= :number AND text IS NOT NULL
                AND text NOT IN (SELECT text FROM report WHERE since < :number AND text IS NOT NULL) GROUP BY text
                """, arguments: ["number": number])
        for row in rows {
            let record = try FactIndex.record(row: row)
            guard let revision = ObjectID(hex: row["id"] as String),
                let bytes = try repository.snapshot(revision).text(of: record.name)
            else { throw IndexError("the text of \(record.name) cannot be forgotten", FactIndex.fileName) }
            let text: Int = row["text"]
            for row in SearchedText.rows(of: Report(record: record, text: bytes).searchedSentences, as: text) {
                try run(
                    "INSERT INTO sentence(sentence, rowid, words) VALUES ('delete', ?, ?)", [row.number, row.words])
            }
            try run("DELETE FROM text WHERE number = ?", [text])
        }
    }
}
