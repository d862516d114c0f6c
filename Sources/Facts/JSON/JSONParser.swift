/// Reads one JSON text strictly: RFC 8259 with unique names (RFC 7493) and bounded depth.
///
/// Refused, each with its place: a byte order mark, invalid UTF-8, lone surrogates, unescaped control characters, `NaN` and
/// `Infinity`, a name given twice, integers that a double cannot hold, and anything after the value.
package struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// Arrays and objects inside one another beyond this are refused.
    package static let maximumDepth = 64

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value of a whole text.
    package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes)
        parser.skipSpace()
        let value = try parser.value()
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.failure("unexpected text after the value") }
        return value
    }

    /// The value of a whole text.
    package static func parse(_ text: String) throws(JSONError) -> JSONValue { try parse(Array(text.utf8)) }

    private mutating func value() throws(JSONError) -> JSONValue {
        guard let byte = peek else { throw failure("unexpected end of text") }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: return try word()
        }
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        try enter()
        var members: [String: JSONValue] = [:]
        if accept("}") { return leave(.object(members)) }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw failure("expected a name in quotation marks") }
            let start = position
            let name = try string()
            skipSpace()
            guard accept(":") else { throw failure("expected ':'") }
            skipSpace()
            guard members.updateValue(try value(), forKey: name) == nil else {
                throw failure("the name \"\(name)\" is given twice", at: start)
            }
            skipSpace()
        } while accept(",")
        guard accept("}") else { throw failure("expected ',' or '}'") }
        return leave(.object(members))
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        if accept("]") { return leave(.array(elements)) }
        repeat {
            skipSpace()
            elements.append(try value())
            skipSpace()
        } while accept(",")
        guard accept("]") else { throw failure("expected ',' or ']'") }
        return leave(.array(elements))
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= Self.maximumDepth else { throw failure("more than \(Self.maximumDepth) levels deep") }
        position += 1
        skipSpace()
    }

    private mutating func leave(_ value: JSONValue) -> JSONValue {
        depth -= 1
        return value
    }

    private mutating func word() throws(JSONError) -> JSONValue {
        let start = position
        while let byte = peek, byte.isASCIILetter { position += 1 }
        switch String(decoding: bytes[start..<position], as: UTF8.self) {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        case "NaN", "Infinity", "nan", "inf": throw failure("NaN and Infinity are not JSON numbers", at: start)
        default: throw failure("expected a JSON value", at: start)
        }
    }
}

extension JSONParser {
    private mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        _ = accept("-")
        if peek == UInt8(ascii: "I") { throw failure("NaN and Infinity are not JSON numbers", at: start) }
        let isZero = peek == UInt8(ascii: "0")
        let whole = try digits()
        guard !isZero || whole == 1 else { throw failure("a number may not start with 0", at: start) }
        var isInteger = true
        if accept(".") { _ = try digits(); isInteger = false }
        if accept("e") || accept("E") {
            if !accept("+") { _ = accept("-") }
            _ = try digits()
            isInteger = false
        }
        let literal = String(decoding: bytes[start..<position], as: UTF8.self)
        guard Double(literal)?.isFinite == true else {
            throw failure("the number is too large; write it as a string", at: start)
        }
        guard !isInteger || Self.isExact(literal) else {
            throw failure("the integer is too large to be exact; write it as a string", at: start)
        }
        return .number(literal)
    }

    /// Whether a double holds every integer up to this one (RFC 7493 §2.2, and 2^53 itself).
    private static func isExact(_ integer: String) -> Bool {
        Int(integer).map { $0.magnitude <= 9_007_199_254_740_992 } ?? false
    }

    private mutating func digits() throws(JSONError) -> Int {
        let start = position
        while let byte = peek, byte.isASCIIDigit { position += 1 }
        guard position > start else { throw failure("expected a digit") }
        return position - start
    }

    private mutating func string() throws(JSONError) -> String {
        let opening = position
        position += 1
        var content: [UInt8] = []
        var runStart = position
        while true {
            guard let byte = peek else { throw failure("the string that starts here does not end", at: opening) }
            if byte == UInt8(ascii: "\"") { break }
            if byte < 0x20 { throw failure("unescaped control character") }
            position += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            content += bytes[runStart..<position - 1]
            content += try escape()
            runStart = position
        }
        content += bytes[runStart..<position]
        guard let text = String(validating: content, as: UTF8.self) else {
            throw failure("invalid UTF-8 in the string", at: opening)
        }
        position += 1
        return text
    }

    private mutating func escape() throws(JSONError) -> [UInt8] {
        guard let byte = peek else { throw failure("unexpected end of text") }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "u"): return Array(String(Character(try escapedScalar())).utf8)
        default: throw failure("unknown escape", at: position - 2)
        }
    }

    private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
        let start = position - 2
        let high = try hexadecimal()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800...0xDBFF).contains(high), accept("\\"), accept("u") else {
            throw failure("lone surrogate", at: start)
        }
        let low = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar((high - 0xD800) << 10 + (low - 0xDC00) + 0x10000)
        else { throw failure("lone surrogate", at: start) }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        guard position + 4 <= bytes.count, bytes[position..<position + 4].allSatisfy(\.isASCIIHexDigit),
            let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw failure("expected four hexadecimal digits") }
        position += 4
        return value
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func accept(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func failure(_ reason: String, at place: Int? = nil) -> JSONError {
        let offset = place ?? position
        let lineStart = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return JSONError(reason: reason, offset: offset, column: column)
    }
}
