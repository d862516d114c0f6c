/// The number by which the model knows a word: that of the symbol table, or 64 bits of MurmurHash2.
struct WordHash: Sendable {
    private var symbols: [Spelling: UInt64] = [:]

    init(_ file: ModelFile) throws(ModelError) {
        var reader = try file.section("symbols")
        for _ in 0..<(try reader.count()) {
            let word = try reader.string()
            symbols[Spelling(word)] = UInt64(try reader.number())
        }
    }

    /// The number of a word.
    func callAsFunction(_ word: String) -> UInt64 {
        if word.isEmpty { return 0 }
        return symbols[Spelling(word)] ?? Self.murmur(word)
    }

    /// MurmurHash64A with seed 1.
    ///
    /// Source: Austin Appleby, https://github.com/aappleby/smhasher (public domain).
    private static func murmur(_ word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { bytes in
            let factor: UInt64 = 0xc6a4_a793_5bd1_e995
            var hash: UInt64 = 1 ^ (UInt64(bytes.count) &* factor)
            let whole = bytes.count / 8 * 8
            for start in stride(from: 0, to: whole, by: 8) {
                var block = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) } &* factor
                block = (block ^ (block >> 47)) &* factor
                hash = (hash ^ block) &* factor
            }
            if whole < bytes.count {
                for place in whole..<bytes.count { hash ^= UInt64(bytes[place]) << UInt64(8 * (place - whole)) }
                hash = hash &* factor
            }
            hash = (hash ^ (hash >> 47)) &* factor
            return hash ^ (hash >> 47)
        }
    }
}
