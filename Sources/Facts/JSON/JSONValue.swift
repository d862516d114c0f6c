/// A JSON text as a value; numbers keep the digits they were written with.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number, as the literal of the source text (checked against RFC 8259 §6).
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])
}

extension JSONValue {
    /// The string, or `nil` when this is not a string.
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The members, or `nil` when this is not an object.
    package var object: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The elements, or `nil` when this is not an array.
    package var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The number when it is an integer that `Int` holds, otherwise `nil`.
    package var integer: Int? {
        if case .number(let literal) = self { Int(literal) } else { nil }
    }

    /// What JSON calls this kind of value, for messages.
    package var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "a Boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// A number from an integer.
    package static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

    /// An array of strings.
    package static func strings(_ values: some Sequence<String>) -> JSONValue { .array(values.map(JSONValue.string)) }
}

extension JSONValue: ExpressibleByStringLiteral {
    /// A JSON string.
    package init(stringLiteral value: String) { self = .string(value) }
}
