import Facts

/// The JSON Schema that an answer must keep to: as strict as chat interfaces take it, every member required.
enum ChatSchema {
    /// The schema of the whole answer.
    static let answer: JSONValue = object([
        "claims": list(of: claim),
        "omitted": list(of: object(["quote": text, "reason": text])),
    ])

    private static let claim = object([
        "subject": text, "predicate": text, "object": textOrNothing,
        "arguments": list(of: object(["role": text, "value": text])), "time": textOrNothing,
        "polarity": one(of: Polarity.allCases.map(\.rawValue)),
        "certainty": one(of: Certainty.allCases.map(\.rawValue)),
        "modality": list(of: one(of: Modality.allCases.map(\.rawValue))), "attribution": list(of: text),
        "quotes": list(of: text),
    ])

    private static let text: JSONValue = .object(["type": "string"])
    private static let textOrNothing: JSONValue = .object(["type": .strings(["string", "null"])])

    private static func one(of words: [String]) -> JSONValue {
        .object(["type": "string", "enum": .strings(words)])
    }

    private static func list(of items: JSONValue) -> JSONValue { .object(["type": "array", "items": items]) }

    private static func object(_ properties: [String: JSONValue]) -> JSONValue {
        .object([
            "type": "object", "properties": .object(properties), "required": .strings(properties.keys.sorted()),
            "additionalProperties": .bool(false),
        ])
    }
}

/// Checks a value against the part of JSON Schema that ``ChatSchema`` is written in: `type`, `enum`, `properties`, `required`,
/// `additionalProperties: false` and `items`.
enum SchemaCheck {
    /// The first thing that is wrong, with its place; `nil` when nothing is.
    static func fault(in value: JSONValue, by schema: JSONValue, at place: String = "the answer") -> String? {
        let rules = schema.object ?? [:]
        let types = rules["type"]?.array?.compactMap(\.string) ?? rules["type"]?.string.map { [$0] } ?? []
        guard types.contains(value.schemaType) else {
            return "\(place) must be of type \(types.joined(separator: " or ")), found \(value.typeName)"
        }
        if let words = rules["enum"]?.array, !words.contains(value) {
            return "\(place) must be one of \(words.compactMap(\.string).joined(separator: ", "))"
        }
        switch value {
        case .object(let members): return fault(in: members, by: rules, at: place)
        case .array(let elements):
            guard let items = rules["items"] else { return nil }
            let faults = elements.lazy.enumerated().compactMap { index, element in
                fault(in: element, by: items, at: "\(place == "the answer" ? "" : place)[\(index)]")
            }
            return faults.first
        default: return nil
        }
    }

    private static func fault(
        in members: [String: JSONValue], by rules: [String: JSONValue], at place: String
    ) -> String? {
        let properties = rules["properties"]?.object ?? [:]
        if let extra = members.keys.filter({ properties[$0] == nil }).min() {
            return "\(place) may not have \"\(extra)\""
        }
        for (name, rule) in properties.sorted(by: { $0.key < $1.key }) {
            guard let member = members[name] else { return "\(place) must have \"\(name)\"" }
            let inside = place == "the answer" ? name : "\(place).\(name)"
            if let fault = fault(in: member, by: rule, at: inside) { return fault }
        }
        return nil
    }
}

extension JSONValue {
    /// What JSON Schema calls this type.
    fileprivate var schemaType: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
