package import Facts

/// What was done to a story: `annals operations`.
package struct OperationsPage: Page {
    /// One operation.
    package struct Row: Hashable, Sendable {
        /// Its number.
        package let number: Int
        /// When it was done, in seconds from 1970-01-01T00:00:00Z; `nil` when nobody logged it.
        package let seconds: Int?
        /// Who did it.
        package let author: String
        /// What was typed; empty when it is not known.
        package let command: String
        /// What it did.
        package let words: String
        /// The newest revision before, 40 hexadecimal digits; `nil` before the first.
        package let before: String?
        /// The newest revision after.
        package let after: String

        /// An operation.
        package init(
            number: Int, seconds: Int?, author: String, command: String, words: String, before: String?, after: String
        ) {
            self.number = number
            self.seconds = seconds
            self.author = author
            self.command = command
            self.words = words
            self.before = before
            self.after = after
        }
    }

    /// The operations, in the order of display.
    package let rows: [Row]

    /// A page of operations in the order given, which should be newest first.
    package init(_ rows: [Row]) { self.rows = rows }

    package var schema: String { "operations/1" }
    package var header: [String: JSONValue] { ["count": .integer(rows.count)] }
    package var items: [JSONValue] { rows.map(\.json) }

    package var document: Document {
        guard let newest = rows.first else { return Document([.paragraph("no operation yet")]) }
        let next: Line =
            newest.before == nil ? [Span("annals log", .command)] : [Span("annals undo", .command)]
        return Document(rows.map { .entry($0.entry) } + [.blank, .next([next])])
    }
}

extension OperationsPage.Row {
    fileprivate var entry: Entry {
        let title = Line([Span("\(number)", .id)]).then(time ?? "-", gap: 2).then(words, .strong, gap: 2)
        let move =
            Line([Span(before.map { String($0.prefix(8)) } ?? "-", .id), Span("..")])
            + [Span(String(after.prefix(8)), .id)]
        let who: Line = author.isEmpty ? [] : [Span("by \(author)", .dim)]
        let typed: Line = command.isEmpty ? [] : [Span(command, .command)]
        return Entry(title, [typed, [move, who].spaced(2)].filter { !$0.isEmpty }.map(Entry.Detail.note))
    }

    private var time: String? { seconds.map(\.timeOfDay) }

    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "operation": .integer(number), "author": .string(author), "command": .string(command),
            "summary": .string(words), "after": .string(after),
        ]
        members["before"] = before.map(JSONValue.string)
        members["time"] = seconds.map(JSONValue.integer)
        return .object(members)
    }
}
