/// Copies the objects of several packs into one, later versions of a file or folder as deltas to earlier ones.
///
/// Objects are written commit by commit, the oldest first, so that a base always goes before what rests on it. What is a delta
/// already is copied as it is stored; of what is stored whole, that becomes a delta for which an earlier version is at hand.
struct PackRoller: ~Copyable {
    /// A chain of deltas may be so long.
    static let maximumDepth = 32

    private let source: PackedObjects
    private var pack: PackWriter
    private let compression: Compression
    /// Where each object written so far lies, and on how many deltas it rests.
    private var written: [ObjectID: (offset: UInt64, depth: Int)] = [:]

    /// Prepares to put packs of `repository` together.
    ///
    /// - Throws: `.damaged` when one of the packs is.
    init(_ names: [String], in repository: GitRepository) throws(GitError) {
        let source = try PackedObjects(names, in: repository.packFolder)
        let pack = try PackWriter(in: repository)
        let compression = try Compression()
        self.source = source
        self.pack = pack
        self.compression = compression
    }

    /// Writes the pack, and returns its name without extension.
    ///
    /// - Throws: `.damaged` when an object cannot be read as it was written; no pack is then left behind.
    consuming func roll() throws(GitError) -> String? {
        for (id, commit) in try source.commits() {
            try write(id, after: nil)
            let parent = try commit.parents.first.flatMap { (id) throws(GitError) in
                source.contains(id) ? try Commit(parsing: source.object(id).bytes).tree : nil
            }
            try write(folder: commit.tree, after: parent)
        }
        for id in source.ids { try write(id, after: nil) }
        guard written.count == source.count else {
            throw GitError(.other, "roll packs", "\(source.count - written.count) objects were not copied")
        }
        return try pack.finish()
    }

    /// Writes a folder, and what is new below it.
    private mutating func write(folder id: ObjectID, after former: ObjectID?) throws(GitError) {
        guard source.contains(id), written[id] == nil else { return }
        try write(id, after: former)
        // What lies in no pack at hand is older than these, and so is all that was in it.
        let before = try former.flatMap { (id) throws(GitError) in
            source.contains(id) ? try StoredTree(source.object(id).bytes) : nil
        }
        let after = try StoredTree(source.object(id).bytes)
        for pair in EntryPairs(before: before ?? StoredTree(), after: after) {
            guard let id = pair.afterID, id != pair.beforeID, source.contains(id), written[id] == nil else { continue }
            if try pair.value()?.mode == .folder {
                try write(folder: id, after: pair.beforeID)
            } else {
                try write(id, after: pair.beforeID)
            }
        }
    }

    /// Writes an object unless that is done, after an earlier version of it.
    private mutating func write(_ id: ObjectID, after former: ObjectID?) throws(GitError) {
        guard written[id] == nil else { return }
        let stored = try source.stored(id)
        if let base = stored.base {
            try write(base, after: nil)
            guard let place = written[base] else { throw source.damaged(id, "its base is missing") }
            try append(id, delta: Array(stored.bytes[stored.head.start...]), size: stored.head.size, on: place)
        } else if let former, let place = written[former],
            let delta = try delta(id, stored, on: former)
        {
            try append(id, delta: delta.compressed, size: delta.size, on: place)
        } else {
            written[id] = (try pack.append(stored: stored.bytes, of: id), 0)
        }
    }

    /// The object as a delta to an earlier version; `nil` when that is not at hand, or not worth it.
    private mutating func delta(
        _ id: ObjectID, _ stored: PackedObjects.Stored, on former: ObjectID
    ) throws(GitError) -> (compressed: [UInt8], size: Int)? {
        guard let place = written[former], place.depth + 1 + source.height(of: id) <= PackRoller.maximumDepth,
            source.contains(former)
        else { return nil }
        let (base, target) = (try source.object(former), try source.object(id))
        guard base.kind == target.kind else { return nil }
        let delta = Delta.from(base.bytes, to: target.bytes)
        guard delta.count < target.bytes.count / 2 else { return nil }
        // The packs that hold it whole are about to go.
        guard Delta.apply(delta[...], to: base.bytes) == target.bytes else {
            throw GitError(.other, "roll packs", subject: id.hex, "its delta does not give it back")
        }
        let compressed = try compression.compress(.blob, delta)
        return compressed.count < stored.bytes.count ? (compressed, delta.count) : nil
    }

    private mutating func append(
        _ id: ObjectID, delta: [UInt8], size: Int, on base: (offset: UInt64, depth: Int)
    ) throws(GitError) {
        var entry: [UInt8] = []
        entry.reserveCapacity(delta.count + 16)
        entry.append(entryHeader: 6, size: size)
        entry.append(distance: pack.end - base.offset)
        entry += delta
        written[id] = (try pack.append(stored: entry, of: id), base.depth + 1)
    }
}
