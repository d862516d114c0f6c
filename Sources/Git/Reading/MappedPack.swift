/// A pack and its index, read where the kernel has them (gitformat-pack, version 2).
///
/// It answers only where all is well: whatever is odd it leaves to libgit2, which knows how to say so.
final class MappedPack: Sendable {
    /// Tells it apart from all others that were opened, also from those that are gone.
    let number: Int
    /// The file name of its index.
    let indexName: String
    let index: MappedFile
    let pack: MappedFile
    /// How many objects it has.
    let count: Int
    /// Where the last entry ends.
    var end: Int { pack.count - 20 }

    /// What lies at a place of a pack.
    enum Entry {
        case whole(GitObject)
        /// Instructions for the object that lies at another place.
        case delta(base: Int, [UInt8])
    }

    /// Where the ids of the objects begin, and those of their parts that follow.
    static let (fanOut, ids) = (8, 1032)

    /// Opens a pack by the name of its index, which ends in `.idx`; `nil` when it is not one that this can read.
    ///
    /// - Parameter limit: ranges of a pack with more bytes are copied.
    init?(_ folder: String, indexName: String, number: Int, copyingBeyond limit: Int = MappedFile.limit) {
        let path = "\(folder)/\(indexName.dropLast(4))"
        guard let index = MappedFile(path: path + ".idx"),
            let pack = MappedFile(path: path + ".pack", copyingBeyond: limit)
        else { return nil }
        let count = Int(index.number(at: Self.fanOut + 255 * 4, as: UInt32.self))
        guard index.number(at: 0, as: UInt32.self) == 0xff74_4f63, index.number(at: 4, as: UInt32.self) == 2,
            index.count >= Self.ids + count * 28 + 40,
            pack.number(at: 0, as: UInt32.self) == 0x5041_434b, pack.number(at: 4, as: UInt32.self) == 2,
            pack.bytes(pack.count - 20..<pack.count) == index.bytes(index.count - 40..<index.count - 20)
        else { return nil }
        (self.index, self.pack, self.count, self.number) = (index, pack, count, number)
        self.indexName = indexName
    }

    /// Where an object lies; `nil` when the pack has it not.
    func place(of id: ObjectID) -> Int? {
        let first = Int(id.firstByte)
        var low = first == 0 ? 0 : Int(index.number(at: Self.fanOut + (first - 1) * 4, as: UInt32.self))
        var high = min(count, Int(index.number(at: Self.fanOut + first * 4, as: UInt32.self)))
        // Ids are spread evenly, so that it is not far from where its next bytes say; from there in steps that grow.
        var next = low + Int(UInt64(max(0, high - low)) * UInt64(id.bytesAfterFirst) >> 32)
        var step = 4
        while low < high {
            let found = self.id(next)
            if found == id { return place(ofRow: next) }
            if found < id { low = next + 1 } else { high = next }
            let further = found < id ? next + step : next - step
            next = low..<high ~= further ? further : (low + high) / 2
            step *= 2
        }
        return nil
    }

    /// What lies at a place; `nil` when it is not well formed.
    func entry(at place: Int, _ reader: inout EntryReader) -> Entry? {
        guard let (head, content) = reader.entry(at: place, in: self) else { return nil }
        switch head.form {
        case .whole(let kind): return .whole(GitObject(kind: kind, bytes: content))
        case .delta, .deltaTo: return base(of: head, at: place).map { .delta(base: $0, content) }
        }
    }

    /// The instructions that make what lies at a place of what lies at another; `nil` when they are not what lies there.
    func change(at place: Int, of base: Int, _ reader: inout EntryReader) -> [UInt8]? {
        guard let (head, content) = reader.entry(at: place, in: self), case .delta = head.form,
            self.base(of: head, at: place) == base
        else { return nil }
        return content
    }

    /// Where the base of a delta lies; `nil` for what is no delta, or one to nothing.
    func base(of head: PackEntryHead, at place: Int) -> Int? {
        switch head.form {
        case .whole: nil
        case .delta(let distance): Int(exactly: distance).map { place - $0 }
        case .deltaTo(let id): self.place(of: id)
        }
    }

    /// Whether the way to what lies at a place, through what that rests on, leaves the pack.
    func leadsOut(from place: Int) -> Bool {
        var next = place
        for _ in 0...PackWorkbench.maximumDepth {
            guard (PackFile.start..<max(PackFile.start, end)).contains(next) else { return true }
            guard let head = head(at: next), let base = base(of: head, at: next) else { return false }
            next = base
        }
        return false
    }

    /// Whether each row of the index leads into the pack.
    var holdsAllRows: Bool {
        let inside = PackFile.start..<max(PackFile.start, end)
        return (0..<count).allSatisfy { row in place(ofRow: row).map(inside.contains) ?? false }
    }

    /// The head of the entry at a place; `nil` when it is not well formed.
    func head(at place: Int) -> PackEntryHead? {
        place < PackFile.start ? nil : unsafe pack.withBytes(place..<place + 40) { unsafe PackEntryHead($0) }
    }

    /// The object of a row of the index, which is sorted by them.
    func id(_ row: Int) -> ObjectID {
        let place = Self.ids + row * 20
        return ObjectID(
            high: index.number(at: place, as: UInt64.self), middle: index.number(at: place + 8, as: UInt64.self),
            low: index.number(at: place + 16, as: UInt32.self))
    }

    /// Where the object of a row of the index lies; `nil` when the row is not well formed.
    func place(ofRow row: Int) -> Int? {
        let offsets = Self.ids + count * 24
        let small = index.number(at: offsets + row * 4, as: UInt32.self)
        guard small >= 1 << 31 else { return Int(small) }
        let large = offsets + count * 4 + Int(small & 0x7fff_ffff) * 8
        return Int(exactly: index.number(at: large, as: UInt64.self))
    }
}
