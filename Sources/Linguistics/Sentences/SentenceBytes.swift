/// The UTF-8 bytes of a text, read by character class.
///
/// A position past either end reads as a space, so that looking around needs no checks.
struct SentenceBytes {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    var count: Int { bytes.count }

    subscript(position: Int) -> UInt8 { bytes.indices.contains(position) ? bytes[position] : UInt8(ascii: " ") }

    /// Whether white space starts or ends at the byte; NO-BREAK SPACE (C2 A0) counts.
    func isSpace(_ position: Int) -> Bool {
        switch self[position] {
        case 0x20, 0x09...0x0D: true
        case 0xC2: self[position + 1] == 0xA0
        case 0xA0: self[position - 1] == 0xC2
        default: false
        }
    }

    func isNewline(_ position: Int) -> Bool { (0x0A...0x0D).contains(self[position]) }

    func isDigit(_ position: Int) -> Bool { (0x30...0x39).contains(self[position]) }

    /// Whether the byte goes on with a scalar that started before it.
    func isContinuation(_ position: Int) -> Bool { self[position] & 0xC0 == 0x80 }

    func startsWith(_ text: StaticString, at position: Int) -> Bool {
        text.withUTF8Buffer { part in part.indices.allSatisfy { self[position + $0] == part[$0] } }
    }

    /// The scalar at a position, and how many bytes it takes; a space past the end.
    func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int) {
        guard position < count, self[position] >= 0x80 else { return (Unicode.Scalar(self[position]), 1) }
        let end = min(position + 4, count)
        let scalar = String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars.first ?? " "
        return (scalar, UTF8.width(scalar))
    }

    func isUppercase(_ position: Int) -> Bool {
        let byte = self[position]
        if byte < 0x80 { return (0x41...0x5A).contains(byte) }
        return scalar(at: position).scalar.properties.isUppercase
    }

    func isLowercase(_ position: Int) -> Bool {
        let byte = self[position]
        if byte < 0x80 { return (0x61...0x7A).contains(byte) }
        return scalar(at: position).scalar.properties.isLowercase
    }

    func isLetter(_ position: Int) -> Bool {
        let byte = self[position]
        if byte < 0x80 { return (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
        return scalar(at: position).scalar.properties.isAlphabetic
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The first position from here on that is not white space.
    func skippingSpace(from position: Int) -> Int {
        var position = position
        while position < count, isSpace(position) { position += 1 }
        return position
    }

    /// The range without white space at its ends and without a bullet in front.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while high > low, isSpace(high - 1) { high -= 1 }
        while low < high, isSpace(low) { low += 1 }
        while let length = bulletLength(at: low), low + length < high {
            low += length
            while low < high, isSpace(low) { low += 1 }
        }
        return low..<high
    }

    /// The bytes of a bullet that stands alone before a space, or `nil`.
    func bulletLength(at position: Int) -> Int? {
        for bullet: StaticString in ["•", "‣", "◦", "▪", "●", "-", "*", "–"] where startsWith(bullet, at: position) {
            return isSpace(position + bullet.utf8CodeUnitCount) ? bullet.utf8CodeUnitCount : nil
        }
        return nil
    }

    /// The word that ends right before a position: letters, digits and the full stops in it, at most 32 bytes.
    func word(before position: Int) -> String {
        var start = position
        while start > 0, position - start < 32, isWordByte(start - 1) { start -= 1 }
        while start < position, isContinuation(start) { start += 1 }
        return text(start..<position)
    }

    /// The word that starts at a position, at most 32 bytes; empty when no letter stands there.
    func word(at position: Int) -> String {
        var end = position
        while end < count, end - position < 32, isWordByte(end), self[end] != UInt8(ascii: ".") { end += 1 }
        while end > position, isContinuation(end) { end -= 1 }
        return text(position..<end)
    }

    private func isWordByte(_ position: Int) -> Bool {
        let byte = self[position]
        if byte < 0x80 { return isDigit(position) || isLetter(position) || byte == UInt8(ascii: ".") }
        // General punctuation (E2 80 xx): quotation marks and dashes end a word, and so does NO-BREAK SPACE.
        let lead = isContinuation(position) ? leadPosition(of: position) : position
        return !(self[lead] == 0xE2 && self[lead + 1] == 0x80) && !isSpace(position)
    }

    private func leadPosition(of position: Int) -> Int {
        var lead = position
        while lead > 0, isContinuation(lead), position - lead < 3 { lead -= 1 }
        return lead
    }
}
