/// A run of pack entries made apart from the pack that they go into, so that several can be made at the same time.
///
/// Blobs and commits are deflated as fast as can be; trees are only stored, since they consist of hashes that do not compress
/// and are what a walk reads.
package struct PackSegment: Sendable {
    /// The entries one after another.
    private(set) var bytes: [UInt8] = []
    /// Where the entries lie in ``bytes``, in the order in which they were added.
    private(set) var entries: [PackIndex.Entry] = []
    private var ids: Set<ObjectID> = []

    /// A segment without entries.
    package init() {}

    /// Adds an object unless this segment, or a pack that `repository` knows, has it; returns its id.
    package mutating func addIfMissing(
        _ kind: ObjectKind, _ bytes: [UInt8], in repository: GitRepository
    ) throws(GitError) -> ObjectID {
        let id = ObjectID.of(kind, bytes)
        if !ids.contains(id), !repository.isKnown(id) { try append(id, kind, bytes, repository.compression) }
        return id
    }

    /// Adds an entry as it is stored elsewhere, of an object that the segment does not have.
    mutating func append(stored entry: [UInt8], of id: ObjectID) {
        entries.append(PackIndex.Entry(id: id, crc: crc32(entry[...]), offset: UInt64(bytes.count)))
        bytes += entry
        ids.insert(id)
    }

    /// Whether the segment has the object.
    func contains(_ id: ObjectID) -> Bool { ids.contains(id) }

    /// Takes out all entries, and forgets that it had them.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        ids.removeAll(keepingCapacity: true)
    }

    /// Adds an object that the segment does not have.
    mutating func append(
        _ id: ObjectID, _ kind: ObjectKind, _ object: [UInt8], _ compression: Compression
    ) throws(GitError) {
        let start = bytes.count
        bytes.append(entryHeader: kind.number, size: object.count)
        bytes += try compression.compress(kind, object)
        ids.insert(id)
        entries.append(PackIndex.Entry(id: id, crc: crc32(bytes[start...]), offset: UInt64(start)))
    }
}

extension [UInt8] {
    /// Appends the start of a pack entry: its type and inflated size, four bits of the size beside the type, then seven a byte,
    /// lowest first (gitformat-pack).
    mutating func append(entryHeader type: UInt8, size: Int) {
        var byte = type << 4 | UInt8(size & 15)
        var rest = size >> 4
        while rest > 0 {
            append(byte | 0x80)
            byte = UInt8(rest & 0x7f)
            rest >>= 7
        }
        append(byte)
    }
}
