/// Sorted words of a model, each with a list of words if it has one, looked up where they are stored.
struct WordTable: Sendable {
    private let bytes: [UInt8]
    private let blocks: [Int]
    private let count: Int
    private let blockLength: Int
    private let hasValues: Bool

    init(_ file: [UInt8], _ range: Range<Int>, section: String) throws(ModelError) {
        var reader = ByteReader(file, range, section: section)
        count = Int(try reader.fixed(UInt32.self))
        blockLength = Int(try reader.fixed(UInt32.self))
        hasValues = try reader.fixed(UInt32.self) != 0
        let size = Int(try reader.fixed(UInt32.self))
        guard blockLength > 0, count <= range.count * 2 else { throw reader.failure("a table of words is damaged") }
        var blocks: [Int] = []
        for _ in 0..<((count + blockLength - 1) / blockLength) { blocks.append(Int(try reader.fixed(UInt32.self))) }
        let body = try reader.take(size)
        guard blocks.allSatisfy({ $0 < size }) else { throw reader.failure("a table of words is damaged") }
        bytes = Array(file[body])
        self.blocks = blocks
    }

    /// Whether a word is in the table.
    func contains(_ word: String) -> Bool { find(Array(word.utf8)) != nil }

    /// The list of a word; empty where it has none or is not in the table.
    func values(of word: String) -> [String] {
        let wanted = Array(word.utf8)
        guard hasValues, var place = find(wanted) else { return [] }
        let number = Int(byte(at: place))
        place += 1
        return (0..<number).map { _ in
            var value = wanted
            advance(&value, &place)
            return String(decoding: value, as: UTF8.self)
        }
    }

    /// Where what follows a word stands.
    private func find(_ wanted: [UInt8]) -> Int? {
        var (low, high) = (0, blocks.count)
        var word: [UInt8] = []
        word.reserveCapacity(32)
        while low < high {
            let middle = (low + high) / 2
            var place = blocks[middle]
            word.removeAll(keepingCapacity: true)
            advance(&word, &place)
            if wanted.lexicographicallyPrecedes(word) { high = middle } else { low = middle + 1 }
        }
        guard low > 0 else { return nil }
        var place = blocks[low - 1]
        word.removeAll(keepingCapacity: true)
        for _ in 0..<min(blockLength, count - (low - 1) * blockLength) {
            advance(&word, &place)
            if word == wanted { return place }
            if hasValues { skipValues(after: word, &place) }
        }
        return nil
    }

    private func skipValues(after word: [UInt8], _ place: inout Int) {
        let number = Int(byte(at: place))
        place += 1
        for _ in 0..<number {
            var value = word
            advance(&value, &place)
        }
    }

    /// Replaces a word by the one that is stored as its successor.
    private func advance(_ word: inout [UInt8], _ place: inout Int) {
        let counts = byte(at: place)
        place += 1
        var rest = Int(counts & 15)
        if rest == 15 {
            var shift = 0
            var more: UInt8
            repeat {
                more = byte(at: place)
                place += 1
                rest += Int(more & 0x7F) << shift
                shift += 7
            } while more >= 0x80 && shift < 28
        }
        word.removeLast(max(0, word.count - Int(counts >> 4)))
        let end = min(bytes.count, place + rest)
        word += bytes[min(place, end)..<end]
        place = end
    }

    private func byte(at place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }
}
