/// Copies the objects of several packs into one, later versions of a file or folder as deltas to earlier ones.
///
/// A pack that is most of them is copied as it lies. The objects of the others come after it, commit by commit, the oldest
/// first, so that a base always goes before what rests on it. What is a delta already is copied as it is stored; of what is
/// stored whole, that becomes a delta for which an earlier version is at hand.
struct PackRoller: ~Copyable {
    /// A chain of deltas may be so long.
    static let maximumDepth = 50

    private let source: PackedObjects
    private var pack: PackAssembly
    private let compression: Compression
    /// Where each object written one by one lies, and on how many deltas it rests.
    private var written: [ObjectID: Place] = [:]

    /// Where an object lies in the new pack.
    private struct Place {
        let offset: UInt64
        /// On how many deltas it rests.
        let depth: Int
    }

    /// Opens packs of `repository`, which may go as soon as this returns.
    ///
    /// - Throws: `.damaged` when one of the packs is.
    init(_ packs: [PackPlan.Pack], in repository: GitRepository) throws(GitError) {
        var files: [PackFile] = []
        for (number, pack) in packs.enumerated() {
            files.append(try PackFile(pack.name, number: number, in: repository.packFolder))
        }
        let bytes = packs.reduce(0) { $0 + $1.bytes }
        let ground = packs.firstIndex { $0.bytes > bytes / 2 }.map { files.remove(at: $0) }
        let source = try PackedObjects(files, on: ground)
        let pack = try PackAssembly(of: source.count, in: repository.packFolder)
        self.source = source
        self.pack = pack
        compression = repository.compression
    }

    /// Writes the pack.
    ///
    /// - Throws: `.damaged` when an object cannot be read as it was written; no pack is then left behind.
    consuming func roll() throws(GitError) -> SealedPack {
        if let ground = source.ground { try pack.append(all: ground) }
        for (id, commit) in try source.commits() {
            try write(id, after: nil)
            let parent = try commit.parents.first.flatMap { (id) throws(GitError) in
                source.contains(id) ? try Commit(parsing: source.object(id).bytes).tree : nil
            }
            try write(folder: commit.tree, after: parent)
        }
        for id in source.ids { try write(id, after: nil) }
        return try pack.seal()
    }

    /// Writes a folder, and what is new below it.
    private mutating func write(folder id: ObjectID, after former: ObjectID?) throws(GitError) {
        guard isWaiting(id) else { return }
        try write(id, after: former)
        // What lies in no pack at hand is older than these, and so is all that was in it.
        let before = try former.flatMap { (id) throws(GitError) in
            source.contains(id) ? try StoredTree(source.object(id).bytes) : nil
        }
        let after = try StoredTree(source.object(id).bytes)
        for pair in EntryPairs(before: before ?? StoredTree(), after: after) {
            guard let id = pair.afterID, id != pair.beforeID, isWaiting(id) else { continue }
            if try pair.value()?.mode == .folder {
                try write(folder: id, after: pair.beforeID)
            } else {
                try write(id, after: pair.beforeID)
            }
        }
    }

    /// Whether an object is still to be written.
    private func isWaiting(_ id: ObjectID) -> Bool { source.isLoose(id) && written[id] == nil }

    /// Where an object lies; `nil` when it was not written yet.
    private func place(of id: ObjectID) -> Place? {
        if let place = written[id] { return place }
        guard let ground = source.ground, let offset = ground.offset(of: id), let depth = ground.depth(at: offset)
        else { return nil }
        return Place(offset: UInt64(offset), depth: depth)
    }

    /// Writes an object unless that is done, after an earlier version of it.
    private mutating func write(_ id: ObjectID, after former: ObjectID?) throws(GitError) {
        guard isWaiting(id) else { return }
        let stored = try source.stored(id)
        if let base = stored.base {
            try write(base, after: nil)
            guard let place = place(of: base) else { throw source.damaged(id, "its base is missing") }
            try append(id, delta: Array(stored.bytes[stored.head.start...]), size: stored.head.size, on: place)
        } else if let former, let place = place(of: former),
            let delta = try delta(id, stored, on: former, place.depth)
        {
            try append(id, delta: delta.compressed, size: delta.size, on: place)
        } else {
            written[id] = Place(offset: try pack.append(stored.bytes, of: id), depth: 0)
        }
    }

    /// The object as a delta to an earlier version; `nil` when that is not worth it.
    private func delta(
        _ id: ObjectID, _ stored: PackedObjects.Stored, on former: ObjectID, _ depth: Int
    ) throws(GitError) -> (compressed: [UInt8], size: Int)? {
        guard depth + 1 + source.height(of: id) <= PackRoller.maximumDepth else { return nil }
        let (base, target) = (try source.object(former), try source.object(id))
        guard base.kind == target.kind else { return nil }
        let delta = Delta.from(base.bytes, to: target.bytes)
        guard delta.count < target.bytes.count / 2 else { return nil }
        // The packs that hold it whole are about to go.
        guard Delta.apply(delta[...], to: base.bytes) == target.bytes else {
            throw GitError(.other, "roll packs", subject: id.hex, "its delta does not give it back")
        }
        // What is new in a folder is ids, which do not compress.
        let compressed = try compression.compress(base.kind, delta)
        return compressed.count < stored.bytes.count ? (compressed, delta.count) : nil
    }

    private mutating func append(
        _ id: ObjectID, delta: [UInt8], size: Int, on base: Place
    ) throws(GitError) {
        var entry: [UInt8] = []
        entry.reserveCapacity(delta.count + 16)
        entry.append(entryHeader: 6, size: size)
        entry.append(distance: pack.end - base.offset)
        entry += delta
        written[id] = Place(offset: try pack.append(entry, of: id), depth: base.depth + 1)
    }
}
