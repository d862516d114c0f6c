import Crypto

/// Writes the objects of one revision as one pack with its index.
///
/// Nothing is visible before ``finish()`` and nothing stays behind without it. Blobs and commits are deflated as fast
/// as can be; trees are only stored, since they consist of hashes that do not compress and are what a walk reads.
package struct PackWriter: ~Copyable {
    private let repository: GitRepository
    private let file: TemporaryFile
    private let deflating: Compressor
    private let storing: Compressor
    private var entries: [PackIndex.Entry] = []
    private var ids: Set<ObjectID> = []
    /// What is not in the file yet; it belongs at `written`.
    private var buffer: [UInt8]
    private var written: UInt64 = 0

    private static let bufferSize = 1 << 20

    /// Starts a pack for `repository`.
    ///
    /// - Throws: `.permission` or `.diskFull`, naming the folder, when no file can be created there.
    package init(in repository: GitRepository) throws(GitError) {
        let file = try TemporaryFile(in: repository.packFolder)
        let deflating = try Compressor(level: 1)
        let storing = try Compressor(level: 0)
        self.repository = repository
        self.file = file
        self.deflating = deflating
        self.storing = storing
        // Signature, version, and a count that is only known at the end (gitformat-pack).
        buffer = Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 0]
    }

    /// How many objects the pack holds so far.
    package var count: Int { entries.count }

    /// Adds an object unless this pack has it, and returns its id.
    package mutating func add(_ kind: ObjectKind, _ bytes: [UInt8]) throws(GitError) -> ObjectID {
        let id = ObjectID.of(kind, bytes)
        if !ids.contains(id) { try append(id, kind, bytes) }
        return id
    }

    /// Adds an object unless this pack or another that the repository knows has it, and returns its id.
    ///
    /// Worth it where most objects are old; asking costs some microseconds for each pack of the repository.
    package mutating func addIfMissing(_ kind: ObjectKind, _ bytes: [UInt8]) throws(GitError) -> ObjectID {
        let id = ObjectID.of(kind, bytes)
        guard !ids.contains(id), !repository.isKnown(id) else { return id }
        try append(id, kind, bytes)
        return id
    }

    /// Brings pack and index to the disk, gives them their names and lets the repository see them.
    ///
    /// - Returns: the pack's name without extension, `pack-` and a hash; `nil` when it holds nothing, and then
    ///   nothing was written.
    /// - Throws: what the file system said, with the path; the folder is then as it was before.
    package consuming func finish() throws(GitError) -> String? {
        guard !entries.isEmpty else { return nil }
        let hash = try seal()
        try file.synchronize()
        let index = try TemporaryFile(in: repository.packFolder)
        try index.write(PackIndex(entries, packHash: hash).bytes, at: 0)
        try index.synchronize()
        let name = "pack-\(hash)"
        try PackWriter.publish(file, index, as: name, in: repository.packFolder)
        // The pack is safe by now, and who misses an object in it looks again.
        try? repository.refresh()
        return name
    }

    private mutating func append(_ id: ObjectID, _ kind: ObjectKind, _ bytes: [UInt8]) throws(GitError) {
        let compressed = kind == .tree ? try storing.compress(bytes) : try deflating.compress(bytes)
        if buffer.count > PackWriter.bufferSize { try flush() }
        let start = buffer.count
        appendHeader(kind, size: bytes.count)
        buffer += compressed
        ids.insert(id)
        entries.append(PackIndex.Entry(id: id, crc: crc32(buffer[start...]), offset: written + UInt64(start)))
    }

    /// Kind and inflated size: four bits of the size beside the kind, then seven a byte, lowest first.
    private mutating func appendHeader(_ kind: ObjectKind, size: Int) {
        var byte = kind.number << 4 | UInt8(size & 15)
        var rest = size >> 4
        while rest > 0 {
            buffer.append(byte | 0x80)
            byte = UInt8(rest & 0x7f)
            rest >>= 7
        }
        buffer.append(byte)
    }

    private mutating func flush() throws(GitError) {
        try file.write(buffer, at: written)
        written += UInt64(buffer.count)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Fills in the count, and appends the hash of everything before it.
    private mutating func seal() throws(GitError) -> ObjectID {
        guard let count = UInt32(exactly: entries.count) else {
            throw GitError(.invalid, "write pack", "a pack cannot hold more than \(UInt32.max) objects")
        }
        try flush()
        var header: [UInt8] = []
        header.append(bigEndian: count)
        try file.write(header, at: 8)
        let hash = try hashOfFile()
        try file.write(hash.bytes, at: written)
        return hash
    }

    // The count comes first in what is hashed, so the hash cannot be kept while writing. The file is still in memory.
    private func hashOfFile() throws(GitError) -> ObjectID {
        var hasher = Insecure.SHA1()
        var offset: UInt64 = 0
        while offset < written {
            let bytes = try file.read(Int(min(UInt64(PackWriter.bufferSize), written - offset)), at: offset)
            guard !bytes.isEmpty else { throw GitError(.other, "write pack", "the file is shorter than written") }
            hasher.update(bytes)
            offset += UInt64(bytes.count)
        }
        return ObjectID(bytes: hasher.finalize())
    }
}
