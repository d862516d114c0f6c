package import FactDiff
package import Facts

/// What cannot all hold: `annals contradictions`.
package struct ContradictionsPage: Page {
    /// How many predicates in use say that there is one value only: the others are never checked.
    package struct Coverage: Hashable, Sendable {
        /// Predicates in use that declare a single value.
        package let singleValued: Int
        /// Predicates in use.
        package let inUse: Int

        /// A coverage.
        package init(singleValued: Int, inUse: Int) {
            self.singleValued = singleValued
            self.inUse = inUse
        }
    }

    /// The contradictions, in the order of display.
    package let contradictions: [Contradiction]
    /// How much was checked at all.
    package let coverage: Coverage
    /// The reports that the claims stand in.
    package let reports: [ReportName: ReportRecord]
    /// What things are called.
    package let naming: Naming

    /// A page of contradictions in the order given, which should be gravest first.
    package init(
        _ contradictions: [Contradiction], coverage: Coverage, reports: [ReportName: ReportRecord], naming: Naming
    ) {
        self.contradictions = contradictions
        self.coverage = coverage
        self.reports = reports
        self.naming = naming
    }

    package var schema: String { "contradictions/1" }

    package var header: [String: JSONValue] {
        [
            "count": .integer(contradictions.count),
            "coverage": .object([
                "singleValued": .integer(coverage.singleValued), "inUse": .integer(coverage.inUse),
            ]),
        ]
    }

    package var items: [JSONValue] { contradictions.map(json) }

    private func json(_ contradiction: Contradiction) -> JSONValue {
        let claim = contradiction.sides.first?.first
        var members: [String: JSONValue] = [
            "fact": .string(contradiction.fact.letters), "content": .string(contradiction.content.rawValue),
            "trace": contradiction.trace.json,
            "sides": .array(
                contradiction.sides.map { side in
                    .array(side.map { $0.sideJSON(source: reports[$0.report]?.source) })
                }),
        ]
        members["subject"] = claim.map { .string(naming.name(of: $0.subject)) }
        members["predicate"] = claim.map { .string(naming.predicate(of: $0)) }
        return .object(members)
    }

    package var document: Document {
        let unchecked = coverage.inUse - coverage.singleValued
        let predicates = coverage.inUse == 1 ? "predicate" : "predicates"
        let last =
            "\(coverage.singleValued.grouped) of \(coverage.inUse.grouped) \(predicates) in use declare "
            + "single-valued; \(unchecked.grouped) unchecked"
        let end: [Document.Block] = [.paragraph([Span(last, .dim)])]
        guard let first = contradictions.first else { return Document([.paragraph("no contradictions")] + end) }
        let command = "annals history \(naming.shortID(first.fact))"
        let entries = contradictions.flatMap { [Document.Block.entry(entry($0)), .blank] }
        return Document([.paragraph(counts), .blank] + entries + [.next([[Span(command, .command)]]), .blank] + end)
    }

    private var counts: Line {
        Headline.allCases.compactMap { headline in
            let count = contradictions.count { $0.content.rawValue == headline.rawValue }
            return count > 0 ? headline.counted(count) : nil
        }.spaced(2)
    }

    private func entry(_ contradiction: Contradiction) -> Entry {
        guard let claim = contradiction.sides.first?.first else { return Entry([]) }
        let headline = Headline(rawValue: contradiction.content.rawValue) ?? .undetermined
        let fields = Set(contradiction.trace.compared.filter { !$0.equality.isSameMeaning }.map(\.name))
        let title = headline.label(beside: []).then(naming.id(contradiction.fact), gap: 2)
            .then(naming.statement(of: claim, without: fields), gap: 2)
        let sides = contradiction.sides.flatMap { details($0, fields) }
        let phrase = contradiction.trace.rule.phrase
        return Entry(
            title, sides + [.note([Span("because \(phrase)", .dim)])])
    }

    /// One side: what it says, then each claim that says so.
    private func details(_ side: [Claim], _ fields: Set<String>) -> [Entry.Detail] {
        // The claim that says most speaks for its side.
        guard let fullest = side.max(by: { $0.detail < $1.detail }) else { return [] }
        let quotes = side.map { claim in
            Entry.Detail.quote(
                [], words: claim.hedgeLine.then(claim.firstQuote),
                source: claim.source.then(reports[claim.report].map(\.byline) ?? [], gap: 2))
        }
        return [.part(Line([Span("·", .dim)]).then(naming.values(of: fullest, in: fields)))] + quotes
    }
}

extension Claim {
    /// How many parts it fills.
    fileprivate var detail: Int { arguments.count + (object == nil ? 0 : 1) + (time == nil ? 0 : 1) }
}

extension Naming {
    /// What a claim says in the parts named; the object when it says nothing there.
    func values(of claim: Claim, in fields: Set<String>) -> Line {
        var parts: [Line] = []
        if fields.contains("polarity") { parts.append([Span(claim.polarity.rawValue, .strong)]) }
        if fields.contains("object") { parts.append(object(of: claim)) }
        for (role, value) in claim.arguments.sorted(by: { $0.key < $1.key }) where fields.contains("arguments.\(role)")
        {
            parts.append(Line([Span(role, .dim)]).then(name(of: value), .strong))
        }
        if fields.contains("time") { parts.append([Span(claim.time?.edtf ?? "at no stated time")]) }
        let line = parts.separated(by: "·")
        return line.isEmpty ? object(of: claim) : line
    }
}
