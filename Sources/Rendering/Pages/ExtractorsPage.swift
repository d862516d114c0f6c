package import Facts

/// What can read reports here: `annals extractor list`.
package struct ExtractorsPage: Page {
    /// An extractor.
    package struct Row: Hashable, Sendable {
        /// What it is asked for by.
        package let name: String
        /// Whether it is the one that is used when nobody says.
        package let isPreferred: Bool
        /// Where it is said how it is made; `nil` for one that is built in.
        package let origin: String?
        /// What reads; `nil` when it cannot be had.
        package let fingerprint: ExtractorFingerprint?
        /// Why it cannot be had; empty when it can.
        package let problem: String

        /// An extractor that can be had, or not.
        package init(
            name: String, isPreferred: Bool, origin: String?, fingerprint: ExtractorFingerprint?, problem: String = ""
        ) {
            (self.name, self.isPreferred, self.origin) = (name, isPreferred, origin)
            (self.fingerprint, self.problem) = (fingerprint, problem)
        }
    }

    /// The extractors, in the order of display.
    package let rows: [Row]

    /// A page of extractors.
    package init(_ rows: [Row]) { self.rows = rows }

    package var schema: String { "extractors/1" }
    package var header: [String: JSONValue] { ["count": .integer(rows.count)] }

    package var items: [JSONValue] {
        rows.map { row in
            var members: [String: JSONValue] = [
                "name": .string(row.name), "preferred": .bool(row.isPreferred),
                "origin": .string(row.origin ?? Self.builtIn),
            ]
            members["fingerprint"] = row.fingerprint.map { .string($0.description) }
            if !row.problem.isEmpty { members["problem"] = .string(row.problem) }
            return .object(members)
        }
    }

    package var document: Document {
        guard !rows.isEmpty else { return Document([.paragraph("no extractors")]) }
        let columns: [Table.Column] = [.words("extractor"), .words("from"), .words("fingerprint")]
        let lines = rows.map { row in
            [
                Line([Span(row.isPreferred ? "\(row.name) *" : row.name, row.isPreferred ? .strong : .plain)]),
                Line([Span(row.origin ?? Self.builtIn, .dim)]),
                Line([Span(row.fingerprint?.description ?? row.problem)]),
            ]
        }
        return Document([
            .table(Table(columns, rows: lines)), .blank,
            .paragraph([Span("* is used when none is named", .dim)]),
        ])
    }

    private static let builtIn = "built in"
}
