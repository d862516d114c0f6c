extension JSONValue {
    /// The canonical bytes (RFC 8785): no space, names in UTF-16 order, numbers as ECMAScript prints them.
    package var canonicalBytes: [UInt8] {
        var output: [UInt8] = []
        appendCanonical(to: &output)
        return output
    }

    /// The canonical form as text.
    package var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

    /// Appends the canonical bytes to `output`.
    package func appendCanonical(to output: inout [UInt8]) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .number(let literal): output += Self.ecmaScript(literal).utf8
        case .string(let text): Self.appendString(text, to: &output)
        case .array(let elements): Self.appendArray(elements, to: &output)
        case .object(let members): Self.appendObject(members, to: &output)
        }
    }

    private static func appendArray(_ elements: [JSONValue], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            element.appendCanonical(to: &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    private static func appendObject(_ members: [String: JSONValue], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        let ordered = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
        for (index, member) in ordered.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            appendString(member.key, to: &output)
            output.append(UInt8(ascii: ":"))
            member.value.appendCanonical(to: &output)
        }
        output.append(UInt8(ascii: "}"))
    }

    private static func appendString(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
            case 0x08: output += "\\b".utf8
            case 0x09: output += "\\t".utf8
            case 0x0A: output += "\\n".utf8
            case 0x0C: output += "\\f".utf8
            case 0x0D: output += "\\r".utf8
            case 0..<0x20: output += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// A number literal as ECMAScript's Number::toString prints its double (ECMA-262 §6.1.6.1.20).
    static func ecmaScript(_ literal: String) -> String {
        guard let double = Double(literal), double != 0 else { return "0" }
        let sign = double < 0 ? "-" : ""
        let (digits, point) = shortestDigits(of: double.magnitude)
        let count = digits.count
        if count <= point, point <= 21 { return sign + digits + String(repeating: "0", count: point - count) }
        if 0 < point, point <= 21 { return sign + digits.prefix(point) + "." + digits.dropFirst(point) }
        if -6 < point, point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        let exponent = (point > 0 ? "e+" : "e-") + String((point - 1).magnitude)
        return sign + digits.prefix(1) + (count > 1 ? "." : "") + digits.dropFirst() + exponent
    }

    /// The fewest significant digits that give `double` back, and the place of the decimal point counted from their start.
    private static func shortestDigits(of double: Double) -> (digits: String, point: Int) {
        let parts = double.description.split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = String(mantissa[0])
        let all = whole + (mantissa.count > 1 ? String(mantissa[1]) : "")
        let leading = all.prefix { $0 == "0" }.count
        var digits = all.dropFirst(leading)
        while digits.last == "0" { digits.removeLast() }
        return (String(digits), whole.count + exponent - leading)
    }
}
