package import Facts

extension Dispute {
    /// How a person settles a dispute.
    package enum Settling: Hashable, Sendable {
        /// By a command for each ruling.
        case commands
        /// By a key for each: its number, from 1.
        case keys
    }

    /// What people disagree on, what each ruled, when and why, and how it is settled.
    package func entry(_ naming: Naming, settling: Settling = .commands) -> Entry {
        let title = Line([Span("!", .glyph)]).then("disputed", .word).then(matter.title(naming), gap: 2)
        return Entry(title, matter.circumstances + sides(naming, settling))
    }

    private func sides(_ naming: Naming, _ settling: Settling) -> [Entry.Detail] {
        decisions.enumerated().flatMap { index, decision -> [Entry.Detail] in
            switch settling {
            case .commands:
                decision.details(naming, after: []) + [.note([Span("annals uphold \(decision.id.short)", .command)])]
            case .keys: decision.details(naming, after: [Span("\(index + 1)", .command)])
            }
        }
    }

    /// The dispute as `merge/1` and `review/1` write it.
    var json: JSONValue {
        .object(["kind": .string("dispute"), "decisions": .array(decisions.map(\.json))])
    }
}

extension Decision {
    /// Who ruled what, and why, as a side of a dispute.
    fileprivate func details(_ naming: Naming, after mark: Line) -> [Entry.Detail] {
        let amended = ruling.amended.map { naming.statement(of: naming.vocabulary.read($0, evidence: [])) }
        let why: Line = reason.isEmpty ? [] : [Span("\""), Span(reason), Span("\"")]
        return [.part(mark.then(line).then(why, gap: 2))] + (amended.map { [.note($0)] } ?? [])
    }
}

extension Matter {
    /// What it is, in a line.
    func title(_ naming: Naming) -> Line {
        switch self {
        case .claim(let target): naming.statement(of: naming.vocabulary.read(target.claim, evidence: []))
        case .contradiction(let target):
            Line("what contradicts in").then(target.facts.map { naming.id($0) }.commaSeparated)
        case .entities(let a, let b): Line([Span(a, .subject)]).then("and").then(b, .subject)
        case .source(let name): Line("whatever comes from").then(name, .subject).then("(standing rule)", .dim)
        case .agreement: Line("whatever says the same as an accepted claim").then("(standing rule)", .dim)
        }
    }

    /// That a claim is gone, and the words it rested on.
    fileprivate var circumstances: [Entry.Detail] {
        guard case .claim(let target) = self else { return [] }
        let gone: [Entry.Detail] = target.isGone ? [.note([Span("that it is no longer said", .dim)])] : []
        let quote: Line =
            target.claim.evidence.first.map { [Span("\""), Span($0.quote, .quote), Span("\"")] }
            ?? [Span("no quotation", .dim)]
        return gone + [.quote([], words: quote, source: [target.claim.report.span])]
    }
}
