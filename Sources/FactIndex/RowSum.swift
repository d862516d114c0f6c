/// Sums that show a row to be damaged; of no use against somebody who means to deceive (FNV-1a over words of 64 bits).
struct RowSum {
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    /// The sum of a line or record.
    static func of(_ record: some Collection<UInt8>) -> Int64 {
        let sum = record.withContiguousStorageIfAvailable { of(UnsafeRawBufferPointer($0)) }
        return sum ?? Array(record).withUnsafeBytes { of($0) }
    }

    /// The sum of where a row holds and of the sum of what it says.
    static func of(since: Int, until: Int?, _ record: Int64) -> Int64 {
        let place = add(add(start, UInt64(bitPattern: Int64(since))), UInt64(bitPattern: Int64(until ?? -1)))
        return Int64(bitPattern: add(place, UInt64(bitPattern: record)))
    }

    private static func of(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        var sum = add(start, UInt64(bytes.count))
        var index = 0
        while index + 8 <= bytes.count {
            sum = add(sum, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            index += 8
        }
        for byte in bytes[index...] { sum = add(sum, UInt64(byte)) }
        return Int64(bitPattern: sum)
    }

    /// One step: a word that differs makes another sum.
    private static func add(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let product = (sum ^ word) &* prime
        // The high bits of a product depend on all others; without this the low ones of later words would not.
        return product ^ product >> 32
    }
}
