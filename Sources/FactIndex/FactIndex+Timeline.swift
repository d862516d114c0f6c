package import Facts
import GRDB

/// A fact that holds at some time in the world.
package struct TimelineRow: Hashable, Sendable {
    /// The fact as it is at the revision.
    package let fact: FactID
    /// Its claims that have the time, the earliest known first.
    package let claims: [Claim]
    /// When it holds.
    package let time: Time
    /// The number of the first revision that had any claim of the fact.
    package let knownSince: Int
}

extension FactIndex {
    /// The facts of a revision that hold at a stated time, one row for each time that a fact is said to hold at.
    ///
    /// Sorted by when they begin, then by when they end; those without a beginning stand first.
    /// - Parameters:
    ///   - window: instants of which a row's time must include one, in seconds from 1970-01-01T00:00:00Z; `nil` is without bound.
    ///   - isWanted: whether a claim is looked for.
    package func timeline(
        at number: Int, from start: Int?, to end: Int?, where isWanted: (Claim) -> Bool
    ) throws(IndexError) -> [TimelineRow] {
        let claims = try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(IndexedClaim.columns) FROM \(IndexedClaim.tables) WHERE since <= ? AND ifnull(until, ?) > ?
                    AND (earliest IS NOT NULL OR latest IS NOT NULL)
                    AND ifnull(latest, ?) > ? AND ifnull(earliest, ?) < ? ORDER BY claim.number
                    """,
                arguments: [number, Int.max, number, Int.max, start ?? .min, Int.min, end ?? .max]
            ).map(IndexedClaim.init)
        }
        let known = try knownSince(Set(claims.map(\.claim.fact)))
        var rows: [RowKey: TimelineRow] = [:]
        for indexed in claims where isWanted(indexed.claim) {
            guard let time = indexed.claim.time else { continue }
            let key = RowKey(fact: indexed.claim.fact, time: time)
            rows[key] = TimelineRow(
                fact: key.fact, claims: (rows[key]?.claims ?? []) + [indexed.claim], time: time,
                knownSince: known[key.fact] ?? indexed.since)
        }
        return rows.values.sorted {
            $0.order.lexicographicallyPrecedes($1.order) || $0.order == $1.order && $0.fact.letters < $1.fact.letters
        }
    }

    /// The facts of a revision of which no claim says a time.
    package func undatedFacts(
        at number: Int, where isWanted: (Claim) -> Bool
    ) throws(IndexError) -> Set<FactID> {
        try read { database in
            let claims = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(IndexedClaim.columns) FROM \(IndexedClaim.tables) WHERE since <= :at AND ifnull(until, :end) > :at
                    AND fact NOT IN (
                        SELECT fact FROM claim WHERE since <= :at AND ifnull(until, :end) > :at
                        AND (earliest IS NOT NULL OR latest IS NOT NULL)
                    )
                    """, arguments: ["at": number, "end": Int.max]
            ).map { try IndexedClaim(row: $0).claim }
            return Set(claims.filter(isWanted).map(\.fact))
        }
    }

    /// The number of the first revision that had any claim of a fact.
    private func knownSince(_ facts: Set<FactID>) throws(IndexError) -> [FactID: Int] {
        try read { database in
            let statement = try database.cachedStatement(sql: "SELECT min(since) FROM claim WHERE fact = ?")
            var known: [FactID: Int] = [:]
            for fact in facts { known[fact] = try Int.fetchOne(statement, arguments: [fact]) }
            return known
        }
    }
}

private struct RowKey: Hashable {
    let fact: FactID
    let time: Time
}

extension TimelineRow {
    fileprivate var order: [Int] { [time.start.earliest ?? .min, time.end.latest ?? .max, knownSince] }
}
