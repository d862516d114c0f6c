package import Facts
import GRDB

/// Everything that a story ever had: what has a page of its own for ever.
package struct StoryExtent: Sendable {
    /// Every fact, and the number of the last revision that changed it.
    package let facts: [FactID: Int]
    /// Every report.
    package let reports: Set<ReportName>
    /// Every entity that a claim named.
    package let entities: Set<EntityKey>
}

extension FactIndex {
    /// Everything that the revisions up to one ever had.
    package func extent(upTo number: Int) throws(IndexError) -> StoryExtent {
        try read { database in
            var facts: [FactID: Int] = [:]
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT fact, max(max(since), max(CASE WHEN until <= :at THEN until ELSE 0 END))
                    FROM claim WHERE since <= :at GROUP BY fact
                    """, arguments: ["at": number])
            while let row = try rows.next() {
                facts[row[0]] = row[1]
            }
            let reports = try String.fetchAll(
                database,
                sql:
                    "SELECT DISTINCT name.text FROM report JOIN name ON name.number = report.name WHERE report.since <= ?",
                arguments: [number])
            let entities = try String.fetchAll(
                database, sql: "SELECT text FROM entity WHERE since <= ?", arguments: [number])
            return StoryExtent(
                facts: facts, reports: Set(reports.compactMap { ReportName($0) }),
                entities: Set(entities.map(EntityKey.init(stored:))))
        }
    }
}
