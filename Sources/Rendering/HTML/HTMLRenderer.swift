/// Writes documents as HTML: headings, paragraphs, cards and tables that need no script.
package struct HTMLRenderer: Sendable {
    /// The address of the page of a thing; `nil` where it has none.
    package let address: @Sendable (Target) -> String?
    /// The level of the first headings, 1 to 5; entries are one below.
    package let level: Int
    /// Whether commands to type next are shown.
    package let showsCommands: Bool

    /// A renderer; links lead nowhere unless told where.
    package init(
        level: Int = 1, showsCommands: Bool = true, address: @escaping @Sendable (Target) -> String? = { _ in nil }
    ) {
        (self.level, self.showsCommands, self.address) = (level, showsCommands, address)
    }

    /// The blocks of a document in a row.
    package func html(of document: Document) -> HTML { html(of: document.blocks) }

    /// Blocks in a row; entries are one heading below the blocks' own where these have one.
    package func html(of blocks: [Document.Block]) -> HTML {
        let hasHeading = blocks.contains { if case .heading = $0 { true } else { false } }
        return blocks.map { html(of: $0, entryLevel: hasHeading ? level + 1 : level) + .lineFeed }.joined
    }

    private func html(of block: Document.Block, entryLevel: Int) -> HTML {
        switch block {
        case .heading(let line): heading(level, [], html(of: line))
        case .paragraph(let line): paragraph(html(of: line))
        case .entry(let entry): html(of: entry, level: entryLevel)
        case .table(let table): html(of: table)
        case .next(let commands): next(commands)
        case .blank: .nothing
        }
    }

    private func paragraph(_ content: HTML) -> HTML { content.isEmpty ? .nothing : HTML("p", [], content) }

    /// An element for a heading of a level from 1; below the sixth there is none.
    package func heading(_ level: Int, _ attributes: [HTML.Attribute], _ content: HTML) -> HTML {
        switch level {
        case ...1: HTML("h1", attributes, content)
        case 2: HTML("h2", attributes, content)
        case 3: HTML("h3", attributes, content)
        case 4: HTML("h4", attributes, content)
        case 5: HTML("h5", attributes, content)
        default: HTML("h6", attributes, content)
        }
    }

    private func next(_ commands: [Line]) -> HTML {
        guard showsCommands, !commands.isEmpty else { return .nothing }
        let items = commands.map { HTML("li", [], html(of: $0)) }
        return HTML("nav", [.class("next"), HTML.Attribute("aria-label", "Next")], HTML("ul", [], items))
    }

    // MARK: entries

    /// An entry as a card; its title is a heading of the level told, its colour and sign those of what happened.
    package func html(of entry: Entry, level: Int, id: String? = nil) -> HTML {
        let sign = entry.title.spans.first { $0.role == .glyph }?.text.text.unicodeScalars.first
        let kind = sign.map(Self.kind) ?? "plain"
        let attributes: [HTML.Attribute] =
            [.class(entry.room.isBrief ? "entry brief \(kind)" : "entry \(kind)")] + (id.map { [.id($0)] } ?? [])
        return HTML(
            "article", attributes, heading(level, [.class("title")], html(of: entry.title)), details(entry.details))
    }

    /// What a sign says, as the name of a class.
    private static func kind(of sign: Unicode.Scalar) -> String {
        switch sign {
        case "!": "grave"
        case "?": "open"
        case "+": "new"
        case "-": "gone"
        case "~": "shifted"
        case "=": "agreed"
        default: "plain"
        }
    }

    /// What is told, in order: neighbours under a name are one list, the rest stands by itself.
    package func details(_ details: [Entry.Detail]) -> HTML {
        var output = HTML.nothing
        var named: [HTML] = []
        func close() {
            if !named.isEmpty { output += HTML("dl", [], named) }
            named = []
        }
        for detail in details {
            switch detail {
            case .field(let label, let line) where !label.isEmpty: named.append(row(label, html(of: line)))
            case .quote(let label, let words, let source) where !label.isEmpty:
                named.append(row(label, quotation(words, source)))
            case .field(_, let line), .note(let line):
                close()
                output += HTML("p", [.class("note")], html(of: line))
            case .part(let line):
                close()
                output += HTML("p", [.class("part")], html(of: line))
            case .quote(_, let words, let source):
                close()
                output += quotation(words, source)
            }
        }
        close()
        return output
    }

    private func row(_ label: Line, _ content: HTML) -> HTML {
        // The name of a side is a name, not a side.
        let name = label.spans.map { HTML($0.text) }.joined
        return HTML("div", [], HTML("dt", [], name), HTML("dd", [], content))
    }

    private func quotation(_ words: Line, _ source: Line) -> HTML {
        let quoted = HTML("blockquote", [.anyDirection], html(of: words))
        return HTML("figure", [], source.isEmpty ? [quoted] : [quoted, HTML("figcaption", [], html(of: source))])
    }

    // MARK: tables

    /// A table that scrolls by itself where the page is too narrow for it.
    package func html(of table: Table) -> HTML {
        func classes(_ column: Table.Column) -> [HTML.Attribute] {
            column.alignment == .trailing ? [.class("number")] : []
        }
        let head = table.columns.map { HTML("th", [HTML.Attribute("scope", "col")] + classes($0), HTML($0.name)) }
        let rows = table.rows.map { row in
            HTML("tr", [], zip(table.columns, row).map { HTML("td", classes($0), html(of: $1)) }) + .lineFeed
        }
        let names = table.columns.map(\.name).joined(separator: ", ")
        let region: [HTML.Attribute] = [
            .class("scroll"), HTML.Attribute("role", "region"), HTML.Attribute("tabindex", "0"),
            HTML.Attribute("aria-label", "Table: \(names)"),
        ]
        return HTML(
            "div", region,
            HTML("table", [], HTML("thead", [], HTML("tr", [], head)), HTML("tbody", [], rows)))
    }
}
