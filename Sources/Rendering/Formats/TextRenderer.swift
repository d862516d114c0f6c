/// Lays a document out for a terminal.
package struct TextRenderer {
    private let style: TextStyle

    /// A renderer for a terminal of this style.
    package init(style: TextStyle) { self.style = style }

    private var folding: Folding { Folding(width: style.width, marksChanges: !style.isColoured) }
    /// Columns by which details stand to the right of their entry.
    private static let indent = 4

    /// The document as lines, each ending in a line feed; no line is wider than the style says.
    package func text(of document: Document) -> String {
        var output = ""
        var isBlankPending = false
        for block in document.blocks {
            if block == .blank {
                isBlankPending = !output.isEmpty
                continue
            }
            let rows = rows(of: block)
            guard !rows.isEmpty else { continue }
            if isBlankPending { output += "\n" }
            isBlankPending = false
            for row in rows {
                output += string(row)
                output += "\n"
            }
        }
        return output
    }

    private func rows(of block: Document.Block) -> [Folding.Row] {
        switch block {
        case .heading(let line): folding.rows(line, hang: 2)
        case .paragraph(let line): folding.rows(line, hang: 2)
        case .entry(let entry): rows(of: entry)
        case .table(let table): rows(of: table)
        case .next(let commands): rows(of: commands)
        case .blank: []
        }
    }

    // MARK: entries

    private func rows(of entry: Entry) -> [Folding.Row] {
        if case .rows(let limit) = entry.room {
            let indented = Folding.indented(Self.indent)
            let details = entry.details.flatMap {
                folding.rows($0.line, after: indented, hang: Self.indent, atMost: limit)
            }
            return folding.rows(entry.title, atMost: 1) + details
        }
        let labels = entry.details.compactMap(\.label).map(folding.columns)
        let column = Self.indent + min(labels.max() ?? 0, style.width / 4) + 2
        return folding.rows(entry.title, hang: 2) + entry.details.flatMap { rows(of: $0, column: column) }
    }

    private func rows(of detail: Entry.Detail, column: Int) -> [Folding.Row] {
        switch detail {
        case .field(let label, let line): return labelled(label, line, column)
        case .quote(let label, let words, let source):
            let column = label.isEmpty ? Self.indent : column
            let rows = labelled(label, words, column)
            return rows.dropLast() + follow(source, rows.last ?? Folding.Row(), hang: column)
        case .note(let line): return folding.rows(line, after: Folding.indented(Self.indent), hang: Self.indent + 2)
        case .part(let line): return folding.rows(line, after: Folding.indented(2), hang: Self.indent)
        }
    }

    /// A line in its column, its label to the left, or above where the label is too wide.
    private func labelled(_ label: Line, _ line: Line, _ column: Int) -> [Folding.Row] {
        var above = folding.rows(label, after: Folding.indented(Self.indent), hang: Self.indent)
        if !label.isEmpty, above.count > 1 || above[0].columns > column - 2 { above.append(Folding.Row()) }
        var row = above.removeLast()
        row.append(spaces: column - row.columns)
        return above + folding.rows(line, after: row, hang: column)
    }

    /// A source beside the end of its quotation where there is room, otherwise under it.
    private func follow(_ source: Line, _ last: Folding.Row, hang: Int) -> [Folding.Row] {
        guard !source.isEmpty else { return [last] }
        let columns = folding.columns(source)
        guard last.columns + 2 + columns <= style.width else {
            return [last] + folding.rows(source, after: Folding.indented(min(hang, style.width / 2)), hang: hang + 2)
        }
        var row = last
        row.append(spaces: 2)
        return folding.rows(source, after: row)
    }

    private func rows(of commands: [Line]) -> [Folding.Row] {
        commands.enumerated().flatMap { index, command in
            var row = Folding.Row()
            row.append([Folding.Piece(text: index == 0 ? "next: " : "      ", role: .dim)], 6)
            return folding.rows(command, after: row, hang: 8)
        }
    }

    // MARK: tables

    private func rows(of table: Table) -> [Folding.Row] {
        let widths = table.columns.indices.map { index in
            max(
                DisplayWidth.columns(of: table.columns[index].name),
                table.rows.map { folding.columns($0[index]) }.max() ?? 0)
        }
        let others = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        // The last column may fold; where not even that leaves room, every row becomes a list.
        guard style.width - others >= min(widths.last ?? 0, 20) else { return stacked(table) }
        let header = table.columns.map { Line([Span($0.name, .dim)]) }
        return ([header] + table.rows).flatMap { row(of: $0, table.columns, widths) }
    }

    private func row(of cells: [Line], _ columns: [Table.Column], _ widths: [Int]) -> [Folding.Row] {
        var row = Folding.Row()
        for (index, cell) in cells.dropLast().enumerated() {
            let padding = widths[index] - folding.columns(cell)
            if columns[index].alignment == .trailing { row.append(spaces: padding) }
            row = Folding(width: .max, marksChanges: folding.marksChanges).rows(cell, after: row)[0]
            if columns[index].alignment == .leading { row.append(spaces: padding) }
            row.append(spaces: 2)
        }
        guard let last = cells.last, let alignment = columns.last?.alignment, let width = widths.last else { return [] }
        let start = row.columns
        if alignment == .trailing { row.append(spaces: min(width, style.width - start) - folding.columns(last)) }
        return folding.rows(last, after: row, hang: start)
    }

    private func stacked(_ table: Table) -> [Folding.Row] {
        table.rows.flatMap { cells -> [Folding.Row] in
            guard let title = cells.first else { return [] }
            let details = zip(table.columns, cells).dropFirst().map { column, cell in
                Entry.Detail.field(Line([Span(column.name, .dim)]), cell)
            }
            return rows(of: Entry(title, details))
        }
    }

    // MARK: characters

    private func string(_ row: Folding.Row) -> String {
        var row = row
        while var last = row.pieces.popLast() {
            last.text = last.text.withoutTrailingSpaces
            guard last.text.isEmpty else {
                row.pieces.append(last)
                break
            }
        }
        return row.pieces.map(string).joined()
    }

    private func string(_ piece: Folding.Piece) -> String {
        let attributes = style.attributes(of: piece.role)
        return attributes.isEmpty ? piece.text : "\u{1B}[\(attributes)m\(piece.text)\u{1B}[0m"
    }
}

extension String {
    fileprivate var withoutTrailingSpaces: String {
        let end = utf8.lastIndex { $0 != 0x20 }.map { utf8.index(after: $0) } ?? startIndex
        return String(self[..<end])
    }
}

extension Entry.Detail {
    /// All of it in a line.
    fileprivate var line: Line {
        switch self {
        case .field(let label, let line): label.then(line, gap: 2)
        case .quote(let label, let words, let source): label.then(words, gap: 2).then(source, gap: 2)
        case .note(let line), .part(let line): line
        }
    }

    /// What stands in the column of names.
    fileprivate var label: Line? {
        switch self {
        case .field(let label, _), .quote(let label, _, _): label
        case .note, .part: nil
        }
    }
}
