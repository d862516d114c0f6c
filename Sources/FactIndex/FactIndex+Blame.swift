package import Facts
import GRDB

/// A claim of a report, and when the report first said something of that fact.
package struct BlamedClaim: Hashable, Sendable {
    /// The claim.
    package let claim: Claim
    /// The number of the first revision in which the report said something of the fact.
    package let since: Int
    /// The number of the revision that brought the claim as it is, wherever its quotations stand.
    package let current: Int
}

/// A fact, and when it came and last changed.
package struct BlamedFact: Hashable, Sendable {
    /// The fact.
    package let fact: FactID
    /// The number of the first revision that had it.
    package let since: Int
    /// The number of the last revision that changed it.
    package let changed: Int
}

extension FactIndex {
    /// The claims of a report at a revision.
    package func blame(_ report: ReportName, at number: Int) throws(IndexError) -> [BlamedClaim] {
        let all = try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(IndexedClaim.columns) FROM \(IndexedClaim.tables)
                    WHERE report = (SELECT number FROM name WHERE text = ?) AND since <= ? ORDER BY claim.number
                    """, arguments: [report.description, number]
            ).map(IndexedClaim.init)
        }
        let first = Dictionary(all.map { ($0.claim.fact, $0.since) }, uniquingKeysWith: min)
        let same = Dictionary(all.map { ($0.claim.id, $0.since) }, uniquingKeysWith: min)
        return all.filter { $0.holds(at: number) }.map {
            BlamedClaim(
                claim: $0.claim, since: first[$0.claim.fact] ?? $0.since,
                current: same[$0.claim.id] ?? $0.since)
        }
    }

    /// All facts of a revision, by id.
    package func blame(at number: Int) throws(IndexError) -> [BlamedFact] {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT fact, min(since), max(max(since), max(CASE WHEN until <= :at THEN until ELSE 0 END)),
                    max(ifnull(until, :end)) FROM claim WHERE since <= :at GROUP BY fact
                    """, arguments: ["at": number, "end": Int.max])
            var facts: [BlamedFact] = []
            while let row = try rows.next() {
                guard (row[3] as Int) > number else { continue }
                facts.append(BlamedFact(fact: row[0], since: row[1], changed: row[2]))
            }
            return facts
        }
    }
}
