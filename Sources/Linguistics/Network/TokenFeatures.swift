/// What the network knows of a token: the ids of its attributes, in the order of the columns that models name.
struct TokenFeatures: Hashable, Sendable {
    /// norm, prefix, suffix, shape, whether a space follows, whether it is white space.
    var columns: InlineArray<6, UInt64>

    subscript(column: Int) -> UInt64 { columns[column] }

    init(norm: UInt64, prefix: UInt64, suffix: UInt64, shape: UInt64, isFollowedBySpace: Bool, isSpace: Bool) {
        columns = [norm, prefix, suffix, shape, isFollowedBySpace ? 1 : 0, isSpace ? 1 : 0]
    }

    static func == (a: Self, b: Self) -> Bool { (0..<6).allSatisfy { a.columns[$0] == b.columns[$0] } }
    func hash(into hasher: inout Hasher) { for index in 0..<6 { hasher.combine(columns[index]) } }
    var isSpace: Bool { columns[5] != 0 }
}

/// MurmurHash, as it makes ids of strings and rows of ids.
///
/// Source: Austin Appleby, MurmurHash2 (64A) and MurmurHash3 (x64, 128), public domain.
enum MurmurHash {
    /// The id of a string's UTF-8 bytes.
    static func id(_ bytes: some Collection<UInt8>) -> UInt64 {
        let multiplier: UInt64 = 0xC6A4_A793_5BD1_E995
        let count = bytes.count
        var hash = 1 ^ (UInt64(count) &* multiplier)
        var block: UInt64 = 0
        var filled = 0
        for byte in bytes {
            block |= UInt64(byte) << UInt64(8 * filled)
            filled += 1
            guard filled == 8 else { continue }
            block = block &* multiplier
            block ^= block >> 47
            block = block &* multiplier
            hash = (hash ^ block) &* multiplier
            (block, filled) = (0, 0)
        }
        if filled > 0 { hash = (hash ^ block) &* multiplier }
        hash ^= hash >> 47
        hash = hash &* multiplier
        return hash ^ hash >> 47
    }

    /// Four numbers from an id, of which rows of an embedding are made.
    static func rows(_ id: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
        var first = id &* 0x87C3_7B91_1142_53D5
        first = (first << 31 | first >> 33) &* 0x4CF5_AD43_2745_937F
        first = UInt64(seed) ^ first ^ 8
        var second = UInt64(seed) ^ 8
        first = first &+ second
        second = second &+ first
        first = mixed(first)
        second = mixed(second)
        first = first &+ second
        second = second &+ first
        return (
            UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: first >> 32),
            UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: second >> 32)
        )
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value ^= value >> 33
        value = value &* 0xFF51_AFD7_ED55_8CCD
        value ^= value >> 33
        value = value &* 0xC4CE_B9FE_1A85_EC53
        return value ^ value >> 33
    }
}
