package import FactDiff
package import Facts

/// What cannot all hold, and what no longer stands against one another: `annals contradictions`.
package struct ContradictionsPage: Page {
    /// The open contradictions, in the order of display.
    package let contradictions: [Contradiction]
    /// The lives of those that are over, in the order of display; empty where only the open ones were asked for.
    package let closed: [ContradictionLife]
    /// How much was checked at all.
    package let coverage: ContradictionCoverage
    /// The reports that the claims stand in.
    package let reports: [ReportName: ReportRecord]
    /// What things are called.
    package let naming: Naming
    /// The lives of all that the story ever had, by id; empty where they were not asked for.
    package let allLives: [ContradictionLife]
    private let lives: [ContradictionID: ContradictionLife]
    private let idLength: Int?

    /// A page of contradictions in the order given, which should be gravest first.
    ///
    /// - Parameters:
    ///   - lives: every contradiction that the story ever had, in any order.
    ///   - idLength: letters of an id that are shown; as many as tell it from the others unless told otherwise.
    package init(
        _ contradictions: [Contradiction], lives: [ContradictionLife] = [], closed: [ContradictionLife] = [],
        coverage: ContradictionCoverage, reports: [ReportName: ReportRecord], naming: Naming,
        idLength: Int? = nil
    ) {
        self.contradictions = contradictions
        self.closed = closed
        self.idLength = idLength
        allLives = lives.sorted { $0.id < $1.id }
        self.lives = Dictionary(lives.map { ($0.id, $0) }) { first, _ in first }
        self.coverage = coverage
        self.reports = reports
        self.naming = naming
    }

    package var schema: String { "contradictions/1" }

    package var header: [String: JSONValue] {
        [
            "count": .integer(contradictions.count), "closed": .integer(closed.count),
            "coverage": coverage.json(naming),
        ]
    }

    package var items: [JSONValue] {
        contradictions.map { json($0, lives[$0.id], isOpen: true) }
            + closed.map { json($0.latest, $0, isOpen: false) }
    }

    private func json(_ contradiction: Contradiction, _ life: ContradictionLife?, isOpen: Bool) -> JSONValue {
        var members = contradiction.json(naming) { reports[$0.report]?.source }
        members["open"] = .bool(isOpen)
        members["life"] = life.map { .array($0.steps.map(\.json)) }
        return .object(members)
    }

    package var document: Document {
        let end = extent
        let shown = contradictions + closed.map(\.latest)
        guard let first = shown.first else { return Document([.paragraph("no contradictions")] + end) }
        let history = "annals history \(naming.shortID(first.fact))"
        let resolve = contradictions.first.map { "annals resolve \($0.id.letters.prefix(8)) both-possible" }
        let entries =
            contradictions.map { entry($0, lives[$0.id], reports) } + closed.map { entry($0.latest, $0, reports) }
        return Document(
            [.paragraph(counts), .blank] + entries.flatMap { [Document.Block.entry($0), .blank] }
                + [.next(([history] + [resolve].compactMap(\.self)).map { [Span($0, .command)] }), .blank] + end)
    }

    /// How many there are of each kind, and how many are over.
    package var counts: Line {
        let open = Headline.allCases.compactMap { headline in
            let count = contradictions.count { $0.content.rawValue == headline.rawValue }
            return count > 0 ? headline.counted(count) : nil
        }
        let over: [Line] = closed.isEmpty ? [] : [Line([Span("=\(closed.count.grouped)", .glyph)]).tied("closed")]
        return (open + over).spaced(2)
    }

    /// The life of a contradiction; `nil` when it is not known.
    package func life(of id: ContradictionID) -> ContradictionLife? { lives[id] }

    /// A contradiction: its sides with their words, why, and its life.
    package func entry(_ contradiction: Contradiction) -> Entry { entry(contradiction, in: reports) }

    /// The same with other records of the reports, such as those of an earlier time.
    package func entry(_ contradiction: Contradiction, in reports: [ReportName: ReportRecord]) -> Entry {
        entry(contradiction, lives[contradiction.id], reports)
    }

    private func entry(
        _ contradiction: Contradiction, _ life: ContradictionLife?, _ reports: [ReportName: ReportRecord]
    ) -> Entry {
        let headline = Headline(rawValue: contradiction.content.rawValue) ?? .undetermined
        let isOver = life.map { !$0.isOpen } ?? false
        let over: Line = isOver ? Line([Span("=", .glyph)]).then("CLOSED", .word) : []
        let label = isOver ? over : headline.label(beside: [])
        let title = label.then([span(contradiction.id)], gap: 2).then(contradiction.title(naming), gap: 2)
        let because: [Entry.Detail] = [.note([Span("because \(contradiction.phrase)", .dim)])]
        let steps = life.map { $0.details } ?? []
        return Entry(title, contradiction.details(naming, reports) + because + steps)
    }

    private func span(_ id: ContradictionID) -> Span {
        let letters = idLength.map { String(id.letters.prefix($0)) } ?? id.start(telling: lives.keys)
        return Span(letters, .id, of: .contradiction(id))
    }

    // MARK: coverage

    /// How much was looked for contradictions at all.
    package var extent: [Document.Block] {
        var sentences = coverage.extent(naming).map { Line([Span($0, .dim)]) }
        if !coverage.unchecked.isEmpty, let last = sentences.popLast() {
            sentences.append(last.then(Self.hint))
        }
        return sentences.map { .paragraph($0) }
    }

    private static let hint = Line([Span("(annals", .hint)]).tied("vocabulary", .hint).tied("--unchecked)", .hint)
}
