import Facts

extension Vocabulary {
    /// What an extractor is told of the predicates, sorted by id: how they are named and what their roles take.
    ///
    ///     [{"aliases":["travelled to"],"id":"visited","kind":"event","label":"visited","roles":{"object":{"type":"entity"}}}]
    var outline: JSONValue {
        .array(predicates.values.sorted { $0.id < $1.id }.map(\.outline))
    }

    /// Tells two outlines apart, in 8 hexadecimal digits.
    var outlineDigest: String { Self.digest(outline) }

    /// Tells two vocabularies apart that may be read by differently: predicates and names; in 8 hexadecimal digits.
    var readingDigest: String {
        let names = entities.sorted { $0.key < $1.key }.map { key, entity in
            JSONValue.array(
                [.string(key.description), .string(entity.name), .string(entity.type ?? "")]
                    + entity.aliases.map(JSONValue.string))
        }
        return Self.digest(.array([outline, .array(names)]))
    }

    private static func digest(_ json: JSONValue) -> String {
        String(Digest.sha256(json.canonicalBytes).description.prefix(8))
    }
}

extension Predicate {
    fileprivate var outline: JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(id), "label": .string(label), "kind": .string(kind.rawValue),
        ]
        if !aliases.isEmpty { members["aliases"] = .strings(aliases) }
        if !inverse.isEmpty { members["inverse"] = .strings(inverse) }
        if !roles.isEmpty { members["roles"] = .object(roles.mapValues(\.outline)) }
        return .object(members)
    }
}

extension Role {
    fileprivate var outline: JSONValue {
        var members: [String: JSONValue] = ["type": .string(type.rawValue)]
        if !choices.isEmpty { members["choices"] = .strings(choices) }
        if !of.isEmpty { members["of"] = .strings(of) }
        return .object(members)
    }
}
