/// What a character is to whoever compares words: white space, a straight quotation mark, nothing, or itself.
enum ReadCharacter: Hashable, Sendable {
    case space
    case apostrophe
    case quotationMark
    /// A character that is not seen: a soft hyphen, a zero-width space or joiner, a mark of writing direction.
    case nothing
    case itself

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            self = .space
        case 0x2018...0x201B, 0x2BC: self = .apostrophe
        case 0x201C...0x201F: self = .quotationMark
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: self = .nothing
        default: self = .itself
        }
    }
}

extension Array<UInt8> {
    /// The character at `position` and how many bytes it has; no character for a byte that is none, which is one byte.
    package func scalar(at position: Int) -> (scalar: Unicode.Scalar?, length: Int) {
        let lead = self[position]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
        guard let (length, smallest) = Self.shape(lead), position + length <= count else { return (nil, 1) }
        var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for byte in self[(position + 1)..<(position + length)] {
            guard byte & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
        return (scalar, length)
    }

    /// How many bytes a character has that begins with this one, and the first that needs as many.
    private static func shape(_ lead: UInt8) -> (length: Int, smallest: UInt32)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80)
        case 0xE0...0xEF: (3, 0x800)
        case 0xF0...0xF4: (4, 0x10000)
        default: nil
        }
    }
}
