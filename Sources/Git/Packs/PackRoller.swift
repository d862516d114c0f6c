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
    /// Where each object written one by one lies, by its number; `nil` for one that was not written yet.
    private var written: [Place?]

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
        written = Array(repeating: nil, count: source.looseCount)
        compression = repository.compression
    }

    /// Writes the pack.
    ///
    /// - Throws: `.damaged` when an object cannot be read as it was written; no pack is then left behind.
    consuming func roll() throws(GitError) -> SealedPack {
        if let ground = source.ground { try pack.append(all: ground) }
        for (id, commit) in try source.commits() {
            if let number = source.number(of: id) { try write(number, after: nil) }
            let parent = try commit.parents.first.flatMap { (id) throws(GitError) in
                source.contains(id) ? try CommitLinks(parsing: source.object(id).bytes).tree : nil
            }
            try write(folder: commit.tree, after: parent)
        }
        for number in 0..<source.looseCount { try write(number, after: nil) }
        return try pack.seal()
    }

    /// Writes a folder, and what is new below it.
    private mutating func write(folder id: ObjectID, after former: ObjectID?) throws(GitError) {
        guard let number = waiting(id) else { return }
        try write(number, after: former)
        // What lies in no pack at hand is older than these, and so is all that was in it.
        let before = try former.flatMap { (id) throws(GitError) in
            source.contains(id) ? try StoredTree(source.object(id).bytes) : nil
        }
        let after = try StoredTree(source.object(id).bytes)
        for pair in EntryPairs(before: before ?? StoredTree(), after: after) {
            guard let id = pair.afterID, id != pair.beforeID, let number = waiting(id) else { continue }
            if try pair.value()?.mode == .folder {
                try write(folder: id, after: pair.beforeID)
            } else {
                try write(number, after: pair.beforeID)
            }
        }
    }

    /// The number of an object that is still to be written; `nil` for any other.
    private func waiting(_ id: ObjectID) -> Int? { source.number(of: id).flatMap { written[$0] == nil ? $0 : nil } }

    /// Where an object lies; `nil` when it was not written yet.
    private func place(of id: ObjectID) -> Place? {
        if let number = source.number(of: id) { return written[number] }
        guard let ground = source.ground, let offset = ground.offset(of: id), let depth = ground.depth(at: offset)
        else { return nil }
        return Place(offset: UInt64(offset), depth: depth)
    }

    /// Writes an object unless that is done, after an earlier version of it.
    private mutating func write(_ number: Int, after former: ObjectID?) throws(GitError) {
        guard written[number] == nil else { return }
        let stored = try source.stored(number)
        if let base = stored.base {
            if let number = source.number(of: base) { try write(number, after: nil) }
            guard let place = place(of: base) else { throw source.damaged(source.id(number), "its base is missing") }
            try append(number, delta: stored.bytes[stored.head.start...], size: stored.head.size, on: place)
        } else if let former, let place = place(of: former),
            let delta = try delta(number, stored, on: former, place.depth)
        {
            try append(number, delta: delta.compressed[...], size: delta.size, on: place)
        } else {
            written[number] = Place(offset: try pack.append(stored.bytes, of: source.id(number)), depth: 0)
        }
    }

    /// The object as a delta to an earlier version; `nil` when that is not worth it.
    private func delta(
        _ number: Int, _ stored: PackedObjects.Stored, on former: ObjectID, _ depth: Int
    ) throws(GitError) -> (compressed: [UInt8], size: Int)? {
        guard depth + 1 + source.height(of: number) <= PackRoller.maximumDepth else { return nil }
        let id = source.id(number)
        let (base, target) = (try source.object(former), try source.object(id))
        guard base.kind == target.kind else { return nil }
        let delta = Delta.from(base.bytes, to: target.bytes)
        guard delta.count < target.bytes.count / 2 else { return nil }
        // The packs that hold it whole are about to go.
        guard Delta.gives(target.bytes, from: base.bytes, by: delta[...]) else {
            throw GitError(.other, "roll packs", subject: id.hex, "its delta does not give it back")
        }
        let compressed = try compression.compress(delta: delta, to: base.kind)
        return compressed.count < stored.bytes.count ? (compressed, delta.count) : nil
    }

    private mutating func append(
        _ number: Int, delta: ArraySlice<UInt8>, size: Int, on base: Place
    ) throws(GitError) {
        var entry: [UInt8] = []
        entry.reserveCapacity(delta.count + 16)
        entry.append(entryHeader: 6, size: size)
        entry.append(distance: pack.end - base.offset)
        entry += delta
        written[number] = Place(offset: try pack.append(entry, of: source.id(number)), depth: base.depth + 1)
    }
}
