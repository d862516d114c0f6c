/// The objects of several packs, each once, as they are stored and as they are.
///
/// One pack, the *ground*, may be one that is copied as it lies: of its entries no account is kept. The objects of the others are
/// *loose* and have numbers, pack by pack as they lie: to find one by its id takes longer than most of what is asked about it.
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
    private var numbers: [ObjectID: Int] = [:]
    /// The pack of each loose object, and its place in it.
    private var places: [(pack: Int, place: PackFile.Place)] = []
    /// What each loose object is a delta to; `nil` for one that is stored whole.
    private var bases: [ObjectID?] = []
    /// The number of that base where it is loose.
    private var looseBases: [Int?] = []
    /// How many deltas rest on one another above a loose object.
    private var heights: [Int] = []
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
        numbers.reserveCapacity(packs.reduce(0) { $0 + $1.count })
        for (number, pack) in packs.enumerated() {
            for place in pack.places where numbers[place.id] == nil && ground?.contains(place.id) != true {
                numbers[place.id] = places.count
                places.append((number, place))
                bases.append(try base(of: place, pack))
            }
        }
        looseBases = bases.map { $0.flatMap { numbers[$0] } }
        heights = Array(repeating: 0, count: places.count)
        for number in places.indices { measureHeights(below: number) }
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

    private func measureHeights(below number: Int) {
        var (next, height) = (number, 0)
        while let base = looseBases[next], height < PackWorkbench.maximumDepth {
            height += 1
            guard heights[base] < height else { return }
            heights[base] = height
            next = base
        }
    }

    /// The commits that another program stored as deltas.
    private func commitsAmongDeltas() -> [ObjectID] {
        let whole = Set(commitIDs)
        return places.indices.filter { number in
            var (next, steps) = (number, 0)
            while let base = looseBases[next], steps < PackWorkbench.maximumDepth { (next, steps) = (base, steps + 1) }
            return next != number && whole.contains(places[next].place.id)
        }.map { places[$0].place.id }.sorted()
    }

    /// How many objects there are.
    var count: Int { looseCount + (ground?.count ?? 0) }

    /// How many of them are loose; their numbers are those below.
    var looseCount: Int { places.count }

    /// Whether one of the packs has the object.
    func contains(_ id: ObjectID) -> Bool { numbers[id] != nil || ground?.contains(id) == true }

    /// The number of a loose object; `nil` for any other.
    func number(of id: ObjectID) -> Int? { numbers[id] }

    /// The id of a loose object.
    func id(_ number: Int) -> ObjectID { places[number].place.id }

    /// How many deltas rest on one another above a loose object in its pack.
    func height(of number: Int) -> Int { heights[number] }

    /// A loose object as it is stored, checked against its index.
    func stored(_ number: Int) throws(GitError) -> Stored {
        let (pack, place) = places[number]
        let bytes = try packs[pack].bytes(of: place)
        guard let head = PackEntryHead(bytes) else { throw damaged(place.id, "its entry is not well formed") }
        return Stored(bytes: bytes, head: head, base: bases[number])
    }

    /// The object.
    func object(_ id: ObjectID) throws(GitError) -> GitObject {
        if let object = known[id] { return object }
        let found: GitObject? =
            if let number = numbers[id] {
                packs[places[number].pack].object(at: places[number].place.range.lowerBound, on: workbench)
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
