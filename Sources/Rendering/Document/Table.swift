/// Rows and columns; every row has as many cells as there are columns.
package struct Table: Hashable, Sendable {
    /// One column.
    package struct Column: Hashable, Sendable {
        /// How its cells are set.
        package enum Alignment: Hashable, Sendable {
            case leading, trailing
        }

        /// What its cells are.
        package let name: String
        /// How its cells are set.
        package let alignment: Alignment

        /// Words, set from the left.
        package static func words(_ name: String) -> Column { Column(name: name, alignment: .leading) }

        /// Numbers, set from the right.
        package static func numbers(_ name: String) -> Column { Column(name: name, alignment: .trailing) }
    }

    /// What the columns are.
    package let columns: [Column]
    /// The cells, row by row.
    package let rows: [[Line]]

    /// A table; missing cells are empty, those too many are left out.
    package init(_ columns: [Column], rows: [[Line]]) {
        self.columns = columns
        self.rows = rows.map { row in columns.indices.map { $0 < row.count ? row[$0] : Line() } }
    }
}
