package import Facts

/// A report sentence by sentence, with the facts that rest on each and the revision that first had them: `annals blame`.
package struct BlamePage: Page {
    /// A claim and since when its report says something of the fact.
    package struct Blamed: Sendable {
        /// The claim.
        package let claim: Claim
        let since: Revision
        let current: Revision

        /// A claim, the revision in which its report first said something of the fact, and the one that brought the claim as it is.
        package init(_ claim: Claim, since: Revision, current: Revision) {
            (self.claim, self.since, self.current) = (claim, since, current)
        }
    }

    /// A sentence and what rests on it.
    package struct Sentence: Sendable {
        let words: String
        let line: Int?
        let claims: [Blamed]

        /// Words of the report; without a line for claims that quote nothing which stands there.
        package init(_ words: String, line: Int?, claims: [Blamed]) {
            (self.words, self.line, self.claims) = (words, line, claims)
        }
    }

    /// What is known of the report.
    package let record: ReportRecord
    /// The sentences, in the order of the text.
    package let sentences: [Sentence]
    /// What things are called.
    package let naming: Naming

    /// A page of one report.
    package init(_ record: ReportRecord, _ sentences: [Sentence], naming: Naming) {
        (self.record, self.sentences, self.naming) = (record, sentences, naming)
    }

    package var schema: String { "blame/1" }

    package var header: [String: JSONValue] {
        ["report": record.json, "count": .integer(sentences.map(\.claims.count).reduce(0, +))]
    }

    package var items: [JSONValue] {
        sentences.map { sentence in
            var members: [String: JSONValue] = [
                "sentence": .string(sentence.words),
                "claims": .array(
                    sentence.claims.map {
                        .object(["claim": $0.claim.json, "since": $0.since.json, "current": $0.current.json])
                    }),
            ]
            members["line"] = sentence.line.map { .integer($0) }
            return .object(members)
        }
    }

    package var document: Document {
        let title = Line([Span("report", .dim)]).then(record.name.description, .strong).then(record.heading, gap: 2)
        let resting = sentences.filter { !$0.claims.isEmpty }.count
        let count = sentences.map(\.claims.count).reduce(0, +)
        let summary =
            "\(count.of("claim")) \(count == 1 ? "rests" : "rest") on \(resting) of \(sentences.filter { $0.line != nil }.count.of("sentence"))"
        let command = sentences.flatMap(\.claims).first.map { "annals history \(naming.shortID($0.claim.fact))" }
        let next = command.map { [Document.Block.blank, .next([[Span($0, .command)]])] } ?? []
        return Document(
            [.heading(title), .paragraph([Span(summary, .dim)])] + sentences.flatMap(blocks) + next)
    }

    private func blocks(_ sentence: Sentence) -> [Document.Block] {
        let place = Line([Span("\(sentence.line.map(String.init) ?? "-")", .place)])
        let words = Line([Span(sentence.words, sentence.claims.isEmpty ? .dim : .quote)])
        let details = sentence.claims.map { Entry.Detail.part($0.line(naming)) }
        return [.blank, .entry(Entry(place.then(words, gap: 2), details))]
    }
}

extension BlamePage.Blamed {
    /// The fact, what the claim says of it, and since when.
    package func line(_ naming: Naming) -> Line {
        let first = Line([Span("since", .dim)]).tied(since.day.description, .dim).then([since.span])
        let last: Line =
            since.id == current.id
            ? [] : Line([Span("as it is since", .dim)]).tied(current.day.description, .dim)
        let hedges = claim.hedges.map { Line([Span($0, .strong)]) }.commaSeparated
        return [naming.id(claim.fact), naming.statement(of: claim), hedges, first, last].filter { !$0.isEmpty }
            .spaced(2)
    }
}
