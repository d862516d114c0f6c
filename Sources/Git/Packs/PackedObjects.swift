/// The objects of several packs, each once, as they are stored and as they are.
///
/// One pack, the *ground*, may be one that is copied as it lies: of its entries no account is kept.
final class PackedObjects {
    /// An object as it is stored.
    struct Stored {
        let bytes: [UInt8]
        let head: PackEntryHead
        /// What it is a delta to; `nil` when it is stored whole.
        let base: ObjectID?
    }

    /// The pack that is copied as it lies; `nil` when none is.
    let ground: PackFile?
    /// The others.
    private let packs: [PackFile]
    /// The pack of each object that is not in the ground, and its place in it.
    private var places: [ObjectID: (pack: Int, place: PackFile.Place)] = [:]
    /// What each object that is stored as a delta is a delta to.
    private var bases: [ObjectID: ObjectID] = [:]
    /// How many deltas rest on one another above an object.
    private var heights: [ObjectID: Int] = [:]
    /// The commits, as they lie.
    private var commitIDs: [ObjectID] = []
    private let workbench: PackWorkbench
    private var known: [ObjectID: GitObject] = [:]
    private var knownBytes = 0

    private static let sizeInMemory = 96 << 20

    /// The objects of packs.
    ///
    /// - Throws: `.damaged` when one of the packs is.
    init(_ packs: [PackFile], on ground: PackFile?) throws(GitError) {
        self.packs = packs
        self.ground = ground
        workbench = try PackWorkbench()
        for (number, pack) in packs.enumerated() {
            for place in pack.places where places[place.id] == nil && ground?.contains(place.id) != true {
                places[place.id] = (number, place)
                bases[place.id] = try base(of: place, pack)
            }
        }
        for id in bases.keys { measureHeights(below: id) }
        commitIDs += commitsAmongDeltas()
    }

    private func base(of place: PackFile.Place, _ pack: PackFile) throws(GitError) -> ObjectID? {
        switch pack.head(at: place.range.lowerBound)?.form {
        case nil: throw damaged(place.id, "its entry is not well formed")
        case .whole(let kind):
            if kind == .commit { commitIDs.append(place.id) }
            return nil
        case .deltaTo(let base): return base
        case .delta(let distance):
            guard let distance = Int(exactly: distance), let base = pack.place(at: place.range.lowerBound - distance)
            else { throw damaged(place.id, "its base is missing") }
            return base.id
        }
    }

    private func measureHeights(below id: ObjectID) {
        var (next, height) = (id, 0)
        while let base = bases[next], height < PackWorkbench.maximumDepth {
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
            while let base = bases[next], steps < PackWorkbench.maximumDepth { (next, steps) = (base, steps + 1) }
            return whole.contains(next)
        }.sorted()
    }

    /// How many objects there are.
    var count: Int { places.count + (ground?.count ?? 0) }

    /// All objects that are not in the ground, pack by pack as they lie.
    var ids: [ObjectID] { packs.flatMap { $0.places.map(\.id) }.filter { places[$0] != nil } }

    /// Whether one of the packs has the object.
    func contains(_ id: ObjectID) -> Bool { places[id] != nil || ground?.contains(id) == true }

    /// Whether it is one of those that are copied one by one.
    func isLoose(_ id: ObjectID) -> Bool { places[id] != nil }

    /// How many deltas rest on one another above an object in its pack.
    func height(of id: ObjectID) -> Int { heights[id] ?? 0 }

    /// The object as it is stored outside the ground, checked against its index.
    func stored(_ id: ObjectID) throws(GitError) -> Stored {
        guard let (pack, place) = places[id] else { throw damaged(id, "it is missing") }
        let bytes = try packs[pack].bytes(of: place)
        guard let head = PackEntryHead(bytes) else { throw damaged(id, "its entry is not well formed") }
        return Stored(bytes: bytes, head: head, base: bases[id])
    }

    /// The object.
    func object(_ id: ObjectID) throws(GitError) -> GitObject {
        if let object = known[id] { return object }
        let found: GitObject? =
            if let (pack, place) = places[id] {
                packs[pack].object(at: place.range.lowerBound, on: workbench)
            } else {
                ground?.offset(of: id).flatMap { ground?.object(at: $0, on: workbench) }
            }
        guard let found else { throw damaged(id, contains(id) ? "its entry is not sound" : "it is missing") }
        keep(found, id)
        return found
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

    /// The commits outside the ground, each after its parents.
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
