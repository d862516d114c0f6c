import FactDiff
import Facts

extension PublishedStatus {
    /// The sign for it; a word always stands beside it.
    var glyph: String {
        switch self {
        case .contradicted, .corrected: "!"
        case .stale: "~"
        case .unsupported: "-"
        case .weakened: "?"
        case .corroborated: "="
        case .ok: "."
        }
    }

    /// What it means, as a sentence.
    var meaning: String {
        switch self {
        case .contradicted: "Another source says, in its own voice and for certain, what cannot hold beside it."
        case .corrected: "A report that said so has corrected itself: it says now what cannot hold beside it."
        case .stale: "It was so, and the world moved on."
        case .unsupported: "No report says so."
        case .weakened: "Something speaks against it, or less speaks for it than was published."
        case .corroborated: "Independent sources say so."
        case .ok: "A report says so."
        }
    }

    /// Sign, number and word.
    func counted(_ count: Int) -> Line { Line([Span(glyph + count.grouped, .glyph)]).tied(rawValue) }
}

extension PublishedReason {
    /// The reason, as a phrase that follows "because".
    var phrase: String {
        switch self {
        case .anotherSource: "another source says what cannot hold beside it"
        case .worldMovedOn: "the world moved on"
        case .sourceCorrected: "the source that said so has corrected itself"
        case .neverSaid: "no report says so"
        case .noLongerSaid: "no report says so any more"
        case .disagreement: "not all say so, and nothing settles it"
        case .lessCertain: "it is said with less certainty than it was published with"
        case .onlyInPart: "only part of it is said, or less precisely"
        case .fewerSources: "fewer independent sources say so than before"
        case .independentSources: "independent sources say so"
        case .said: "a report says so"
        }
    }
}

extension PublishedFinding {
    /// Where it was published: what the claim's `ext` says of the article, else the name that it gives its report.
    func article(_ reports: [ReportName: ReportRecord]) -> String? {
        for name in ["article", "title", "url"] {
            if let text = published.claim.ext[name]?.string { return text }
        }
        let name = published.claim.report
        return reports[name] == nil ? name.description : nil
    }

    /// Why, with the rule of the comparison that speaks against it.
    var because: String {
        guard status.isFinding, !against.isEmpty, let trace else { return reason.phrase }
        return "\(reason.phrase): \(trace.rule.phrase)"
    }

    /// What was published as an entry: in which line, what speaks for it and against it, and why it has its status.
    ///
    /// - Parameter fails: whether it fails the check.
    func entry(in file: String, _ naming: Naming, _ reports: [ReportName: ReportRecord], fails: Bool) -> Entry {
        let claim = published.claim
        let label = Line([Span(status.glyph, .glyph)]).then(status.rawValue.uppercased(), .word)
        let place: Line = [Span("\(file):\(published.line)", .place)]
        let head = label.then(place, gap: 2).then(naming.id(claim.fact), gap: 2)
        let statement = claim.hedgeLine.then(naming.statement(of: claim))
        var details: [Entry.Detail] = []
        if let article = article(reports) {
            details.append(.field([Span("published in", .dim)], [Span(article)]))
        }
        details += quoted(supporting, isSaidNoMore ? "said before" : "for", reports)
        details += quoted(against, reason == .sourceCorrected ? "says now" : "against", reports)
        details.append(.field([Span("because", .dim)], [Span(because, .dim)]))
        if !isNew { details.append(.note([Span("as it was before: it does not fail the check", .dim)])) }
        return Entry(head.then(statement, gap: 2), details)
    }

    /// Whether what spoke for it is what was said before.
    private var isSaidNoMore: Bool { reason == .noLongerSaid || reason == .sourceCorrected && sources == 0 }

    private func quoted(_ claims: [Claim], _ label: String, _ reports: [ReportName: ReportRecord]) -> [Entry.Detail] {
        let shown = claims.prefix(Self.shown).map { claim -> Entry.Detail in
            .quote(
                [Span(label, .dim)], words: claim.hedgeLine.then(claim.firstQuote),
                source: claim.source.then(reports[claim.report].map(\.byline) ?? [], gap: 2))
        }
        let rest = claims.count - shown.count
        return shown + (rest > 0 ? [.note([Span("and \(rest.of("more claim")) \(label)", .dim)])] : [])
    }

    /// So many claims are shown of each side.
    private static let shown = 3

    /// The finding as `check/1` writes it.
    func json(_ naming: Naming, _ reports: [ReportName: ReportRecord], fails: Bool) -> JSONValue {
        let claim = published.claim
        var members: [String: JSONValue] = [
            "kind": "published", "line": .integer(published.line), "status": .string(status.rawValue),
            "reason": .string(reason.rawValue), "fails": .bool(fails), "fact": .string(claim.fact.letters),
            "subject": .string(naming.name(of: claim.subject)), "predicate": .string(naming.predicate(of: claim)),
            "claim": claim.sideJSON(source: nil), "sources": .integer(sources),
            "for": .array(supporting.map { $0.sideJSON(source: reports[$0.report]?.source) }),
            "against": .array(against.map { $0.sideJSON(source: reports[$0.report]?.source) }),
        ]
        members["object"] = claim.object.map { .string(naming.name(of: $0)) }
        members["article"] = article(reports).map(JSONValue.string)
        members["former"] = former.map { .string($0.rawValue) }
        members["trace"] = trace.map(\.json)
        if !claim.ext.isEmpty { members["ext"] = .object(claim.ext) }
        return .object(members)
    }
}
