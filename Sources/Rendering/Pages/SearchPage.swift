package import Facts

/// Claims that say or quote some words, those that are gone among them: `annals search`.
package struct SearchPage: Page {
    /// A claim and the revisions that had it.
    package struct Found: Sendable {
        let claim: Claim
        let since: Revision
        let until: Revision?

        /// A claim that was there from one revision on; until another where it is gone.
        package init(_ claim: Claim, since: Revision, until: Revision?) {
            (self.claim, self.since, self.until) = (claim, since, until)
        }
    }

    /// A sentence of a report on which none of the claims rests.
    package struct Sentence: Sendable {
        let report: ReportName
        let found: SentenceSearch.Found

        /// A sentence.
        package init(_ found: SentenceSearch.Found, in report: ReportName) {
            (self.found, self.report) = (found, report)
        }
    }

    /// What was found, in the order of display.
    package let found: [Found]
    /// The sentences of reports that say so too, by report.
    package let sentences: [Sentence]
    /// Whether there is more.
    package let isCut: Bool
    /// What things are called.
    package let naming: Naming

    /// A page of claims; those of one fact stand together where its first one is.
    package init(_ found: [Found], sentences: [Sentence] = [], isCut: Bool, naming: Naming) {
        (self.found, self.sentences, self.isCut, self.naming) = (found, sentences, isCut, naming)
    }

    package var schema: String { "search/1" }
    package var header: [String: JSONValue] {
        [
            "count": .integer(found.count), "cut": .bool(isCut),
            "sentences": .array(
                sentences.map { sentence in
                    .object([
                        "report": .string(sentence.report.description), "line": .integer(sentence.found.line),
                        "sentence": .string(sentence.found.sentence),
                    ])
                }),
        ]
    }

    package var items: [JSONValue] {
        found.map { item in
            var members: [String: JSONValue] = [
                "claim": item.claim.json, "since": item.since.json,
                "subject": .string(naming.name(of: item.claim.subject)),
                "predicate": .string(naming.predicate(of: item.claim)),
            ]
            members["object"] = item.claim.object.map { .string(naming.name(of: $0)) }
            members["until"] = item.until?.json
            return .object(members)
        }
    }

    package var document: Document {
        guard let first = found.first else {
            return Document([.paragraph("no claim says so, now or ever before")] + sentenceBlocks)
        }
        var groups: [(fact: FactID, items: [Found])] = []
        for item in found {
            if let index = groups.firstIndex(where: { $0.fact == item.claim.fact }) {
                groups[index].items.append(item)
            } else {
                groups.append((item.claim.fact, [item]))
            }
        }
        let entries = groups.flatMap { group in [Document.Block.entry(entry(group.items)), .blank] }
        let gone = found.count { $0.until != nil }
        let count = Line([Span(found.count.of("claim"), .dim)]).then(
            gone > 0 ? "of them gone: \(gone.grouped)" : "", .dim, gap: 2
        )
        .then(isCut ? "there are more: --limit shows them" : "", .dim, gap: 2)
        return Document(
            entries + [
                .paragraph(count)
            ] + sentenceBlocks + [
                .next([[Span("annals history \(naming.shortID(first.claim.fact))", .command)]])
            ])
    }

    /// The sentences that say so and on which no claim rests that was found.
    private var sentenceBlocks: [Document.Block] {
        guard !sentences.isEmpty else { return [] }
        let title: Line = [Span("sentences of reports on which no such claim rests", .dim)]
        let entries = sentences.map { sentence in
            Document.Block.entry(
                Entry(
                    [],
                    [
                        .quote(
                            [], words: [Span("\""), Span(sentence.found.sentence, .quote), Span("\"")],
                            source: [
                                Span("\(sentence.report):\(sentence.found.line)", .place, of: .report(sentence.report))
                            ])
                    ]))
        }
        return [.blank, .paragraph(title)] + entries
    }

    private func entry(_ items: [Found]) -> Entry {
        let title = items.first.map { naming.id($0.claim.fact).then(naming.head(of: $0.claim), gap: 2) } ?? []
        return Entry(title, items.flatMap(details))
    }

    private func details(_ item: Found) -> [Entry.Detail] {
        let claim = item.claim
        let values = [naming.object(of: claim), naming.circumstances(of: claim)].separated(by: "·")
        let since = Line([Span("since", .dim)]).tied(item.since.day.description, .dim).then([
            item.since.span
        ])
        let gone = item.until.map {
            Line([Span("gone", .strong)]).then("since \($0.day)", .dim).then([$0.span])
        }
        return [
            .part([values, since, gone ?? []].filter { !$0.isEmpty }.spaced(2)),
            .quote([], words: claim.hedgeLine.then(claim.firstQuote), source: claim.source),
        ]
    }
}
