extension UInt8 {
    /// Whether this is one of 0–9.
    package var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    /// Whether this is one of A–Z, a–z.
    package var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    /// Whether this is one of A–Z, a–z, 0–9.
    package var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }
    /// Whether this is one of 0–9, A–F, a–f.
    var isASCIIHexDigit: Bool { isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
    /// Whether this is a space, tab, line feed, vertical tab, form feed or carriage return.
    package var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
