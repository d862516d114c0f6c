/// The head of a pack entry: what is stored, how large it is, where the compressed bytes begin.
struct PackEntryHead {
    /// How an object is stored.
    enum Form {
        case whole(ObjectKind)
        /// As a delta to the entry so many bytes before.
        case delta(distance: UInt64)
        /// As a delta to an object by name.
        case deltaTo(ObjectID)
    }

    let form: Form
    /// Bytes of what was compressed: of the object, or of the delta.
    let size: Int
    /// Where the compressed bytes begin.
    let start: Int

    /// Reads the head of a stored entry, whose first index is 0; `nil` when it is not one (gitformat-pack).
    init?<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) where Bytes.Index == Int {
        guard let first = bytes.first else { return nil }
        var (size, shift, position) = (Int(first & 15), 4, 1)
        var byte = first
        while byte & 0x80 != 0 {
            guard position < bytes.count, shift < 56 else { return nil }
            byte = bytes[position]
            size |= Int(byte & 0x7f) << shift
            (shift, position) = (shift + 7, position + 1)
        }
        self.size = size
        switch first >> 4 & 7 {
        case 6:
            guard let (distance, end) = PackEntryHead.distance(bytes, position) else { return nil }
            (form, start) = (.delta(distance: distance), end)
        case 7:
            guard position + 20 <= bytes.count else { return nil }
            (form, start) = (.deltaTo(ObjectID(bytes: bytes[position..<position + 20])), position + 20)
        case let number:
            guard let kind = ObjectKind(number: Int32(number)) else { return nil }
            (form, start) = (.whole(kind), position)
        }
    }

    /// Seven bits a byte, the highest first, one added before each further byte.
    private static func distance<Bytes: RandomAccessCollection<UInt8>>(
        _ bytes: Bytes, _ start: Int
    ) -> (UInt64, Int)? where Bytes.Index == Int {
        guard start < bytes.count else { return nil }
        var (distance, position) = (UInt64(bytes[start] & 0x7f), start + 1)
        while bytes[position - 1] & 0x80 != 0 {
            guard position < bytes.count, distance < 1 << 48 else { return nil }
            distance = (distance + 1) << 7 | UInt64(bytes[position] & 0x7f)
            position += 1
        }
        return (distance, position)
    }
}

extension [UInt8] {
    /// Appends how far back the base of a delta lies, as ``PackEntryHead`` reads it.
    mutating func append(distance: UInt64) {
        var (bytes, rest) = ([UInt8(distance & 0x7f)], distance >> 7)
        while rest > 0 {
            rest -= 1
            bytes.append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        self += bytes.reversed()
    }
}
