package import Facts
import GRDB

/// Words that claims must say or quote, all of them.
package struct WordQuery: Hashable, Sendable {
    /// The query in the language of FTS5.
    let match: String

    /// A query; a text of several words asks for them side by side, and each text's last word may go on.
    ///
    /// - Returns: `nil` when there is no letter or digit to look for.
    package init?(_ texts: [String]) {
        let phrases = texts.filter { $0.contains { $0.isLetter || $0.isNumber } }
        guard !phrases.isEmpty else { return nil }
        match = phrases.map { "\"\($0.split(separator: "\"").joined(separator: " "))\" *" }.joined(separator: " AND ")
    }
}

extension FactIndex {
    /// The claims that say or quote some words, in any revision up to one: those that are still there first, then the likeliest.
    ///
    /// - Parameters:
    ///   - predicate: the id of the predicate that they must have.
    ///   - entity: an entity that they must name.
    ///   - report: the report that they must stand in.
    package func claims(
        saying query: WordQuery?, predicate: String? = nil, entity: EntityKey? = nil, report: ReportName? = nil,
        upTo number: Int, limit: Int
    ) throws(IndexError) -> [IndexedClaim] {
        var tables = "claim"
        var (conditions, arguments) = (["since <= ?"], StatementArguments([number]))
        for (column, name) in [("predicate", predicate), ("report", report?.description)] {
            guard let name else { continue }
            conditions.append("\(column) = (SELECT number FROM name WHERE text = ?)")
            arguments += [name]
        }
        if let match = try match(query, entity) {
            tables += " JOIN words ON words.rowid = number"
            conditions.append("words MATCH ?")
            arguments += [match]
        }
        let rank = query == nil ? "" : "bm25(words, 1, 1, 0), "
        // The claims themselves are read when it is known which are shown.
        let sql = """
            SELECT \(IndexedClaim.columns) FROM (
                SELECT number AS chosen, row_number() OVER () AS place FROM (
                    SELECT number FROM \(tables) WHERE \(conditions.joined(separator: " AND "))
                    ORDER BY ifnull(until, ?) > ? DESC, \(rank)since DESC, number LIMIT ?
                )
            ) JOIN claim ON claim.number = chosen JOIN line ON line.claim = chosen ORDER BY place
            """
        arguments += [Int.max, number, limit]
        return try read { try Row.fetchAll($0, sql: sql, arguments: arguments).map(IndexedClaim.init) }
    }

    /// Words and an entity in the language of FTS5; `nil` for neither.
    private func match(_ query: WordQuery?, _ entity: EntityKey?) throws(IndexError) -> String? {
        var parts = query.map { ["{said quoted} : (\($0.match))"] } ?? []
        if let entity {
            let number = try read { database in
                try Int.fetchOne(
                    database, sql: "SELECT number FROM entity WHERE text = ?", arguments: [entity.description])
            }
            // There is no entity 0.
            parts.append("named : \"\(number ?? 0)\"")
        }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    /// The reports of a revision that have a sentence with the words that a search is for, sorted.
    package func reports(saying search: SentenceSearch, at number: Int) throws(IndexError) -> [ReportName] {
        let phrases = search.phrases.map { "\"\($0.joined(separator: " "))\" *" }.joined(separator: " AND ")
        let names = try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT name.text FROM report JOIN name ON name.number = report.name
                    WHERE report.since <= ? AND ifnull(until, ?) > ? AND report.text IN (
                        SELECT \(SearchedText.numberOfSentence) FROM sentence WHERE sentence MATCH ?
                    )
                    """, arguments: [number, Int.max, number, phrases])
        }
        return names.compactMap { ReportName($0) }.sorted()
    }
}
