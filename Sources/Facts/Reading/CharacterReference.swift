/// A character that is written as its name or number: `&eacute;`, `&#233;`, `&#xE9;`.
package struct CharacterReference: Hashable, Sendable {
    /// The character meant.
    package let scalar: Unicode.Scalar
    /// The bytes of the reference.
    package let length: Int

    /// The reference that starts at `position`; `nil` when the ampersand there is only that.
    ///
    /// Numbers that are no characters are U+FFFD, and those of the C1 controls what Windows-1252 has in their place, as browsers
    /// read them.
    package init?(in bytes: [UInt8], at position: Int) {
        guard position + 2 < bytes.count, bytes[position] == UInt8(ascii: "&") else { return nil }
        let found =
            bytes[position + 1] == UInt8(ascii: "#")
            ? Self.numbered(bytes, position + 2) : Self.named(bytes, position + 1)
        guard let (scalar, end) = found else { return nil }
        self.scalar = scalar
        length = end - position
    }

    private static func named(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, end: Int)? {
        let name = bytes[start...].prefix(NamedCharacters.longestName + 1).prefix(while: \.isASCIILetterOrDigit)
        guard !name.isEmpty, let scalar = NamedCharacters.scalar(name) else { return nil }
        if name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";") { return (scalar, name.endIndex + 1) }
        let isOpen = name.endIndex == bytes.count || bytes[name.endIndex] != UInt8(ascii: "=")
        return isOpen && NamedCharacters.needsNoSemicolon(scalar) ? (scalar, name.endIndex) : nil
    }

    private static func numbered(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, end: Int)? {
        let isHexadecimal = start < bytes.count && bytes[start] | 0x20 == UInt8(ascii: "x")
        let radix: UInt32 = isHexadecimal ? 16 : 10
        var position = start + (isHexadecimal ? 1 : 0)
        let first = position
        var value: UInt32 = 0
        while position < bytes.count, let digit = bytes[position].hexadecimalDigit, digit < radix {
            value = min(value * radix + digit, 0x11_0000)
            position += 1
        }
        guard position > first else { return nil }
        let end = position < bytes.count && bytes[position] == UInt8(ascii: ";") ? position + 1 : position
        return (character(value), end)
    }

    private static func character(_ number: UInt32) -> Unicode.Scalar {
        let isControl = (0x80...0x9F).contains(number)
        let scalar = isControl ? Unicode.Scalar(windows1252[Int(number - 0x80)]) : Unicode.Scalar(number)
        return scalar.flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}"
    }

    /// What Windows-1252 has from 0x80 to 0x9F.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]
}

extension UInt8 {
    fileprivate var hexadecimalDigit: UInt32? {
        guard isASCIIHexDigit else { return nil }
        return UInt32(isASCIIDigit ? self - 0x30 : (self | 0x20) - 0x61 + 10)
    }
}
