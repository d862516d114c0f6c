package import Facts

extension Verdict {
    /// The sign for it; a word always stands beside it.
    package var glyph: String {
        switch self {
        case .accept, .same: "✓"
        case .reject, .different: "✕"
        case .amend: "~"
        case .defer: "…"
        case .reopen: "○"
        case .worldChanged, .reportWrong, .bothPossible, .notTheSameThing: "="
        }
    }

    /// What was done, as the start of a sentence.
    package var past: String {
        switch self {
        case .accept: "accepted"
        case .reject: "rejected"
        case .amend: "amended"
        case .defer: "put off"
        case .reopen: "reopened"
        case .same: "ruled the same"
        case .different: "ruled different"
        case .worldChanged: "resolved: the world changed"
        case .reportWrong: "resolved: a report was wrong"
        case .bothPossible: "resolved: both are possible"
        case .notTheSameThing: "resolved: not the same thing"
        }
    }
}

extension Decision {
    /// What was ruled, by whom and when: `✓ accepted  by Ana, 2026-11-21 14:06`.
    package var line: Line {
        Line([Span(ruling.verdict.glyph, .glyph)]).then(ruling.verdict.past, .word)
            .then("by \(name), \(seconds.timeOfDay)", .dim, gap: 2)
    }

    /// The name of who ruled, without the address.
    package var name: String {
        let name = author.prefix { $0 != "<" }.drop { $0 == " " }
        let rest = name.lastIndex { $0 != " " }.map { name[...$0] } ?? ""
        return rest.isEmpty ? author : String(rest)
    }

    /// What it is about and why, and whether it is followed.
    package func entry(_ naming: Naming, standing: StandingRulings.Standing) -> Entry {
        let title = line.then([Span(id.short, .id)], gap: 2)
        var details = ruling.details(naming)
        if !reason.isEmpty { details.append(.field([Span("why", .dim)], [Span(reason)])) }
        switch standing {
        case .followed: break
        case .over: details.append(.note([Span("no longer in force", .dim)]))
        case .disputed:
            details.append(.note(Line([Span("!", .glyph)]).then("disputed", .word).then("nobody's ruling is followed")))
        }
        return Entry(title, details)
    }
}

extension Ruling {
    /// What it is about, and what an amendment puts in place.
    func details(_ naming: Naming) -> [Entry.Detail] {
        var details: [Entry.Detail] = []
        switch matter {
        case .claim(let target):
            let claim = naming.vocabulary.read(target.claim, evidence: [])
            details.append(.note(naming.statement(of: claim)))
            if target.isGone { details.append(.note([Span("that it is no longer said", .dim)])) }
            if let amended = amended.map({ naming.vocabulary.read($0, evidence: []) }) {
                details.append(.field([Span("to", .dim)], naming.statement(of: amended)))
            }
            let quote: Line =
                target.claim.evidence.first.map { [Span("\""), Span($0.quote, .quote), Span("\"")] }
                ?? [Span("no quotation", .dim)]
            details.append(.quote([], words: quote, source: [target.claim.report.span]))
        case .contradiction(let target):
            details.append(.field([Span("facts", .dim)], target.facts.map { naming.id($0) }.commaSeparated))
        case .entities(let a, let b): details.append(.note(Line([Span(a, .subject)]).then("and").then(b, .subject)))
        case .source(let name):
            details.append(.note(Line("whatever comes from").then(name, .subject).then("(standing rule)", .dim)))
        case .agreement:
            details.append(.note(Line("whatever says the same as an accepted claim").then("(standing rule)", .dim)))
        }
        return details
    }
}

extension Int {
    /// Day and time of day, UTC, of so many seconds from 1970-01-01T00:00:00Z: `2020-02-25 14:06`.
    var timeOfDay: String {
        let day = Int((Double(self) / 86400).rounded(.down))
        let minutes = (self - day * 86400) / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(Day(number: day)) \(two(minutes / 60)):\(two(minutes % 60))"
    }
}
