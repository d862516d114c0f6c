import Crypto

/// The SHA-1 name of a git object.
package struct ObjectID: Hashable, Sendable {
    // Three integers, most significant byte first, so that equality is the synthesised one and order is easily told.
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    /// The id with the given 20 bytes; what is missing counts as zero, what is too much is ignored.
    init(bytes: some Sequence<UInt8>) {
        var iterator = bytes.makeIterator()
        func take<Word: FixedWidthInteger>(_: Word.Type) -> Word {
            (0..<Word.bitWidth / 8).reduce(0) { word, _ in word << 8 | Word(iterator.next() ?? 0) }
        }
        high = take(UInt64.self)
        middle = take(UInt64.self)
        low = take(UInt32.self)
    }

    /// The id whose bytes are those of three integers, most significant first.
    init(high: UInt64, middle: UInt64, low: UInt32) {
        (self.high, self.middle, self.low) = (high, middle, low)
    }

    /// The id that starts at `offset`; at least 20 bytes must be there.
    init(_ bytes: [UInt8], at offset: Int) {
        self = unsafe bytes[offset..<offset + 20].withUnsafeBytes { raw in unsafe ObjectID(raw) }
    }

    /// The id written as 40 hexadecimal digits; `nil` for any other text.
    package init?(hex: some StringProtocol) { self.init(digits: hex.utf8) }

    /// The id whose 40 hexadecimal digits are these; `nil` for any other bytes.
    init?(digits: some Sequence<UInt8>) {
        var (high, middle, low): (UInt64, UInt64, UInt32) = (0, 0, 0)
        var count = 0
        for byte in digits {
            guard let digit = hexValue(byte) else { return nil }
            switch count {
            case 0..<16: high = high << 4 | UInt64(digit)
            case 16..<32: middle = middle << 4 | UInt64(digit)
            case 32..<40: low = low << 4 | UInt32(digit)
            default: return nil
            }
            count += 1
        }
        guard count == 40 else { return nil }
        self.init(high: high, middle: middle, low: low)
    }

    /// The id git gives to an object of this kind and content.
    package static func of(_ kind: ObjectKind, _ bytes: [UInt8]) -> ObjectID {
        var hasher = Insecure.SHA1()
        hasher.update(Array(kind.word.utf8) + [UInt8(ascii: " ")] + String(bytes.count).utf8 + [0])
        hasher.update(bytes)
        return unsafe hasher.finalize().withUnsafeBytes { digest in unsafe ObjectID(digest) }
    }

    /// The id whose 20 bytes are these.
    @unsafe private init(_ raw: UnsafeRawBufferPointer) {
        unsafe high = UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self))
        unsafe middle = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        unsafe low = UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    }

    /// The 20 bytes of the id.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20)
        append(to: &bytes)
        return bytes
    }

    /// Appends the 20 bytes of the id.
    func append(to bytes: inout [UInt8]) {
        unsafe withUnsafeBytes(of: high.bigEndian) { unsafe bytes.append(contentsOf: $0) }
        unsafe withUnsafeBytes(of: middle.bigEndian) { unsafe bytes.append(contentsOf: $0) }
        unsafe withUnsafeBytes(of: low.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Feeds a part of the id: it is a hash already, and eight bytes of it tell any two apart.
    package func hash(into hasher: inout Hasher) { hasher.combine(middle) }

    /// The first byte, by which a pack index fans out.
    var firstByte: UInt8 { UInt8(truncatingIfNeeded: high >> 56) }

    /// The four bytes after it, as a number.
    var bytesAfterFirst: UInt32 { UInt32(truncatingIfNeeded: high >> 24) }

    /// The 40 lower-case hexadecimal digits.
    package var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

extension ObjectID: Comparable, CustomStringConvertible {
    /// The order of the bytes, which is the order in a pack index.
    package static func < (a: ObjectID, b: ObjectID) -> Bool {
        (a.high, a.middle, a.low) < (b.high, b.middle, b.low)
    }

    /// The 40 hexadecimal digits.
    package var description: String { hex }
}

private func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
}
