/// Takes values from bytes whose digest was checked; what is cut short reads as nothing, and leaves the reader past the end.
struct ArchiveReader {
    private var bytes: ArraySlice<UInt8>
    private var isCutShort = false

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// Whether all bytes were taken, and no more.
    var isAtEnd: Bool { bytes.isEmpty && !isCutShort }

    mutating func number() -> Int {
        var (value, shift): (UInt, UInt) = (0, 0)
        while let byte = bytes.popFirst() {
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: value) }
            shift += 7
        }
        isCutShort = true
        return 0
    }

    mutating func text() -> String {
        let length = number()
        guard length >= 0, length <= bytes.count else {
            isCutShort = true
            return ""
        }
        defer { bytes = bytes.dropFirst(length) }
        return String(decoding: bytes.prefix(length), as: UTF8.self)
    }

    mutating func flag() -> Bool { number() == 1 }

    mutating func optional<Value>(_ read: (inout ArchiveReader) -> Value) -> Value? { flag() ? read(&self) : nil }

    mutating func list<Value>(_ read: (inout ArchiveReader) -> Value) -> [Value] {
        let count = number()
        guard count >= 0, count <= bytes.count else {
            isCutShort = isCutShort || count != 0
            return []
        }
        return (0..<count).map { _ in read(&self) }
    }

    mutating func texts() -> [String] { list { $0.text() } }

    mutating func optionalText() -> String? { optional { $0.text() } }

    mutating func dictionary() -> [String: String] {
        Dictionary(list { ($0.text(), $0.text()) }) { first, _ in first }
    }
}
