extension Decision {
    /// The form in which decisions are stored and exchanged, `decisions/1`.
    package var json: JSONValue {
        var members = Self.members(ruling, author, seconds, reason, replaces)
        members["id"] = .string(id.letters)
        return .object(members)
    }

    /// Reads the stored form; `nil` when it is not one, or its id is not that of its content.
    package init?(json: JSONValue) {
        guard let members = json.object, let id = members["id"]?.string, let ruling = Ruling(json: members),
            let author = members["author"]?.string, let seconds = members["seconds"]?.integer,
            let reason = members.optional("reason", \.string),
            let replaces = members.list("replaces", of: { $0.string.flatMap { DecisionID($0) } })
        else { return nil }
        self.init(ruling, author: author, seconds: seconds, reason: reason ?? "", replacing: replaces)
        guard self.id.letters == id else { return nil }
    }

    static func members(
        _ ruling: Ruling, _ author: String, _ seconds: Int, _ reason: String, _ replaces: [DecisionID]
    ) -> [String: JSONValue] {
        var members = ruling.members
        members["author"] = .string(author)
        members["seconds"] = .integer(seconds)
        if !reason.isEmpty { members["reason"] = .string(reason) }
        if !replaces.isEmpty { members["replaces"] = .array(replaces.map { .string($0.letters) }) }
        return members
    }
}

extension Ruling {
    fileprivate var members: [String: JSONValue] {
        var members: [String: JSONValue] = ["verdict": .string(verdict.rawValue), "on": matter.json]
        members["amended"] = amended?.json
        return members
    }

    fileprivate init?(json members: [String: JSONValue]) {
        guard let verdict = members["verdict"]?.string.flatMap(Verdict.init),
            let matter = members["on"].flatMap(Matter.init),
            let amended = members.optional("amended", { try? StatedClaim(json: $0) })
        else { return nil }
        self.init(verdict, on: matter, amended: amended)
    }
}

extension Matter {
    fileprivate var json: JSONValue {
        switch self {
        case .claim(let target):
            var members: [String: JSONValue] = [
                "claim": target.claim.json, "sentences": .array(target.sentences.map(JSONValue.string)),
            ]
            if target.isGone { members["gone"] = .bool(true) }
            return .object(members)
        case .contradiction(let target):
            return .object([
                "facts": .array(target.facts.map { .string($0.letters) }),
                "assertions": .array(target.assertions.map { .string($0.description) }),
            ])
        case .entities(let a, let b): return .object(["entities": .array([.string(a), .string(b)])])
        case .source(let name): return .object(["source": .string(name)])
        case .agreement: return .object(["agreement": .bool(true)])
        }
    }

    fileprivate init?(json: JSONValue) {
        guard let members = json.object else { return nil }
        if let stated = members["claim"] {
            guard let claim = try? StatedClaim(json: stated), let sentences = members.list("sentences", of: \.string)
            else {
                return nil
            }
            self = .claim(ClaimTarget(claim: claim, sentences: sentences, isGone: members["gone"] == .bool(true)))
        } else if let letters = members["facts"]?.array {
            let facts = letters.compactMap { $0.string.flatMap { FactID($0) } }
            guard let assertions = members.list("assertions", of: { $0.string.flatMap(Assertion.init(stored:)) }),
                facts.count == letters.count
            else { return nil }
            self = .contradiction(ContradictionTarget(facts: facts, assertions: assertions))
        } else if let names = members["entities"]?.array?.compactMap(\.string), names.count == 2 {
            self = .entities(names[0], names[1])
        } else if let source = members["source"]?.string {
            self = .source(source)
        } else if members["agreement"] == .bool(true) {
            self = .agreement
        } else {
            return nil
        }
    }
}
