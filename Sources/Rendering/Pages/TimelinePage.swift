package import FactDiff
package import Facts

/// Facts by the time at which they are said to hold, and since when they are known: `annals timeline`.
package struct TimelinePage: Page {
    /// A fact that holds at some time.
    package struct Row: Sendable {
        /// The fact.
        package let fact: FactID
        /// Its claims with that time.
        package let claims: [Claim]
        /// When it holds.
        package let time: Time
        /// The first revision that had any claim of it.
        package let knownSince: Revision
        /// What it is open about; `nil` for nothing.
        package let mark: Headline?

        /// A fact, its claims with that time (at least one), and the first revision that had any claim of it.
        package init(_ fact: FactID, claims: [Claim], time: Time, knownSince: Revision, mark: Headline?) {
            (self.fact, self.claims, self.time) = (fact, claims, time)
            (self.knownSince, self.mark) = (knownSince, mark)
        }
    }

    /// What the rows are ordered by.
    package enum Order: String, Hashable, Sendable, CaseIterable {
        /// When it held in the world.
        case world
        /// Since when it is known.
        case known
    }

    /// The rows in the order of display.
    package let rows: [Row]
    /// Facts that say no time.
    package let undated: Int
    /// What the rows are ordered by.
    package let order: Order
    /// What things are called.
    package let naming: Naming

    /// A page of rows in the order given.
    package init(_ rows: [Row], undated: Int, order: Order, naming: Naming) {
        (self.rows, self.undated, self.order, self.naming) = (rows, undated, order, naming)
    }

    package var schema: String { "timeline/1" }

    package var header: [String: JSONValue] {
        ["count": .integer(rows.count), "undated": .integer(undated), "by": .string(order.rawValue)]
    }

    package var items: [JSONValue] {
        rows.map { row in
            var members: [String: JSONValue] = [
                "fact": .string(row.fact.letters), "time": .string(row.time.edtf),
                "knownSince": row.knownSince.json, "claims": .array(row.claims.map(\.json)),
            ]
            members["subject"] = row.claims.first.map { .string(naming.name(of: $0.subject)) }
            members["predicate"] = row.claims.first.map { .string(naming.predicate(of: $0)) }
            members["object"] = row.claims.first?.object.map { .string(naming.name(of: $0)) }
            members["open"] = row.mark.map { .string($0.rawValue) }
            return .object(members)
        }
    }

    package var document: Document {
        guard let first = rows.first else {
            return Document([.paragraph("no fact says a time here"), .paragraph(undatedLine)])
        }
        let columns: [Table.Column] = [
            .words("in the world"), .words("known since"), .words("fact"), .words("what, on whose word"),
        ]
        let table = Table(columns, rows: rows.map(cells))
        return Document([
            .table(table), .blank,
            .paragraph(Line([Span(rows.count.of("row"), .dim)]).then(undatedLine, gap: 2)),
            .next([[Span("annals show \(naming.shortID(first.fact))", .command)]]),
        ])
    }

    private var undatedLine: Line {
        undated > 0
            ? Line([Span("\(undated.of("fact")) without a time:", .dim)]).then("annals timeline --undated", .command)
            : []
    }

    private func cells(_ row: Row) -> [Line] {
        [
            [Span(row.time.edtf)], [Span(row.knownSince.day.description)], naming.id(row.fact),
            statement(row).then(backing(row), gap: 2),
        ]
    }

    /// What holds then, and whether that is contradicted.
    package func statement(_ row: Row) -> Line {
        guard let claim = row.claims.first else { return [] }
        let arguments = claim.arguments.sorted { $0.key < $1.key }.map { name, value in
            Line([Span(name, .dim)]).then(naming.name(of: value))
        }
        let what = ([naming.title(of: claim)] + arguments).filter { !$0.isEmpty }.separated(by: "·")
        let hedges = claim.hedges.map { Line([Span($0, .strong)]) }.commaSeparated
        let mark: Line = row.mark.map { Line([Span($0.glyph, .glyph)]).tied($0.rawValue, .word) } ?? []
        return [mark, what, hedges].filter { !$0.isEmpty }.spaced(2)
    }

    /// On whose word: the first report, and how many more.
    package func backing(_ row: Row) -> Line {
        guard let claim = row.claims.first else { return [] }
        let reports = Set(row.claims.map(\.report)).count
        return claim.source.then(reports > 1 ? [Span("+\(reports - 1)", .dim)] : [])
    }
}
