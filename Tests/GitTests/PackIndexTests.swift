import TestSupport
import Testing

@testable import Git

@Suite struct PackIndexTests {
    @Test func `stock git reads offsets beyond two and four gigabytes`() throws {
        let offsets: [UInt64] = [12, 1 << 31 - 1, 1 << 31, 1 << 32 + 5, 1 << 40]
        let entries = offsets.map { offset in
            PackIndex.Entry(
                id: .of(.blob, Array("\(offset)".utf8)), crc: UInt32(truncatingIfNeeded: offset), offset: offset)
        }
        let index = PackIndex(entries, packHash: .of(.blob, []))
        let result = try run(["git", "show-index"], input: index.bytes)
        #expect(result.status == 0, "\(result.errors)")
        let rows = entries.sorted { $0.id < $1.id }.map { entry in
            let crc = String(entry.crc, radix: 16)
            return "\(entry.offset) \(entry.id) (\(String(repeating: "0", count: 8 - crc.count) + crc))"
        }
        #expect(result.lines == rows)
    }
}
