/// Reads numbers and strings of one section, one after the other.
struct ByteReader {
    let bytes: [UInt8]
    let section: String
    private(set) var position: Int
    private let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>, section: String) {
        (self.bytes, self.section) = (bytes, section)
        (position, end) = (range.lowerBound, range.upperBound)
    }

    func failure(_ reason: String) -> ModelError { ModelError(section, "\(reason) at byte \(position)") }

    /// An unsigned LEB128 of at most 35 bits.
    mutating func number() throws(ModelError) -> Int {
        var (value, shift) = (0, 0)
        while position < end, shift < 35 {
            let byte = Int(bytes[position])
            position += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw failure("a number is cut off or too large")
    }

    /// A number that counts things of at least one byte, so it cannot be more than what is left.
    mutating func count() throws(ModelError) -> Int {
        let count = try number()
        guard count <= end - position else { throw failure("a count of \(count) is more than there is") }
        return count
    }

    /// Fixed-width numbers, little-endian.
    mutating func fixed<Number: FixedWidthInteger>(_ type: Number.Type) throws(ModelError) -> Number {
        let range = try take(MemoryLayout<Number>.size)
        return bytes[range].reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    /// The place of some bytes whose number stands before them.
    mutating func blob() throws(ModelError) -> Range<Int> { try take(number()) }

    /// The place of the next bytes.
    mutating func take(_ count: Int) throws(ModelError) -> Range<Int> {
        guard count <= end - position else { throw failure("\(count) bytes are cut off") }
        defer { position += count }
        return position..<(position + count)
    }

    mutating func string() throws(ModelError) -> String {
        guard let text = String(validating: bytes[try blob()], as: UTF8.self) else {
            throw failure("a string is not UTF-8")
        }
        return text
    }

    mutating func strings() throws(ModelError) -> [String] {
        var strings: [String] = []
        for _ in 0..<(try count()) { strings.append(try string()) }
        return strings
    }
}
