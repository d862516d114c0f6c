import Crypto

/// Writes the objects of one revision as one pack with its index.
///
/// Nothing is visible before ``finish()`` and nothing stays behind without it.
package struct PackWriter: ~Copyable {
    private let repository: GitRepository
    private let file: TemporaryFile
    /// What is not in the file yet; it belongs at `written`.
    private var segment = PackSegment()
    private var entries: [PackIndex.Entry] = []
    private var ids: Set<ObjectID> = []
    private var written: UInt64

    private static let bufferSize = 1 << 20

    /// Starts a pack for `repository`.
    ///
    /// - Throws: `.permission` or `.diskFull`, naming the folder, when no file can be created there.
    package init(in repository: GitRepository) throws(GitError) {
        let file = try TemporaryFile(in: repository.packFolder)
        // Signature, version, and a count that is only known at the end (gitformat-pack).
        let header = Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 0]
        try file.write(header, at: 0)
        // What it asks for from now on must be there: somebody may have thrown out packs that were known.
        repository.packs.refresh()
        self.repository = repository
        self.file = file
        written = UInt64(header.count)
    }

    /// How many objects the pack holds so far.
    package var count: Int { entries.count + segment.entries.count }

    /// Adds an object unless this pack has it, and returns its id.
    package mutating func add(_ kind: ObjectKind, _ bytes: [UInt8]) throws(GitError) -> ObjectID {
        let id = ObjectID.of(kind, bytes)
        if !has(id) { try append(id, kind, bytes) }
        return id
    }

    /// Adds an object unless this pack or another that the repository knows has it, and returns its id.
    ///
    /// Worth it where most objects are old; asking costs some microseconds for each pack of the repository.
    package mutating func addIfMissing(_ kind: ObjectKind, _ bytes: [UInt8]) throws(GitError) -> ObjectID {
        let id = ObjectID.of(kind, bytes)
        if !has(id), !repository.isKnown(id) { try append(id, kind, bytes) }
        return id
    }

    /// Adds an entry as it is stored elsewhere, of an object that the pack does not have; returns where it lies.
    mutating func append(stored entry: [UInt8], of id: ObjectID) throws(GitError) -> UInt64 {
        if segment.bytes.count > PackWriter.bufferSize { try flush() }
        let offset = end
        segment.append(stored: entry, of: id)
        return offset
    }

    /// Where the next entry will lie.
    var end: UInt64 { written + UInt64(segment.bytes.count) }

    private func has(_ id: ObjectID) -> Bool { ids.contains(id) || segment.contains(id) }

    private mutating func append(_ id: ObjectID, _ kind: ObjectKind, _ bytes: [UInt8]) throws(GitError) {
        if segment.bytes.count > PackWriter.bufferSize { try flush() }
        try segment.append(id, kind, bytes, repository.compression)
    }

    /// Adds the entries of a segment, but for those that the pack has.
    package mutating func append(_ other: PackSegment) throws(GitError) {
        try flush()
        try write(other)
    }

    /// Brings pack and index to the disk, gives them their names and lets the repository see them.
    ///
    /// - Returns: the pack's name without extension, `pack-` and a hash; `nil` when it holds nothing, and then
    ///   nothing was written.
    /// - Throws: what the file system said, with the path; the folder is then as it was before.
    package consuming func finish() throws(GitError) -> String? {
        try flush()
        guard !entries.isEmpty else { return nil }
        let hash = try seal()
        try file.synchronize()
        let index = try TemporaryFile(in: repository.packFolder)
        try index.write(PackIndex(entries, packHash: hash).bytes, at: 0)
        try index.synchronize()
        let name = "pack-\(hash)"
        try PackWriter.publish(file, index, as: name, in: repository.packFolder)
        // The pack is safe by now, and libgit2, when it misses an object in it, looks again.
        repository.packs.refresh()
        return name
    }

    private mutating func flush() throws(GitError) {
        try write(segment)
        segment.removeAll()
    }

    private mutating func write(_ segment: PackSegment) throws(GitError) {
        guard !segment.entries.isEmpty else { return }
        guard segment.entries.contains(where: { ids.contains($0.id) }) else {
            for entry in segment.entries { note(entry.id, entry.crc, at: entry.offset) }
            try file.write(segment.bytes, at: written)
            written += UInt64(segment.bytes.count)
            return
        }
        let ends = segment.entries.dropFirst().map { Int($0.offset) } + [segment.bytes.count]
        for (entry, end) in zip(segment.entries, ends) where !ids.contains(entry.id) {
            let bytes = Array(segment.bytes[Int(entry.offset)..<end])
            note(entry.id, entry.crc, at: 0)
            try file.write(bytes, at: written)
            written += UInt64(bytes.count)
        }
    }

    private mutating func note(_ id: ObjectID, _ crc: UInt32, at offset: UInt64) {
        ids.insert(id)
        entries.append(PackIndex.Entry(id: id, crc: crc, offset: written + offset))
    }

    /// Fills in the count, and appends the hash of everything before it.
    private mutating func seal() throws(GitError) -> ObjectID {
        guard let count = UInt32(exactly: entries.count) else {
            throw GitError(.invalid, "write pack", "a pack cannot hold more than \(UInt32.max) objects")
        }
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
