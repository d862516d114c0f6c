extension StatedClaim.StatedEvidence {
    var json: JSONValue {
        var members: [String: JSONValue] = ["quote": .string(quote)]
        members["start"] = start.map(JSONValue.integer)
        members["end"] = end.map(JSONValue.integer)
        return .object(members)
    }
}

extension StatedClaim.StatedValue {
    init(json: JSONValue, member: String) throws(ClaimFormatError) {
        switch json {
        case .string(let text): self = .plain(text)
        case .number(let literal): self = .plain(literal)
        case .object(let members): self = try Self.explicit(members, member)
        default: throw .init(reason: "\"\(member)\" must be a string, a number or an object, found \(json.typeName)")
        }
    }

    private static func explicit(_ members: [String: JSONValue], _ member: String) throws(ClaimFormatError) -> Self {
        func text(_ name: String) -> String? {
            if case .number(let literal) = members[name] { literal } else { members[name]?.string }
        }
        let types = Role.ValueType.allCases.filter { members[$0.rawValue] != nil }
        guard types.count == 1, let type = types.first, let value = text(type.rawValue), !value.isBlank else {
            throw .init(reason: "\"\(member)\" must name one of entity, quantity, time, choice, text")
        }
        let known = type == .quantity ? [type.rawValue, "unit"] : [type.rawValue]
        if let name = members.keys.filter({ !known.contains($0) }).min() {
            throw .init(reason: "\"\(member)\" has no \"\(name)\" beside \"\(type.rawValue)\"")
        }
        if let unit = members["unit"], unit != .null, unit.string == nil {
            throw .init(reason: "\"\(member)\": \"unit\" must be a string, found \(unit.typeName)")
        }
        return Self(value, type: type, unit: members["unit"]?.string)
    }

    /// A value by the name of its type.
    init(_ text: String, type: Role.ValueType, unit: String? = nil) {
        self =
            switch type {
            case .entity: .entity(text)
            case .quantity: .quantity(text, unit: unit)
            case .time: .time(text)
            case .choice: .choice(text)
            case .text: .text(text)
            }
    }

    /// The value as `claims/1` writes it.
    package var json: JSONValue {
        switch self {
        case .plain(let text): .string(text)
        case .entity(let name): .object(["entity": .string(name)])
        case .quantity(let text, let unit):
            .object(["quantity": .string(text)].merging(unit.map { ["unit": .string($0)] } ?? [:]) { a, _ in a })
        case .time(let text): .object(["time": .string(text)])
        case .choice(let text): .object(["choice": .string(text)])
        case .text(let text): .object(["text": .string(text)])
        }
    }
}

extension String {
    /// Whether there is nothing but white space.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
