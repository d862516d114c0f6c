import Facts
import GRDB
import Glibc

extension FactIndex {
    /// Writes everything into a new SQLite file whose tables are made for people and describe themselves; returns how many claims.
    ///
    /// The file appears whole or not at all.
    package func export(to path: String) throws(IndexError) -> Int {
        let unfinished = path + ".unfinished"
        _ = unlink(unfinished)
        let count = try IndexError.wrapping(path) {
            let target = try DatabaseQueue(path: unfinished)
            defer { try? target.close() }
            return try queue.read { source in
                try target.write { target in
                    try target.execute(sql: ExportSchema.tables)
                    for (table, column, meaning) in ExportSchema.documentation {
                        try target.execute(
                            sql: "INSERT INTO documentation VALUES (?, ?, ?)", arguments: [table, column, meaning])
                    }
                    return try ExportWriter(source: source, target: target).write()
                }
            }
        }
        guard rename(unfinished, path) == 0 else {
            _ = unlink(unfinished)
            throw IndexError("the finished file cannot be given its name", path)
        }
        return count
    }
}

/// Copies the rows of an index into the tables of an export.
private struct ExportWriter {
    let source: Database
    let target: Database

    func write() throws -> Int {
        let revisions = try Row.fetchCursor(source, sql: "SELECT * FROM revision ORDER BY number")
        while let row = try revisions.next() {
            let revision = try Revision(row: row)
            try run(
                "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?)",
                [
                    row["number"] as Int, revision.id, revision.day.description, revision.author,
                    revision.kind.rawValue, revision.message,
                ])
        }
        try writeReports()
        return try writeClaims()
    }

    private func writeReports() throws {
        let rows = try Row.fetchCursor(source, sql: "SELECT * FROM report ORDER BY number")
        while let row = try rows.next() {
            let record = try FactIndex.record(row: row)
            try run(
                "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    record.name.description, row["since"] as Int, row["until"] as Int?, record.title, record.source,
                    record.published?.edtf, record.updated?.edtf, record.url, record.language,
                    record.extractor?.description, record.digest.description,
                ])
        }
    }

    private func writeClaims() throws -> Int {
        let rows = try Row.fetchCursor(
            source, sql: "SELECT number, \(IndexedClaim.columns) FROM \(IndexedClaim.tables) ORDER BY number")
        var count = 0
        while let row = try rows.next() {
            let number: Int = row["number"]
            let indexed = try IndexedClaim(row: row)
            try write(indexed, as: number)
            count += 1
        }
        return count
    }

    private func write(_ indexed: IndexedClaim, as number: Int) throws {
        let claim = indexed.claim
        let words = ClaimWords(claim)
        try run(
            "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                number, claim.fact.letters, claim.report.description, indexed.since, indexed.until,
                claim.subject.text, claim.subject.entity?.description, claim.predicate, claim.predicateText,
                claim.object?.text, claim.object?.entity?.description, claim.time?.edtf, claim.polarity.rawValue,
                claim.certainty.rawValue, claim.modality.map(\.rawValue).joined(separator: ", "),
                claim.attribution.joined(separator: " via "), claim.evidence.first?.quote, words.said,
                claim.json.canonicalText,
            ])
        for (role, value) in claim.arguments.sorted(by: { $0.key < $1.key }) {
            try run(
                "INSERT INTO argument VALUES (?, ?, ?, ?)", [number, role, value.text, value.entity?.description])
        }
        for (place, evidence) in claim.evidence.enumerated() {
            try run(
                "INSERT INTO quotation VALUES (?, ?, ?, ?, ?, ?)",
                [
                    number, place + 1, evidence.quote, evidence.range?.start, evidence.range?.end,
                    evidence.range?.line,
                ])
        }
        try run("INSERT INTO claim_words(rowid, said, quote) VALUES (?, ?, ?)", [number, words.said, words.quoted])
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try target.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
