import Crypto

/// A pack that is put together of entries as they are stored elsewhere, with its index.
///
/// How many entries there will be is known before, so that it is hashed as it is written. Nothing is visible before
/// ``SealedPack/publish()``, and nothing stays behind without it.
struct PackAssembly: ~Copyable {
    private let folder: String
    private let file: TemporaryFile
    private let count: Int
    private var hasher = Insecure.SHA1()
    /// What is not in the file yet; it belongs at `written`.
    private var buffer: [UInt8] = []
    private var written: UInt64 = 0
    /// The entries of a pack that was copied as it lies, by id.
    private var copied: [PackIndex.Entry] = []
    private var entries: [PackIndex.Entry] = []

    private static let bufferSize = 1 << 20

    /// Starts a pack of so many entries in a folder.
    init(of count: Int, in folder: String) throws(GitError) {
        guard let number = UInt32(exactly: count) else {
            throw GitError(.invalid, "write pack", "a pack cannot hold more than \(UInt32.max) objects")
        }
        let file = try TemporaryFile(in: folder)
        self.folder = folder
        self.count = count
        self.file = file
        // Signature, version and count (gitformat-pack).
        buffer = Array("PACK".utf8) + [0, 0, 0, 2]
        buffer.append(bigEndian: number)
    }

    /// Where the next entry will lie.
    var end: UInt64 { written + UInt64(buffer.count) }

    /// Copies a whole pack as it lies, each entry checked against its index; to be called before any other entry is added.
    mutating func append(all pack: PackFile) throws(GitError) {
        copied = try pack.checkedEntries()
        try flush()
        for place in stride(from: PackFile.start, to: pack.end, by: Self.bufferSize) {
            try unsafe pack.withBytes(place..<min(place + Self.bufferSize, pack.end)) { (bytes) throws(GitError) in
                unsafe hasher.update(bufferPointer: bytes)
                try unsafe file.write(bytes, at: written)
                written += UInt64(bytes.count)
            }
        }
    }

    /// Adds an entry of an object that the pack does not have, and returns where it lies.
    mutating func append(_ entry: [UInt8], of id: ObjectID) throws(GitError) -> UInt64 {
        if buffer.count > Self.bufferSize { try flush() }
        let offset = end
        entries.append(PackIndex.Entry(id: id, crc: crc32(entry[...]), offset: offset))
        buffer += entry
        return offset
    }

    /// Brings pack and index to the disk; they have no names yet.
    consuming func seal() throws(GitError) -> SealedPack {
        guard copied.count + entries.count == count else {
            throw GitError(.other, "roll packs", "\(count - copied.count - entries.count) objects were not copied")
        }
        try flush()
        let hash = ObjectID(bytes: hasher.finalize())
        try file.write(hash.bytes, at: written)
        try file.synchronize()
        let index = try TemporaryFile(in: folder)
        try index.write(PackIndex(entries, among: copied, packHash: hash).bytes, at: 0)
        try index.synchronize()
        return SealedPack(name: "pack-\(hash)", folder: folder, pack: file, index: index)
    }

    private mutating func flush() throws(GitError) {
        hasher.update(buffer)
        try file.write(buffer, at: written)
        written += UInt64(buffer.count)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// A pack with its index that is on the disk, and has no name yet.
struct SealedPack: ~Copyable {
    /// `pack-` and a hash.
    let name: String
    fileprivate let folder: String
    fileprivate let pack: TemporaryFile
    fileprivate let index: TemporaryFile

    /// Gives both files their names.
    consuming func publish() throws(GitError) {
        try PackWriter.publish(pack, index, as: name, in: folder)
    }
}
