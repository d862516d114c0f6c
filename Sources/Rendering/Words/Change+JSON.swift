import FactDiff
import Facts

extension Change {
    /// The change as `changes/1` writes it; parts that say nothing are left out.
    func json(_ naming: Naming, stale: [Fact] = [], source: (Claim) -> String?) -> JSONValue {
        var members: [String: JSONValue] = [
            "fact": .string(fact.letters), "kind": .string(kind.rawValue), "headline": .string(headline.rawValue),
            "content": .string(content.rawValue), "support": .string(support.rawValue),
            "stance": .string(stance.rawValue), "evidence": .string(evidence.rawValue),
            "cause": .string(cause.rawValue), "fields": .strings(fields), "trace": trace.json,
            "course": course.json,
            "claims": .object([
                "lost": .strings(lost.map(\.id.description)), "gained": .strings(gained.map(\.id.description)),
            ]),
        ]
        members["formerFact"] = formerFact.map { .string($0.letters) }
        members["subject"] = subject.map { .string(naming.name(of: $0.subject)) }
        members["predicate"] = subject.map { .string(naming.predicate(of: $0)) }
        members["object"] = subject?.object.map { .string(naming.name(of: $0)) }
        members["before"] = before.map { $0.sideJSON(source: source($0)) }
        members["after"] = after.map { $0.sideJSON(source: source($0)) }
        if !stale.isEmpty { members["stale"] = .array(stale.map { $0.staleJSON(naming) }) }
        return .object(members)
    }
}

extension Course {
    /// What the change tells of, when that begins to hold, and the rule that decided.
    fileprivate var json: JSONValue {
        .object([
            "occasion": .string(occasion.rawValue), "timing": .string(timing.rawValue), "rule": .string(rule.rawValue),
        ])
    }
}

extension Trace {
    var json: JSONValue {
        var members: [String: JSONValue] = ["rule": .string(rule.rawValue), "compared": .array(compared.map(\.json))]
        members["overlap"] = overlap.map { .string($0.rawValue) }
        return .object(members)
    }
}

extension Trace.Field {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "field": .string(name), "relation": .string(relation.rawValue), "equality": .string(equality.name),
        ]
        members["before"] = before.map(JSONValue.string)
        members["after"] = after.map(JSONValue.string)
        return .object(members)
    }
}

extension Claim {
    /// One side of a change: what is said, by whom, in which words.
    ///
    /// Where there are several quotations, all of them are under `evidence` as well.
    func sideJSON(source: String?) -> JSONValue {
        var members: [String: JSONValue] = ["claim": .string(id.description), "report": .string(report.description)]
        members["source"] = source.map(JSONValue.string)
        members["value"] = object?.json
        if !arguments.isEmpty { members["arguments"] = .object(arguments.mapValues(\.json)) }
        members.addManner(
            time: time, polarity: polarity, certainty: certainty, modality: modality, attribution: attribution)
        members["quote"] = evidence.first.map { .string($0.quote) }
        members["start"] = evidence.first?.range.map { .integer($0.start) }
        members["end"] = evidence.first?.range.map { .integer($0.end) }
        members["line"] = evidence.first?.range.map { .integer($0.line) }
        if evidence.count > 1 { members["evidence"] = .array(evidence.map(\.json)) }
        return .object(members)
    }
}
