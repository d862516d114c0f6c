import FactDiff
import Facts

extension Contradiction {
    /// What it is about: what its sides have in common, or one fact against the other.
    func title(_ naming: Naming) -> Line {
        let leaders = sides.compactMap(\.fullest)
        guard let first = leaders.first else { return [] }
        guard link != nil, leaders.count > 1 else { return naming.statement(of: first, without: fields) }
        let (one, other) = (naming.hedgedStatement(of: first), naming.hedgedStatement(of: leaders[1]))
        return one.then("against", .dim).then(other)
    }

    /// The parts in which the sides of one fact differ.
    private var fields: Set<String> { Set(trace.compared.filter { !$0.equality.isSameMeaning }.map(\.name)) }

    /// Each side: what it says, then each claim that says so.
    func details(_ naming: Naming, _ reports: [ReportName: ReportRecord]) -> [Entry.Detail] {
        let ids = facts.map { naming.id($0) }.commaSeparated
        let about: Entry.Detail = .field([Span(facts.count == 1 ? "fact" : "facts", .dim)], ids)
        return [about]
            + sides.flatMap { side -> [Entry.Detail] in
                // The claim that says most speaks for its side.
                guard let fullest = side.fullest else { return [] }
                let says = link == nil ? naming.values(of: fullest, in: fields) : naming.hedgedStatement(of: fullest)
                return [.part(Line([Span("·", .dim)]).then(says))] + side.map { $0.quoted(reports) }
            }
    }

    /// Why, as a phrase that follows "because".
    var phrase: String { (link.map { [$0.phrase] } ?? []).joined() + (link == nil ? "" : "; ") + trace.rule.phrase }

    /// The contradiction as `contradictions/1` writes it.
    func json(_ naming: Naming, source: (Claim) -> String?) -> [String: JSONValue] {
        let claim = sides.first?.first
        var members: [String: JSONValue] = [
            "id": .string(id.letters), "fact": .string(fact.letters), "facts": .strings(facts.map(\.letters)),
            "content": .string(content.rawValue), "trace": trace.json,
            "sides": .array(sides.map { side in .array(side.map { $0.sideJSON(source: source($0)) }) }),
        ]
        members["link"] = link.map { .string($0.rawValue) }
        members["subject"] = claim.map { .string(naming.name(of: $0.subject)) }
        members["predicate"] = claim.map { .string(naming.predicate(of: $0)) }
        members["object"] = claim?.object.map { .string(naming.name(of: $0)) }
        return members
    }
}

extension PredicateLinks.Link {
    /// What connects the two, as a phrase.
    fileprivate var phrase: String {
        switch self {
        case .negation: "one denies what the other affirms"
        case .subsumption: "both are kinds of something that has one value only"
        case .antonym: "each is the opposite of the other"
        case .exclusion: "one state excludes the other"
        case .initiation: "the event began what is denied"
        case .termination: "the event ended what is said to go on"
        }
    }
}

extension [Claim] {
    /// The claim that fills the most parts, the first of them.
    fileprivate var fullest: Claim? { self.max { $0.detail < $1.detail } }
}

extension Claim {
    /// How many parts it fills.
    fileprivate var detail: Int { arguments.count + (object == nil ? 0 : 1) + (time == nil ? 0 : 1) }

    /// Its quotation, where it stands, and who published that.
    func quoted(_ reports: [ReportName: ReportRecord]) -> Entry.Detail {
        .quote(
            [], words: hedgeLine.then(firstQuote), source: source.then(reports[report].map(\.byline) ?? [], gap: 2))
    }
}

extension Naming {
    /// All that a claim says, and that it denies or doubts it.
    fileprivate func hedgedStatement(of claim: Claim) -> Line { claim.hedgeLine.then(statement(of: claim)) }

    /// What a claim says in the parts named; the object when it says nothing there.
    fileprivate func values(of claim: Claim, in fields: Set<String>) -> Line {
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
