/// Steps through JSON of a known shape, byte by byte where it must and eight bytes at a time where it can.
///
/// Every step either succeeds or says that the text is not as expected; then the whole text is for ``JSONParser`` to read. All
/// unsafe access to the bytes is in this file: no step looks beyond the end.
struct CanonicalScanner {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// What `read` makes of a text, if it reads all of it.
    static func scan<Result>(_ text: ArraySlice<UInt8>, _ read: (inout CanonicalScanner) -> Result?) -> Result? {
        text.withUnsafeBytes { bytes in
            var scanner = CanonicalScanner(bytes)
            let result = read(&scanner)
            return scanner.position == bytes.count ? result : nil
        }
    }

    /// Whether nothing in a text needs an escape.
    static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        CanonicalScanner(text).plainRun(from: 0).end == text.count
    }

    /// Steps over exactly these bytes, if they come next.
    mutating func take(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for index in 0..<count where bytes[position + index] != literal.utf8Start[index] { return false }
        position += count
        return true
    }

    /// Opens an object or an array.
    mutating func open(_ bracket: StaticString) -> Bool { take(bracket) }

    /// Steps over the name of a member, written `"name":`, and the comma before it, if that is the member that comes next.
    mutating func member(_ name: StaticString) -> Bool {
        let start = position
        let isFirst = position > 0 && bytes[position - 1] == UInt8(ascii: "{")
        if isFirst || take(","), take(name) { return true }
        position = start
        return false
    }

    /// Whether another element of an array comes next; steps over the comma before it.
    mutating func element() -> Bool {
        guard position > 0, position < bytes.count, bytes[position] != UInt8(ascii: "]") else { return false }
        return bytes[position - 1] == UInt8(ascii: "[") || take(",")
    }

    /// The byte that comes next; `nil` at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Steps over white space.
    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// Reads a string whose escapes, if any, are those that the canonical form has.
    mutating func string() -> String? {
        guard take("\"") else { return nil }
        let start = position
        let isASCII: Bool
        (position, isASCII) = plainRun(from: start)
        guard position < bytes.count else { return nil }
        guard bytes[position] == UInt8(ascii: "\"") else { return escapedString(from: start) }
        position += 1
        return text(start..<position - 1, isASCII: isASCII)
    }

    /// Reads the 32 digits of an id in quotation marks.
    mutating func identifier(_ digits: SixteenDigits) -> UInt128? {
        guard position + 34 <= bytes.count, take("\"") else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for index in position..<position + 16 {
            guard let digit = digits.value(of: bytes[index]) else { return nil }
            high = high << 4 | UInt64(digit)
        }
        for index in position + 16..<position + 32 {
            guard let digit = digits.value(of: bytes[index]) else { return nil }
            low = low << 4 | UInt64(digit)
        }
        position += 32
        return take("\"") ? UInt128(high) << 64 | UInt128(low) : nil
    }

    /// Reads a whole number from 0 that is written without more digits than it needs.
    mutating func natural() -> Int? {
        let start = position
        var number = 0
        while let byte = next, byte.isASCIIDigit, position - start < 15 {
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
            position += 1
        }
        let isPlain = position - start == 1 || (position > start && bytes[start] != UInt8(ascii: "0"))
        return isPlain && next.map { !$0.isASCIIDigit && !".eE".utf8.contains($0) } ?? false ? number : nil
    }

    /// Reads `[` strings `]` of which there is at least one.
    mutating func strings() -> [String]? {
        var strings: [String] = []
        guard open("[") else { return nil }
        while element() {
            guard let string = string() else { return nil }
            strings.append(string)
        }
        return take("]") && !strings.isEmpty ? strings : nil
    }

    /// Steps over a value, whatever it is: brackets and quotation marks are paired, the rest is not looked at.
    mutating func skipValue() -> Bool {
        var depth = 0
        repeat {
            switch next {
            case nil: return false
            case UInt8(ascii: "\""):
                guard skipString() else { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                (depth, position) = (depth + 1, position + 1)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                (depth, position) = (depth - 1, position + 1)
            default: position += 1
            }
        } while depth > 0 || (next.map { !",}] \n\r\t".utf8.contains($0) } ?? false)
        return depth == 0
    }

    /// Steps over a string.
    mutating func skipString() -> Bool {
        guard next == UInt8(ascii: "\"") else { return false }
        position = plainRun(from: position + 1).end
        while next == UInt8(ascii: "\\") { position = plainRun(from: min(position + 2, bytes.count)).end }
        return take("\"")
    }

    private func text(_ range: Range<Int>, isASCII: Bool) -> String? {
        let words = UnsafeRawBufferPointer(rebasing: bytes[range]).assumingMemoryBound(to: UInt8.self)
        // ASCII needs no second look, and this way to a string is the quicker.
        return isASCII ? String(decoding: words, as: UTF8.self) : String(validating: words, as: UTF8.self)
    }

    /// Where the first quotation mark, backslash or control character stands, and whether all before it is ASCII.
    ///
    /// After "Determine if a word has a byte equal to n", S. E. Anderson, Bit Twiddling Hacks.
    private func plainRun(from start: Int) -> (end: Int, isASCII: Bool) {
        var seen: UInt64 = 0
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var index = start
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let (quotes, backslashes) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
            let found =
                ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | (word &- ones &* 0x20) & ~word)
                & tops
            if found != 0 {
                let count = found.trailingZeroBitCount & ~7
                seen |= word & ((1 << UInt64(count)) &- 1)
                return (index + count / 8, seen & tops == 0)
            }
            seen |= word
            index += 8
        }
        while index < bytes.count, case let byte = bytes[index],
            byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
        {
            seen |= UInt64(byte)
            index += 1
        }
        return (index, seen & tops == 0)
    }

    private mutating func escapedString(from start: Int) -> String? {
        var content = Array(bytes[start..<position])
        while let byte = next, byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
            guard let escaped = Self.escapes[bytes[position + 1]] else { return nil }
            content.append(escaped)
            let run = position + 2
            position = plainRun(from: run).end
            content += bytes[run..<position]
        }
        return take("\"") ? String(validating: content, as: UTF8.self) : nil
    }

    /// What stands after the backslash, and what it stands for, where the canonical form escapes so.
    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "r"): 0x0D, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    ]
}
