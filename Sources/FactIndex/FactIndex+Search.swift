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
        var (conditions, arguments) = (["claim.since <= ?"], StatementArguments([number]))
        if let query {
            tables += " JOIN words ON words.rowid = claim.number"
            conditions.append("words MATCH ?")
            arguments += [query.match]
        }
        for (column, name) in [("claim.predicate", predicate), ("claim.report", report?.description)] {
            guard let name else { continue }
            conditions.append("\(column) = (SELECT number FROM name WHERE text = ?)")
            arguments += [name]
        }
        if let entity {
            conditions.append(
                "claim.number IN (SELECT claim FROM mention WHERE name = (SELECT number FROM name WHERE text = ?))")
            arguments += [entity.description]
        }
        let rank = query == nil ? "" : "bm25(words), "
        let sql = """
            SELECT \(IndexedClaim.columns) FROM \(tables) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY ifnull(claim.until, ?) > ? DESC, \(rank)claim.since DESC, claim.record LIMIT ?
            """
        arguments += [Int.max, number, limit]
        return try read { try Row.fetchAll($0, sql: sql, arguments: arguments).map(IndexedClaim.init) }
    }
}
