import Crypto

/// The index of a pack, version 2 (gitformat-pack, "Version 2 pack-*.idx files").
struct PackIndex {
    /// Where one object lies in the pack.
    struct Entry {
        let id: ObjectID
        /// CRC-32 of the entry as it lies in the pack, header included.
        let crc: UInt32
        /// Byte offset from the start of the pack.
        let offset: UInt64
    }

    private let entries: [Entry]
    private let packHash: ObjectID

    /// The index of the pack that ends in `packHash`; entries may come in any order.
    init(_ entries: [Entry], packHash: ObjectID) {
        self.init(entries, among: [], packHash: packHash)
    }

    /// The same with many more entries, which come sorted by id.
    init(_ entries: [Entry], among sorted: [Entry], packHash: ObjectID) {
        let entries = entries.sorted { $0.id < $1.id }
        self.entries = sorted.isEmpty ? entries : PackIndex.merge(sorted, entries)
        self.packHash = packHash
    }

    private static func merge(_ many: [Entry], _ few: [Entry]) -> [Entry] {
        var merged: [Entry] = []
        merged.reserveCapacity(many.count + few.count)
        var rest = many[...]
        for entry in few {
            let before = rest.prefix { $0.id < entry.id }
            merged += before
            merged.append(entry)
            rest = rest[before.endIndex...]
        }
        return merged + rest
    }

    /// The stored form.
    var bytes: [UInt8] {
        var bytes: [UInt8] = [0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]
        bytes.reserveCapacity(1072 + entries.count * 28)
        appendFanOut(to: &bytes)
        for entry in entries { entry.id.append(to: &bytes) }
        for entry in entries { bytes.append(bigEndian: entry.crc) }
        appendOffsets(to: &bytes)
        bytes += packHash.bytes
        var hasher = Insecure.SHA1()
        hasher.update(bytes)
        return bytes + hasher.finalize()
    }

    /// For each first byte, how many ids start with it or a smaller one.
    private func appendFanOut(to bytes: inout [UInt8]) {
        var counts = [UInt32](repeating: 0, count: 256)
        for entry in entries { counts[Int(entry.id.firstByte)] += 1 }
        var total: UInt32 = 0
        for count in counts {
            total += count
            bytes.append(bigEndian: total)
        }
    }

    /// Offsets that need more than 31 bits stand in a table of their own, and here only their place in it.
    private func appendOffsets(to bytes: inout [UInt8]) {
        let topBit: UInt32 = 1 << 31
        var large: [UInt64] = []
        for entry in entries {
            if entry.offset < UInt64(topBit) {
                bytes.append(bigEndian: UInt32(entry.offset))
            } else {
                bytes.append(bigEndian: topBit | UInt32(large.count))
                large.append(entry.offset)
            }
        }
        for offset in large { bytes.append(bigEndian: offset) }
    }
}
