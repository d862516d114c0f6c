package import FactDiff
package import Facts

/// All that a fact rests on, and what says otherwise: `annals why FACT`.
package struct WhyPage: Page {
    /// A revision that changed the fact, with what its claims rest on.
    package struct Step: Sendable {
        let revision: Revision
        let changes: [Change]
        let witnesses: [ClaimID: Witness]

        /// A revision, how it changed the fact, and the words behind the claims that it tells of.
        package init(_ revision: Revision, _ changes: [Change], _ witnesses: [ClaimID: Witness]) {
            (self.revision, self.changes, self.witnesses) = (revision, changes, witnesses)
        }
    }

    /// The fact as it is, or as it last was.
    package let fact: Fact
    /// Whether it is there in the newest revision that was looked at.
    package let isStanding: Bool
    /// What the fact stands against.
    package let contradictions: [Contradiction]
    /// What was ruled on its contradictions, oldest first.
    package let decisions: [Decision]
    /// The reports that its claims stand in.
    package let reports: [ReportName: ReportRecord]
    /// What things are called.
    package let naming: Naming
    private let history: HistoryPage
    private let witnesses: [String: [ClaimID: Witness]]

    /// A page of one fact; the steps in any order.
    ///
    /// - Parameter stale: by revision that changed the fact, the facts that rested on it and stayed as they were.
    package init(
        _ fact: Fact, isStanding: Bool, steps: [Step], contradictions: [Contradiction], decisions: [Decision] = [],
        reports: [ReportName: ReportRecord], naming: Naming, stale: [String: [Fact]] = [:]
    ) {
        (self.fact, self.isStanding, self.contradictions) = (fact, isStanding, contradictions)
        (self.decisions, self.reports, self.naming) = (decisions, reports, naming)
        history = HistoryPage(
            fact, steps: steps.map { ($0.revision, $0.changes) }, reports: reports, naming: naming, stale: stale)
        witnesses = Dictionary(steps.map { ($0.revision.id, $0.witnesses) }) { first, _ in first }
    }

    package var schema: String { "why/1" }

    package var header: [String: JSONValue] {
        var members = history.header
        members["standing"] = .bool(isStanding)
        members["open"] = mark.map { .string($0.rawValue) }
        members["claims"] = .array(fact.claims.map { $0.sideJSON(source: reports[$0.report]?.source) })
        members["contradictions"] = .array(
            contradictions.map { .object($0.json(naming) { reports[$0.report]?.source }) })
        members["decisions"] = .array(decisions.map(\.json))
        return members
    }

    package var items: [JSONValue] {
        zip(history.steps, history.items).map { step, item in
            var members = item.object ?? [:]
            let known = witnesses[step.revision.id] ?? [:]
            members["witnesses"] = .object(
                Dictionary(uniqueKeysWithValues: known.map { ($0.key.description, $0.value.json) }))
            return .object(members)
        }
    }

    private var mark: Headline? { contradictions.marks[fact.id] }

    package var document: Document {
        guard let leader = fact.leader(reports) else { return Document() }
        let title = Line([Span("why", .dim)]).then(naming.id(fact.id)).then(naming.head(of: leader), gap: 2)
        let entries = history.steps.flatMap { [Document.Block.blank, .entry(entry($0.revision, $0.changes))] }
        let standings = StandingRulings(decisions, vocabulary: naming.vocabulary).standings
        let ruled = decisions.reversed().map { $0.entry(naming, standing: standings[$0.id] ?? .over) }
        let opposed = (contradictions.map(entry) + ruled).flatMap { [Document.Block.blank, .entry($0)] }
        return Document(
            [.heading(title), .paragraph(standing), .paragraph(says(leader))] + opposed + entries
                + [.blank, .next(commands(leader).map { [Span($0, .command)] })])
    }

    /// How many stand behind it, and what is open about it.
    private var standing: Line {
        let marked: Line = mark.map { Line([Span($0.glyph, .glyph)]).then($0.rawValue, .word) } ?? []
        guard isStanding else {
            return Line([Span("-", .glyph)]).then("gone", .word).then("nothing is said of it any more", .dim, gap: 2)
        }
        return Line([Span(fact.claims.count.of("claim"), .dim)]).then("in", .dim).then(fact.reach(reports))
            .then(marked, gap: 2)
    }

    private func says(_ leader: Claim) -> Line {
        let word = isStanding ? "says" : "last said"
        return Line([Span(word, .dim)]).then(leader.hedgeLine.then(naming.statement(of: leader)), gap: 2)
    }

    private func entry(_ contradiction: Contradiction) -> Entry {
        let headline = Headline(rawValue: contradiction.content.rawValue) ?? .undetermined
        let title = headline.label(beside: []).then(contradiction.title(naming), gap: 2)
        let because = Entry.Detail.note([Span("because \(contradiction.phrase)", .dim)])
        return Entry(title, contradiction.details(naming, reports).dropFirst() + [because])
    }

    private func entry(_ revision: Revision, _ changes: [Change]) -> Entry {
        let known = witnesses[revision.id] ?? [:]
        let details = changes.flatMap { change -> [Entry.Detail] in
            guard let claim = change.told else { return [] }
            return [.part(change.historyTitle(naming))] + witnessDetails(claim, known[claim.id])
                + [.field([Span("because", .dim)], [Span(change.trace.sentence, .dim)])]
        }
        return Entry(history.title(of: revision), details + history.remarks(on: revision))
    }

    private func witnessDetails(_ claim: Claim, _ witness: Witness?) -> [Entry.Detail] {
        guard let witness else {
            return [.quote([], words: claim.hedgeLine.then(claim.firstQuote), source: claim.source)]
        }
        let reader = witness.record.extractor.map {
            Entry.Detail.field([Span("read by", .dim)], [Span($0.description)])
        }
        let ruled = witness.decision.map { decision in
            let why: Line = decision.reason.isEmpty ? [] : [Span("\"\(decision.reason)\"", .dim)]
            return Entry.Detail.field([Span("ruled", .dim)], decision.line.then(why, gap: 2))
        }
        return [
            .quote(
                [], words: claim.hedgeLine.then(witness.marked),
                source: claim.source.then(witness.record.byline, gap: 2))
        ] + [reader, ruled].compactMap(\.self) + [.field([Span("verified", .dim)], witness.verification)]
    }

    private func commands(_ leader: Claim) -> [String] {
        let id = naming.shortID(fact.id)
        let last = history.steps.first { step in step.changes.contains { $0.told?.report == leader.report } }
        let at = isStanding ? "" : last.flatMap(\.revision.parent).map { " --at \($0.prefix(8))" } ?? ""
        let around = history.steps.first.flatMap { step in
            step.revision.parent.map { "annals diff \($0.prefix(8)) \(step.revision.shortID)" }
        }
        let began = mark == .contradicted ? "annals first \(id) --contradicted" : nil
        return ["annals blame \(leader.report)\(at)"] + [began, around].compactMap(\.self)
    }
}
