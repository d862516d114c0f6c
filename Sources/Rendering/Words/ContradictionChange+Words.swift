import FactDiff
import Facts

extension ContradictionChange {
    /// What became of it: `no longer disputed (a report was withdrawn): cqlyttkt  Liberman › was aware of › the order`.
    func line(_ naming: Naming) -> Line {
        let word = latest.content.rawValue
        let label: Line = [Span(after == nil ? "no longer \(word)" : "now \(word)", .strong)]
        let how: Line = resolution.map { [Span("("), Span($0.phrase), Span(")")] } ?? []
        return (label.then(how) + [Span(":")]).then([Span(id.start(telling: []), .id, of: .contradiction(id))])
            .then(latest.title(naming), gap: 2)
    }

    var json: JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(id.letters), "fact": .string(fact.letters),
            "facts": .strings(latest.facts.map(\.letters)), "kind": .string(kind.rawValue),
        ]
        members["before"] = before.map { .string($0.content.rawValue) }
        members["after"] = after.map { .string($0.content.rawValue) }
        members["opening"] = opening.map(\.json)
        members["resolution"] = resolution.map { .string($0.rawValue) }
        return .object(members)
    }
}

extension ContradictionOpening {
    fileprivate var json: JSONValue {
        .object([
            "reports": .strings(reports.map(\.description)), "against": .strings(against.map(\.description)),
            "cause": .string(cause.rawValue),
        ])
    }

    /// Which reports against which: `wire against ledger`.
    fileprivate var line: Line {
        let told = [reports, against].map { names in names.map { Line([$0.span]) }.commaSeparated }
        let why: Line = cause == .report ? [] : [Span("cause: \(cause.rawValue)", .strong)]
        return (told[0].isEmpty ? why : told[0].then("against", .dim).then(told[1]).then(why, gap: 2))
    }
}

extension Resolution {
    /// How it ended, as a phrase.
    var phrase: String {
        switch self {
        case .worldChanged: "the world changed"
        case .corrected: "a report says so no longer"
        case .withdrawn: "a report was withdrawn"
        case .reread: "another extractor does not read it so"
        case .vocabulary: "the vocabulary understands it otherwise"
        case .redescribed: "something else is known of a report"
        case .rejected: "a person rejected or amended a claim"
        case .ruledWorldChanged: "ruled: the world changed"
        case .ruledReportWrong: "ruled: a report was wrong"
        case .ruledBothPossible: "ruled: both are possible"
        case .ruledNotTheSameThing: "ruled: not the same thing"
        }
    }
}

extension ContradictionLife {
    /// What became of it, revision by revision.
    var details: [Entry.Detail] {
        var isFirst = true
        return steps.map { step in
            let word = step.change.kind == .opened && !isFirst ? "reopened" : step.change.kind.rawValue
            isFirst = false
            return .field([Span(word, .dim)], step.line)
        }
    }
}

extension ContradictionLife.Step {
    fileprivate var line: Line {
        let when = Line([Span(revision.day.description)]).then([revision.span], gap: 2)
        let label: Line = change.kind == .relabelled ? [Span(change.latest.content.rawValue, .strong)] : []
        return [when, label, change.opening.map(\.line) ?? [], change.resolution.map { [Span($0.phrase)] } ?? []]
            .spaced(2)
    }

    var json: JSONValue {
        var members = change.json.object ?? [:]
        for name in ["id", "fact", "facts"] { members[name] = nil }
        members["revision"] = .string(revision.id)
        members["date"] = .string(revision.day.description)
        return .object(members)
    }
}
