/// The objects of several packs, each once, as they are stored and as they are.
final class PackedObjects {
    /// An object as it is stored.
    struct Stored {
        let bytes: [UInt8]
        let head: PackEntryHead
        /// What it is a delta to; `nil` when it is stored whole.
        let base: ObjectID?
    }

    private let packs: [PackFile]
    /// The pack of each object, and its place in it.
    private var places: [ObjectID: (pack: Int, place: Int)] = [:]
    /// What each object that is stored as a delta is a delta to.
    private var bases: [ObjectID: ObjectID] = [:]
    /// How many deltas rest on one another above an object.
    private var heights: [ObjectID: Int] = [:]
    /// The commits, as they lie.
    private var commitIDs: [ObjectID] = []
    private let decompressor: Decompressor
    private var known: [ObjectID: GitObject] = [:]
    private var knownBytes = 0

    private static let sizeInMemory = 96 << 20

    init(_ names: [String], in folder: String) throws(GitError) {
        let decompressor = try Decompressor()
        var packs: [PackFile] = []
        for name in names { packs.append(try PackFile(name, in: folder)) }
        self.packs = packs
        self.decompressor = decompressor
        for (pack, file) in packs.enumerated() {
            for (index, place) in file.places.enumerated() where places[place.id] == nil {
                places[place.id] = (pack, index)
                bases[place.id] = try base(of: place, PackEntryHead(file.start(of: place)), file)
            }
        }
        for id in bases.keys { measureHeights(below: id) }
        commitIDs += commitsAmongDeltas()
    }

    private func base(of place: PackFile.Place, _ head: PackEntryHead?, _ pack: PackFile) throws(GitError) -> ObjectID?
    {
        switch head?.form {
        case nil: throw damaged(place.id, "its entry is not well formed")
        case .whole(let kind):
            if kind == .commit { commitIDs.append(place.id) }
            return nil
        case .deltaTo(let base): return base
        case .delta(let distance):
            guard distance <= place.range.lowerBound, let base = pack.object(at: place.range.lowerBound - distance)
            else { throw damaged(place.id, "its base is missing") }
            return base
        }
    }

    private func measureHeights(below id: ObjectID) {
        var (next, height) = (id, 0)
        while let base = bases[next], height < 4096 {
            height += 1
            guard (heights[base] ?? 0) < height else { return }
            heights[base] = height
            next = base
        }
    }

    /// The commits that another program stored as deltas.
    private func commitsAmongDeltas() -> [ObjectID] {
        let whole = Set(commitIDs)
        return bases.keys.filter { id in
            var (next, steps) = (id, 0)
            while let base = bases[next], steps < 4096 { (next, steps) = (base, steps + 1) }
            return whole.contains(next)
        }.sorted()
    }

    /// How many objects there are.
    var count: Int { places.count }

    /// All objects, pack by pack as they lie.
    var ids: [ObjectID] { packs.flatMap { $0.places.map(\.id) } }

    /// Whether one of the packs has the object.
    func contains(_ id: ObjectID) -> Bool { places[id] != nil }

    /// How many deltas rest on one another above an object in its pack.
    func height(of id: ObjectID) -> Int { heights[id] ?? 0 }

    /// The object as it is stored, checked against its index.
    func stored(_ id: ObjectID) throws(GitError) -> Stored {
        guard let (number, index) = places[id] else { throw damaged(id, "it is missing") }
        let (pack, place) = (packs[number], packs[number].places[index])
        let bytes = try pack.bytes(of: place)
        guard let head = PackEntryHead(bytes) else { throw damaged(id, "its entry is not well formed") }
        return Stored(bytes: bytes, head: head, base: bases[id])
    }

    /// The object.
    func object(_ id: ObjectID) throws(GitError) -> GitObject {
        var (deltas, next): ([(id: ObjectID, bytes: [UInt8])], ObjectID) = ([], id)
        var found = known[next]
        while found == nil {
            let stored = try stored(next)
            let content = decompressor.decompress(stored.bytes[stored.head.start...], size: stored.head.size)
            guard let content, deltas.count < 4096 else { throw damaged(next, "it does not inflate") }
            if let base = stored.base {
                deltas.append((next, content))
                next = base
                found = known[base]
            } else if case .whole(let kind) = stored.head.form {
                found = GitObject(kind: kind, bytes: content)
            }
        }
        guard var object = found else { throw damaged(id, "it is missing") }
        for delta in deltas.reversed() {
            guard let bytes = Delta.apply(delta.bytes[...], to: object.bytes) else {
                throw damaged(delta.id, "its delta does not fit its base")
            }
            object = GitObject(kind: object.kind, bytes: bytes)
        }
        keep(object, id)
        return object
    }

    /// The failure of an object.
    func damaged(_ id: ObjectID, _ message: String) -> GitError {
        GitError(.damaged, "roll packs", subject: id.hex, message)
    }

    private func keep(_ object: GitObject, _ id: ObjectID) {
        guard known.updateValue(object, forKey: id) == nil else { return }
        knownBytes += object.bytes.count
        guard knownBytes > PackedObjects.sizeInMemory else { return }
        known = [id: object]
        knownBytes = object.bytes.count
    }

    // MARK: commits

    /// The commits, each after its parents.
    func commits() throws(GitError) -> [(id: ObjectID, commit: Commit)] {
        var commits: [ObjectID: Commit] = [:]
        for id in commitIDs { commits[id] = try Commit(parsing: object(id).bytes) }
        var (sorted, done): ([(id: ObjectID, commit: Commit)], Set<ObjectID>) = ([], [])
        for start in commitIDs {
            var open = [start]
            while let id = open.last {
                guard let commit = commits[id], !done.contains(id) else {
                    open.removeLast()
                    continue
                }
                let waiting = commit.parents.filter { commits[$0] != nil && !done.contains($0) }
                if waiting.isEmpty {
                    done.insert(id)
                    sorted.append((id, commit))
                    open.removeLast()
                } else {
                    open += waiting
                }
            }
        }
        return sorted
    }
}
