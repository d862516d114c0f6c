/// Canonical JSON (RFC 8785) written straight into bytes, for values whose members come in canonical order.
extension [UInt8] {
    /// Appends what is ASCII and known beforehand, such as brackets and `"name":`.
    mutating func append(literal: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends the name of a member, written `"name":`, after a comma unless it is the object's first.
    mutating func append(member name: StaticString) {
        if last != UInt8(ascii: "{") { append(UInt8(ascii: ",")) }
        append(literal: name)
    }

    /// Appends a string in quotation marks, escaped where it must be.
    mutating func append(string text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            if CanonicalScanner.isPlain(UnsafeRawBufferPointer(bytes)) {
                append(contentsOf: bytes)
            } else {
                for byte in bytes { append(escaped: byte) }
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// Appends `"name":` and a string, if there is one.
    mutating func append(member name: StaticString, string text: String?) {
        guard let text else { return }
        append(member: name)
        append(string: text)
    }

    /// Appends `"name":` and an array of strings, if there are any.
    mutating func append(member name: StaticString, strings: [String]) {
        guard !strings.isEmpty else { return }
        append(member: name)
        append(literal: "[")
        for (index, text) in strings.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            append(string: text)
        }
        append(literal: "]")
    }

    /// Appends `"name":{…}`, the members in UTF-16 order, if there are any.
    mutating func append<Member>(
        member name: StaticString, object: [String: Member], _ append: (Member, inout [UInt8]) -> Void
    ) {
        guard !object.isEmpty else { return }
        self.append(member: name)
        self.append(literal: "{")
        for (key, value) in object.sorted(by: { Self.precedes($0.key, $1.key) }) {
            if last != UInt8(ascii: "{") { self.append(UInt8(ascii: ",")) }
            self.append(string: key)
            self.append(UInt8(ascii: ":"))
            append(value, &self)
        }
        self.append(literal: "}")
    }

    /// The order of UTF-16, in which canonical JSON has its members.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        // Where as many units are needed in UTF-8, all is ASCII, whose order is the same.
        if a.utf8.count == a.utf16.count, b.utf8.count == b.utf16.count { return a < b }
        return a.utf16.lexicographicallyPrecedes(b.utf16)
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append(literal: "\\\"")
        case UInt8(ascii: "\\"): append(literal: "\\\\")
        case 0x08: append(literal: "\\b")
        case 0x09: append(literal: "\\t")
        case 0x0A: append(literal: "\\n")
        case 0x0C: append(literal: "\\f")
        case 0x0D: append(literal: "\\r")
        case 0..<0x20: self += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
        default: append(byte)
        }
    }
}
