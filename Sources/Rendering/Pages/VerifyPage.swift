package import Facts

/// What was checked and what is wrong: `annals verify`.
package struct VerifyPage: Page {
    /// Something wrong.
    package struct Problem: Hashable, Sendable {
        /// The place: a path, a report, a line.
        package let place: String
        /// What is wrong there.
        package let what: String
        /// The next step; empty when there is none.
        package let hint: String

        /// A problem.
        package init(place: String, what: String, hint: String) {
            self.place = place
            self.what = what
            self.hint = hint
        }
    }

    /// What was checked, and how many of each.
    package let checked: [(what: String, count: Int)]
    /// What is wrong, in the order of display.
    package let problems: [Problem]

    /// A page of findings.
    package init(checked: [(what: String, count: Int)], problems: [Problem]) {
        self.checked = checked
        self.problems = problems
    }

    package var schema: String { "verify/1" }

    package var header: [String: JSONValue] {
        let checked = checked.map { JSONValue.object(["what": .string($0.what), "count": .integer($0.count)]) }
        return ["sound": .bool(problems.isEmpty), "problems": .integer(problems.count), "checked": .array(checked)]
    }

    package var items: [JSONValue] {
        problems.map { .object(["place": .string($0.place), "what": .string($0.what), "hint": .string($0.hint)]) }
    }

    package var document: Document {
        let counts = checked.map { Line([Span($0.count.grouped)]).then($0.what) }.commaSeparated
        let lead: Document.Block = .paragraph(Line([Span("checked", .dim)]).then(counts))
        guard !problems.isEmpty else {
            return Document([
                lead, .paragraph(Line([Span("=", .glyph)]).then("sound", .word).then("nothing is wrong", gap: 2)),
            ])
        }
        let total = Line([Span("!\(problems.count.grouped)", .glyph)])
            .then(problems.count == 1 ? "problem" : "problems", .word)
        let entries = problems.flatMap { [Document.Block.blank, .entry($0.entry)] }
        return Document([lead, .paragraph(total)] + entries)
    }
}

extension VerifyPage.Problem {
    fileprivate var entry: Entry {
        let title = (Line([Span("!", .glyph)]).then(place, .place) + [Span(":")]).then(what)
        return Entry(title, hint.isEmpty ? [] : [.field([Span("hint", .dim)], [Span(hint)])])
    }
}
