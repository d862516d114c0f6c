import Crypto

/// A pack that is copied into another: where its entries begin and end, each checked against the index when it is copied.
final class PackFile {
    /// Where an object lies.
    struct Place {
        let id: ObjectID
        let crc: UInt32
        let range: Range<Int>
    }

    /// Where the first entry begins.
    static let start = 12

    /// `pack-` and a hash, without extension.
    let name: String
    private let pack: MappedPack

    /// Opens the pack of a name; `number` tells it apart from others.
    ///
    /// - Throws: `.damaged` when the index is not as it was written, not of version 2, or does not fit the pack.
    init(_ name: String, number: Int, in folder: String) throws(GitError) {
        let path = "\(folder)/\(name).pack"
        guard let pack = MappedPack(folder, indexName: name + ".idx", number: number) else {
            throw GitError(
                .damaged, "read pack", subject: path, "it or its index is cut short or of an unknown version")
        }
        guard pack.hasSoundIndex else {
            throw GitError(.damaged, "read pack", subject: path, "its index is not as it was written")
        }
        self.name = name
        self.pack = pack
    }

    /// How many objects it has.
    var count: Int { pack.count }

    /// Where the last entry ends.
    var end: Int { pack.end }

    /// The objects in the order in which they lie.
    ///
    /// Made once, and only of packs that are copied entry by entry.
    private(set) lazy var places: [Place] = inOrder.map { row, range in
        Place(id: pack.id(row), crc: pack.crc(row), range: range)
    }

    /// The rows of the index and the ranges of their entries, in the order in which they lie.
    private var inOrder: [(row: Int, range: Range<Int>)] {
        let starts = (0..<count).map { (offset: pack.place(ofRow: $0) ?? 0, row: $0) }.sorted { $0.offset < $1.offset }
        return starts.indices.map { index in
            let next = index + 1 < starts.count ? starts[index + 1].offset : end
            return (starts[index].row, starts[index].offset..<max(starts[index].offset, next))
        }
    }

    /// All entries by id, after each was checked against the index.
    func checkedEntries() throws(GitError) -> [PackIndex.Entry] {
        let entries = (0..<count).map { row in
            PackIndex.Entry(id: pack.id(row), crc: pack.crc(row), offset: UInt64(pack.place(ofRow: row) ?? 0))
        }
        var expected = Self.start
        for (row, range) in inOrder {
            guard range.lowerBound == expected, pack.crc(of: range) == entries[row].crc else {
                throw damaged(entries[row].id)
            }
            expected = range.upperBound
        }
        guard expected == end else {
            throw GitError(.damaged, "read pack", subject: name, "it has more than its index")
        }
        return entries
    }

    /// Whether the pack has the object.
    func contains(_ id: ObjectID) -> Bool { pack.place(of: id) != nil }

    /// Where an object begins; `nil` when the pack has it not.
    func offset(of id: ObjectID) -> Int? { pack.place(of: id) }

    /// Where an object lies; `nil` when the pack has it not.
    func place(of id: ObjectID) -> Place? { pack.place(of: id).flatMap(place(at:)) }

    /// The object whose entry starts at an offset; `nil` when none does.
    func place(at offset: Int) -> Place? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low].range.lowerBound == offset ? places[low] : nil
    }

    /// The stored bytes of an entry, header included, checked against the index.
    func bytes(of place: Place) throws(GitError) -> [UInt8] {
        guard pack.crc(of: place.range) == place.crc else { throw damaged(place.id) }
        return pack.bytes(place.range)
    }

    /// Lends stored bytes as they lie.
    @unsafe func withBytes(
        _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(GitError) -> Void
    ) throws(GitError) { try unsafe pack.withBytes(range, body) }

    /// The head of an entry; `nil` when it is not well formed.
    func head(at offset: Int) -> PackEntryHead? { pack.head(at: offset) }

    /// On how many deltas the object at an offset rests; `nil` when they lead nowhere.
    func depth(at offset: Int) -> Int? { pack.depth(at: offset) }

    /// The object at an offset; `nil` when it is not sound.
    func object(at offset: Int, on workbench: PackWorkbench) -> GitObject? { workbench.object(at: offset, in: pack) }

    private func damaged(_ id: ObjectID) -> GitError {
        GitError(.damaged, "read pack", subject: "\(name).pack", "the entry of \(id) is damaged")
    }
}
