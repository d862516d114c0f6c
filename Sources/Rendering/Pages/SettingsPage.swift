package import Facts

/// Settings and where they come from: `annals config`.
package struct SettingsPage: Page {
    /// A setting.
    package struct Row: Hashable, Sendable {
        /// Its full name.
        package let name: String
        /// What it is set to.
        package let value: String
        /// Whose file says so, or which variable.
        package let origin: String

        /// A setting.
        package init(name: String, value: String, origin: String) {
            (self.name, self.value, self.origin) = (name, value, origin)
        }
    }

    /// The settings that count, in the order of display.
    package let rows: [Row]
    private let showsOrigin: Bool

    /// A page of settings; where they come from is shown to people who ask.
    package init(_ rows: [Row], showsOrigin: Bool) { (self.rows, self.showsOrigin) = (rows, showsOrigin) }

    package var schema: String { "settings/1" }
    package var header: [String: JSONValue] { ["count": .integer(rows.count)] }

    package var items: [JSONValue] {
        rows.map {
            .object(["name": .string($0.name), "value": .string($0.value), "origin": .string($0.origin)])
        }
    }

    package var document: Document {
        guard !rows.isEmpty else { return Document([.paragraph("no settings")]) }
        let columns = (showsOrigin ? [Table.Column.words("from")] : []) + [.words("setting"), .words("value")]
        let lines = rows.map { row in
            (showsOrigin ? [Line([Span(row.origin, .dim)])] : []) + [Line([Span(row.name)]), Line([Span(row.value)])]
        }
        return Document([.table(Table(columns, rows: lines))])
    }
}
