package import FactDiff
import FactRepository
package import Facts
package import Git
import GRDB

extension FactIndex {
    /// What each revision up to one did to a fact, oldest first; empty when none had it.
    ///
    /// The same as ``FactRepository/history(of:from:)`` tells; costs as many comparisons as revisions changed the fact.
    /// - Returns: `nil` when the index does not know the revision.
    package func history(
        of fact: FactID, upTo revision: ObjectID
    ) throws(IndexError) -> [(revision: Revision, changes: [Change])]? {
        guard let last = try number(of: revision) else { return nil }
        let claims = try self.claims(of: fact)
        let numbers = Set(claims.flatMap { [$0.since, $0.until].compactMap(\.self) }).filter { $0 <= last }.sorted()
        var steps: [(revision: Revision, changes: [Change])] = []
        var (old, former): (Fact?, IndexedState?)
        for number in numbers {
            let new = Fact(id: fact, claims: claims.filter { $0.holds(at: number) }.map(\.claim))
            // A claim may have made way for one that is stored in other words and says the same.
            guard old != new else { continue }
            let state = try IndexedState(number, in: self)
            let before =
                if let former, former.number == number - 1 { former } else {
                    number > 1 ? try IndexedState(number - 1, in: self) : nil
                }
            let changes = try IndexError.wrapping(queue.path) {
                try repository.changes(of: fact, in: state.revision, from: old, before, to: new, state)
            }
            steps.append((state.revision, changes))
            (old, former) = (new, state)
        }
        return steps
    }

    /// All claims that a fact ever had, by their first revision.
    package func claims(of fact: FactID) throws(IndexError) -> [IndexedClaim] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(IndexedClaim.columns) FROM \(IndexedClaim.tables) WHERE fact = ? ORDER BY claim.number
                    """)
            return try Row.fetchAll(statement, arguments: [fact]).map(IndexedClaim.init)
        }
    }

    /// The fact whose claims came and went most often; `nil` when there is none.
    package func mostChangedFact() throws(IndexError) -> FactID? {
        try read { database in
            try FactID.fetchOne(
                database, sql: "SELECT fact FROM claim GROUP BY fact ORDER BY count(*) DESC, fact LIMIT 1")
        }
    }

    /// The newest revision up to one that had a fact whose id starts so, by its number.
    package func lastRevision(
        withFact prefix: String, upTo number: Int
    ) throws(IndexError) -> Int? {
        guard let bounds = FactID.bounds(startingWith: prefix) else { return nil }
        return try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT max(min(ifnull(until, :end) - 1, :at)) FROM claim
                    WHERE fact BETWEEN :first AND :last AND since <= :at
                    """)
            return try Int.fetchOne(
                statement,
                arguments: ["first": bounds.lowerBound, "last": bounds.upperBound, "at": number, "end": Int.max])
        }
    }

    /// The revisions up to one that changed what is known of a report, oldest first; `nil` where it was withdrawn.
    package func versions(
        of report: ReportName, upTo tip: ObjectID
    ) throws(IndexError) -> [(revision: Revision, record: ReportRecord?)]? {
        guard let last = try number(of: tip) else { return nil }
        let rows = try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT report.since, until, record, sum FROM report JOIN name ON name.number = report.name
                    WHERE name.text = ? AND report.since <= ? ORDER BY report.since
                    """)
            return try Row.fetchAll(statement, arguments: [report.description, last])
        }
        var records: [Int: ReportRecord?] = [:]
        for row in rows {
            if let until: Int = row["until"], until <= last, records[until] == nil { records[until] = .some(nil) }
            records[row["since"]] = .some(try IndexError.wrapping(queue.path) { try Self.record(row: row) })
        }
        var versions: [(revision: Revision, record: ReportRecord?)] = []
        for (number, record) in records.sorted(by: { $0.key < $1.key }) {
            versions.append((try revision(number), record))
        }
        return versions
    }
}
