package import Facts

/// What was checked and what is wrong: `annals verify`.
package struct VerifyPage: Page {
    /// Something wrong.
    package struct Problem: Hashable, Sendable {
        /// The place: a path, a report, a line.
        package let place: String
        /// What is wrong there.
        package let what: String
        /// What cannot be relied on for it.
        package let affected: [String]
        /// The next step; empty when there is none.
        package let hint: String

        /// A problem.
        package init(place: String, what: String, affected: [String] = [], hint: String) {
            self.place = place
            self.what = what
            self.affected = affected
            self.hint = hint
        }
    }

    /// What was checked, and how many of each.
    package let checked: [(what: String, count: Int)]
    /// What is wrong, in the order of display.
    package let problems: [Problem]

    /// What dead writers left, with which nothing is wrong.
    package let leftovers: [Problem]

    /// A page of findings.
    package init(checked: [(what: String, count: Int)], problems: [Problem], leftovers: [Problem] = []) {
        self.checked = checked
        self.problems = problems
        self.leftovers = leftovers
    }

    package var schema: String { "verify/1" }

    package var header: [String: JSONValue] {
        let checked = checked.map { JSONValue.object(["what": .string($0.what), "count": .integer($0.count)]) }
        return [
            "sound": .bool(problems.isEmpty), "problems": .integer(problems.count), "checked": .array(checked),
            "leftovers": .array(leftovers.map { .object(["place": .string($0.place), "what": .string($0.what)]) }),
        ]
    }

    package var items: [JSONValue] {
        problems.map { problem in
            .object([
                "place": .string(problem.place), "what": .string(problem.what), "hint": .string(problem.hint),
                "affected": .strings(problem.affected),
            ])
        }
    }

    package var document: Document {
        let counts = checked.map { Line([Span($0.count.grouped)]).then($0.what) }.commaSeparated
        let lead: Document.Block = .paragraph(Line([Span("checked", .dim)]).then(counts))
        let rest = leftovers.map { left in
            Document.Block.paragraph(Line([Span("left over", .dim)]).then(left.place, .place, gap: 2).then(left.what))
        }
        guard !problems.isEmpty else {
            let sound = Line([Span("=", .glyph)]).then("sound", .word).then("nothing is wrong", gap: 2)
            return Document([lead, .paragraph(sound)] + rest)
        }
        let total = Line([Span("!\(problems.count.grouped)", .glyph)])
            .then(problems.count == 1 ? "problem" : "problems", .word)
        let entries = problems.flatMap { [Document.Block.blank, .entry($0.entry)] }
        return Document([lead, .paragraph(total)] + entries + (rest.isEmpty ? [] : [.blank] + rest))
    }
}

extension VerifyPage.Problem {
    fileprivate var entry: Entry {
        let title = (Line([Span("!", .glyph)]).then(place, .place) + [Span(":")]).then(what)
        let marks = affected.map { Entry.Detail.field([Span("affects", .dim)], [Span($0)]) }
        return Entry(title, marks + (hint.isEmpty ? [] : [.field([Span("hint", .dim)], [Span(hint)])]))
    }
}
