/// Writes a document as GitHub-flavoured Markdown; blocks are headings, paragraphs, lists and tables, never raw HTML.
struct MarkdownRenderer {
    /// The document, ending in a line feed.
    func text(of document: Document) -> String {
        var output = ""
        var isInList = false
        for block in document.blocks {
            let lines = lines(of: block)
            guard !lines.isEmpty else { continue }
            let isEntry = if case .entry = block { true } else { false }
            if !output.isEmpty, !(isInList && isEntry) { output += "\n" }
            output += lines.map { $0 + "\n" }.joined()
            isInList = isEntry
        }
        return output
    }

    private func lines(of block: Document.Block) -> [String] {
        switch block {
        case .heading(let line): ["## " + string(line)]
        case .paragraph(let line): [string(line, startsLine: true)]
        case .entry(let entry):
            ["- " + string(entry.title, startsLine: true)] + entry.details.map { "  - " + string($0) }
        case .table(let table): lines(of: table)
        case .next(let commands):
            commands.isEmpty ? [] : ["Next: " + commands.map { string($0) }.joined(separator: " · ")]
        case .blank: []
        }
    }

    private func string(_ detail: Entry.Detail) -> String {
        switch detail {
        case .field(let label, let line): named(label, line)
        case .quote(let label, let words, let source):
            named(label, words) + (source.isEmpty ? "" : " — " + string(source))
        case .note(let line), .part(let line): string(line, startsLine: true)
        }
    }

    private func named(_ label: Line, _ line: Line) -> String {
        label.isEmpty ? string(line, startsLine: true) : string(label, startsLine: true) + ": " + string(line)
    }

    private func lines(of table: Table) -> [String] {
        let rule = table.columns.map { $0.alignment == .trailing ? "---:" : "---" }
        let header = table.columns.map { MarkdownText.escaped(VisibleText($0.name)) }
        let rows = table.rows.map { row in row.map { string($0) } }
        return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
    }

    // MARK: lines

    private func string(_ line: Line, startsLine: Bool = false) -> String {
        var output = ""
        for (index, part) in line.parts.enumerated() {
            switch part {
            case .tie: output += " "
            case .gap(let width): output += width > 1 ? " · " : " "
            case .span(let span):
                let next = index + 1 < line.parts.count ? line.parts[index + 1] : .gap(1)
                append(span, before: next, startsLine: startsLine, to: &output)
            }
        }
        return output
    }

    private func append(_ span: Span, before next: Line.Part, startsLine: Bool, to output: inout String) {
        guard span.role != .id, span.role != .command else { return output += MarkdownText.code(span.text) }
        let (opening, closing) = Self.marks(of: span.role)
        guard !opening.isEmpty, !span.text.isSpace else {
            return output += MarkdownText.escaped(span.text, startsLine: startsLine && output.isEmpty)
        }
        // Emphasis must not begin or end with a space; where it does so with a sign, that must not touch a letter.
        let (leading, trailing) = span.text.outerSpaces
        let text = span.text.trimmed
        let isApart = output.isEmpty || output.hasSuffix(" ") || !leading.isEmpty || text.startsWithWord
        output +=
            leading + (isApart ? "" : MarkdownText.joint) + opening + MarkdownText.escaped(text) + closing + trailing
        guard trailing.isEmpty, case .span(let follower) = next else { return }
        if span.role == .removed, follower.role == .added {
            output += " "
        } else if !text.endsWithWord, follower.text.startsWithWord {
            output += MarkdownText.joint
        }
    }

    private static func marks(of role: Span.Role) -> (opening: String, closing: String) {
        switch role {
        case .strong, .glyph, .word, .subject: ("**", "**")
        case .added: ("**", "**")
        case .removed: ("~~", "~~")
        default: ("", "")
        }
    }
}
