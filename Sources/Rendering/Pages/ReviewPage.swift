package import FactDiff
package import Facts

/// What there is to rule on: `annals review --list`.
package struct ReviewPage: Page {
    /// One change to rule on.
    package struct Item: Sendable {
        /// How far it is: `pending`, `deferred`, `decided`, `accepted-by-rule`.
        package let status: String
        /// The decision or the standing rule that made it so; `nil` while it is pending.
        package let decision: Decision?
        /// The id by which it is ruled on.
        package let id: String
        /// The change.
        package let change: Change
        /// The contradiction that it opened and nobody settled.
        package let contradiction: ContradictionID?
        /// How many open items are like it, itself among them.
        package let likeCount: Int

        /// An item.
        package init(
            status: String, decision: Decision?, id: String, change: Change, contradiction: ContradictionID?,
            likeCount: Int
        ) {
            self.status = status
            self.decision = decision
            self.id = id
            self.change = change
            self.contradiction = contradiction
            self.likeCount = likeCount
        }
    }

    /// The items, in the order of review.
    package let listed: [Item]
    /// What people ruled differently on, in whichever revision; it comes first.
    package let disputes: [Dispute]
    /// What they are counted as: the status and how many have it.
    package let counts: [(status: String, count: Int)]
    /// The sides that are compared.
    package let sides: (before: ComparedSide, after: ComparedSide)
    /// What things are called.
    package let naming: Naming

    /// A page of items.
    package init(
        _ listed: [Item], disputes: [Dispute], counts: [(status: String, count: Int)], from before: ComparedSide,
        to after: ComparedSide, naming: Naming
    ) {
        self.listed = listed
        self.disputes = disputes
        self.counts = counts
        sides = (before, after)
        self.naming = naming
    }

    package var schema: String { "review/1" }
    package var header: [String: JSONValue] {
        [
            "before": sides.before.json, "after": sides.after.json,
            "disputes": .array(disputes.map(\.json)),
            "counts": .object(Dictionary(counts.map { ($0.status, .integer($0.count)) }) { first, _ in first }),
        ]
    }

    package var items: [JSONValue] {
        listed.map { item in
            var members: [String: JSONValue] = [
                "id": .string(item.id), "status": .string(item.status), "like": .integer(item.likeCount),
                "change": item.change.json(naming) { _ in nil },
            ]
            members["decision"] = item.decision.map { .string($0.id.letters) }
            members["contradiction"] = item.contradiction.map { .string($0.letters) }
            return .object(members)
        }
    }

    package var document: Document {
        let head = Document.Block.paragraph(Difference.arrow(sides.before.line, sides.after.line))
        let counted = counts.filter { $0.count > 0 }.map { Line([Span($0.count.grouped, .glyph)]).tied($0.status) }
        let totals: Line = counted.isEmpty ? "nothing to rule on" : counted.commaSeparated
        let disputed = disputes.flatMap { [Document.Block.entry($0.entry(naming)), .blank] }
        let entries = disputed + listed.flatMap { [Document.Block.entry($0.entry(naming)), .blank] }
        let next: [Line] =
            entries.isEmpty
            ? [[Span("annals log", .command)]]
            : [[Span("annals review", .command)], [Span("annals accept ID -m REASON", .command)]]
        return Document([head, .paragraph(totals), .blank] + entries + [.next(next)])
    }
}

extension ReviewPage.Item {
    fileprivate func entry(_ naming: Naming) -> Entry {
        let full = change.entry(naming)
        var entry = Entry(Line([Span(id, .id)]).then(full.title, gap: 2), full.details)
        if let decision {
            let how: Line = status == "accepted-by-rule" ? "by a standing rule:" : []
            entry.details.append(.note(how.then(decision.line)))
        }
        if let contradiction {
            let command = "annals resolve \(contradiction.letters.prefix(8)) both-possible"
            entry.details.append(.note(Line([Span("contradiction", .dim)]).then(command, .command)))
        }
        if likeCount > 1 { entry.details.append(.note([Span("\((likeCount - 1).of("more")) like it", .dim)])) }
        return entry
    }
}

/// One change to rule on, as it fills a screen.
package struct ReviewScreen: Sendable {
    /// The place in the queue, from 1, and how many there are.
    package let place: (number: Int, count: Int)
    /// The change.
    package let change: Change
    /// The sentences of the quotations, by claim.
    package let sentences: [ClaimID: QuotedSentence]
    /// How many open items are like it, itself among them.
    package let likeCount: Int
    /// What was done last; empty at first.
    package let news: Line
    /// What things are called.
    package let naming: Naming

    /// A screen.
    package init(
        place: (number: Int, count: Int), change: Change, sentences: [ClaimID: QuotedSentence], likeCount: Int,
        news: Line, naming: Naming
    ) {
        self.place = place
        self.change = change
        self.sentences = sentences
        self.likeCount = likeCount
        self.news = news
        self.naming = naming
    }

    /// The screen without its keys.
    package var document: Document {
        let counter = Line([Span("\(place.number)/\(place.count)", .strong)])
            .then("cause: \(change.cause.rawValue)", .dim, gap: 3)
            .then(likeCount > 1 ? [Span("\((likeCount - 1).of("more")) like it pending", .dim)] : [], gap: 3)
        let head: [Document.Block] = news.isEmpty ? [] : [.paragraph(news)]
        return Document(head + [.paragraph(counter), .blank, .entry(entry)])
    }

    /// The change by itself: what differs, the quotations in their sentences, and why it has its label.
    package var entry: Entry { change.entry(naming, explains: true, sentences: sentences) }
}
