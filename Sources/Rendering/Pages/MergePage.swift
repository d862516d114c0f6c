package import Facts

/// What a merge did, or would do: `annals merge`.
package struct MergePage: Page {
    /// How it went.
    package enum Outcome: String, Hashable, Sendable {
        case nothingToDo = "nothing-to-do"
        case forwarded
        case joined
        case undecided

        fileprivate func words(_ name: String, isPreview: Bool) -> Line {
            switch self {
            case .nothingToDo:
                Line([Span("=", .glyph)]).then("nothing to merge", .word).then("all of \(name) is here", gap: 2)
            case .forwarded:
                Line([Span("&", .glyph)]).then(isPreview ? "would follow" : "followed", .word)
                    .then("\(name), which goes on from here", gap: 2)
            case .joined:
                Line([Span("&", .glyph)]).then(isPreview ? "would merge" : "merged", .word).then(name, .strong)
            case .undecided:
                Line([Span("!", .glyph)]).then("not merged", .word).then("\(name) waits for a choice", gap: 2)
            }
        }
    }

    /// One of the revisions.
    package struct Row: Hashable, Sendable {
        /// What it is: base, ours, theirs, now.
        package let role: String
        /// The revision.
        package let revision: Revision

        /// A revision in a role.
        package init(_ role: String, _ revision: Revision) { (self.role, self.revision) = (role, revision) }
    }

    /// Something counted: how many, of what, and what became of them.
    package struct Count: Hashable, Sendable {
        /// What is counted: reports, facts, decisions.
        package let what: String
        /// The name of the count for machines.
        package let key: String
        /// What became of them, in words.
        package let words: String
        /// How many.
        package let count: Int

        /// A count.
        package init(_ what: String, _ key: String, _ words: String, _ count: Int) {
            (self.what, self.key, self.words, self.count) = (what, key, words, count)
        }
    }

    /// Something that both sides changed, and nobody chose.
    package struct Undecided: Hashable, Sendable {
        /// What it is called where it is chosen: a report, or `vocabulary.yaml`.
        package let name: String
        /// Why neither side can be preferred.
        package let reason: String
        /// What stands on our side, a line each; none where it is gone.
        package let ours: [String]
        /// What stands on their side, a line each; none where it is gone.
        package let theirs: [String]

        /// Something to choose.
        package init(_ name: String, reason: String, ours: [String], theirs: [String]) {
            (self.name, self.reason, self.ours, self.theirs) = (name, reason, ours, theirs)
        }
    }

    /// What was merged, as the person named it.
    package let name: String
    /// How it went.
    package let outcome: Outcome
    /// Whether nothing was recorded because the person only asked.
    package let isPreview: Bool
    /// The revisions, in the order of display.
    package let rows: [Row]
    /// What was counted, in the order of display.
    package let counts: [Count]
    /// What waits for a choice, in the order of display.
    package let undecided: [Undecided]
    /// What people ruled differently on.
    package let disputes: [Dispute]
    /// What things are called.
    package let naming: Naming

    /// A page of a merge.
    package init(
        of name: String, _ outcome: Outcome, isPreview: Bool, rows: [Row], counts: [Count], undecided: [Undecided],
        disputes: [Dispute], naming: Naming
    ) {
        (self.name, self.outcome, self.isPreview, self.rows) = (name, outcome, isPreview, rows)
        (self.counts, self.undecided, self.disputes, self.naming) = (counts, undecided, disputes, naming)
    }

    package var schema: String { "merge/1" }

    package var header: [String: JSONValue] {
        [
            "merged": .string(name), "outcome": .string(outcome.rawValue), "preview": .bool(isPreview),
            "waits": .integer(undecided.count + disputes.count),
            "revisions": .array(
                rows.map { .object(["role": .string($0.role), "revision": .string($0.revision.id)]) }),
            "counts": .object(Dictionary(counts.map { ($0.key, .integer($0.count)) }) { first, _ in first }),
        ]
    }

    package var items: [JSONValue] { undecided.map(\.json) + disputes.map(\.json) }

    package var document: Document {
        let head: [Document.Block] =
            [.heading(outcome.words(name, isPreview: isPreview))] + (rows.isEmpty ? [] : [.entry(revisions)])
        let waiting = undecided.map { $0.entry(name) } + disputes.map { $0.entry(naming) }
        let entries = waiting.flatMap { [Document.Block.blank, .entry($0)] }
        return Document(head + entries + [.blank, .next(next.map { [Span($0, .command)] })])
    }

    /// The revisions and the counts, as fields.
    private var revisions: Entry {
        let revisions = rows.map { row in
            Entry.Detail.field(
                [Span(row.role, .dim)],
                Line([row.revision.span]).then(row.revision.day.description, gap: 2)
                    .then(String(row.revision.message.prefix { !$0.isNewline }), .strong, gap: 2)
                    .then("by \(row.revision.author)", .dim, gap: 2))
        }
        var kinds: [String] = []
        for count in counts where !kinds.contains(count.what) { kinds.append(count.what) }
        let counted = kinds.compactMap { kind -> Entry.Detail? in
            let parts = counts.filter { $0.what == kind && $0.count > 0 }
                .map { Line([Span($0.count.grouped, .glyph)]).tied($0.words) }
            return parts.isEmpty ? nil : .field([Span(kind, .dim)], parts.separated(by: "·"))
        }
        return Entry([], revisions + counted)
    }

    private var next: [String] {
        switch outcome {
        case .undecided: ["annals merge \(name) --take theirs", "annals diff HEAD..\(name)"]
        case .nothingToDo where disputes.isEmpty: ["annals log"]
        case _ where !disputes.isEmpty: ["annals review", "annals decisions"]
        default: isPreview ? ["annals merge \(name)"] : ["annals diff HEAD~1", "annals undo"]
        }
    }
}

extension MergePage.Undecided {
    fileprivate func entry(_ merged: String) -> Entry {
        let title = Line([Span("!", .glyph)]).then("undecided", .word).then(name, .place, gap: 2)
            .then(reason, gap: 2)
        let sides = [("ours", ours), ("theirs", theirs)].flatMap { side, lines -> [Entry.Detail] in
            let shown = lines.isEmpty ? ["withdrawn"] : lines
            return shown.enumerated().map { index, line in
                .field([Span(index == 0 ? side : "", .dim)], [Span(line)])
            }
        }
        let command = "annals merge \(merged) --take ours:\(name)"
        return Entry(title, sides + [.note([Span(command, .command)])])
    }

    fileprivate var json: JSONValue {
        .object([
            "kind": .string("undecided"), "name": .string(name), "reason": .string(reason),
            "ours": .strings(ours), "theirs": .strings(theirs),
        ])
    }
}
