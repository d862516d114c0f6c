/// A set of characters.
struct CharacterClass: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// Those beyond ASCII, in order: first and last of each stretch.
    private var ranges: [(first: UInt32, last: UInt32)] = []

    /// Reads stretches, each as the distance from the last one's end and its length less one.
    init(_ reader: inout ByteReader) throws(ModelError) {
        var last = 0
        for _ in 0..<(try reader.count()) {
            let first = last + (try reader.number())
            last = first + (try reader.number())
            guard last <= 0x10FFFF else { throw reader.failure("a character of a class is none") }
            insert(first, last)
        }
    }

    private mutating func insert(_ first: Int, _ last: Int) {
        if first < 128 {
            for letter in first...min(last, 127) {
                if letter < 64 { low |= 1 << UInt64(letter) } else { high |= 1 << UInt64(letter - 64) }
            }
        }
        if last >= 128 { ranges.append((UInt32(max(first, 128)), UInt32(last))) }
    }

    func contains(_ letter: UInt32) -> Bool {
        if letter < 64 { return low >> UInt64(letter) & 1 != 0 }
        if letter < 128 { return high >> UInt64(letter - 64) & 1 != 0 }
        var (start, end) = (0, ranges.count)
        while start < end {
            let middle = (start + end) / 2
            if ranges[middle].last < letter { start = middle + 1 } else { end = middle }
        }
        return start < ranges.count && ranges[start].first <= letter
    }
}
