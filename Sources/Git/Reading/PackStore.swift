import Glibc
import Synchronization

/// The packs of a repository, read without libgit2: it takes longer to start than all that most commands do.
///
/// It answers only where all is well. An object that it does not find, or not whole, may still be there: in a loose file, in
/// another repository, or behind damage that libgit2 has words for. Several threads read at the same time.
final class PackStore: Sendable {
    private let folder: String
    private let catalogue = Mutex(Catalogue())
    private let workbenches: [PackWorkbench]

    /// The packs as far as they are known.
    private struct Catalogue {
        var packs: [MappedPack] = []
        /// The names of all packs, also of those that cannot be read here.
        var names: Set<String> = []
        /// How many packs were opened so far.
        var opened = 0
        /// When the folder last changed as far as is known; `nil` before it was looked at.
        var seen: timespec?
        var isFresh = true
    }

    /// So many threads read without waiting for one another.
    private static let threads = 4

    /// The packs in a folder.
    init(_ folder: String) throws(GitError) {
        self.folder = folder
        var workbenches: [PackWorkbench] = []
        for _ in 0..<Self.threads { workbenches.append(try PackWorkbench()) }
        self.workbenches = workbenches
    }

    /// An object; `nil` when it is not in a sound pack.
    func object(_ id: ObjectID) -> GitObject? {
        if let found = knownObject(id) { return found }
        return catalogue.withLock { look(&$0) } ? knownObject(id) : nil
    }

    /// The bytes of an object that its pack has as a change of another one, which is at hand; `nil` when it has not.
    func object(_ id: ObjectID, changing base: ObjectID, _ baseBytes: [UInt8]) -> [UInt8]? {
        guard let (pack, place) = find(id), let basePlace = pack.place(of: base),
            // The others are taken first by those who read whole objects.
            let change = workbenches.last?.change(at: place, of: basePlace, in: pack)
        else { return nil }
        return Delta.apply(change[...], to: baseBytes)
    }

    /// Whether a pack that is known already has an object; packs that came since are not looked for.
    func isKnown(_ id: ObjectID) -> Bool {
        let packs = catalogue.withLock { catalogue in
            if catalogue.isFresh { _ = look(&catalogue) }
            return catalogue.packs
        }
        return packs.contains { $0.place(of: id) != nil }
    }

    /// The name of the pack out of which the way to an object leads; `nil` when it does not.
    ///
    /// There libgit2 (1.5) reads whatever lies behind the end, and the process with it comes to its own.
    func packLeadingOut(to id: ObjectID) -> String? {
        guard let (pack, place) = find(id), pack.leadsOut(from: place) else { return nil }
        return pack.fileName
    }

    /// The name of a pack whose index leads out of it; `nil` when there is none.
    func packLeadingOut() -> String? {
        refresh()
        return catalogue.withLock { $0.packs }.first { !$0.holdsAllRows }?.fileName
    }

    /// Takes note of packs that came or went.
    func refresh() { catalogue.withLock { _ = look(&$0) } }

    /// Looks for packs that came or went; returns whether there are others now.
    private func look(_ catalogue: inout Catalogue) -> Bool {
        catalogue.isFresh = false
        var status = stat()
        guard unsafe stat(folder, &status) == 0 else { return false }
        let changed = status.st_mtim
        if let seen = catalogue.seen, seen.tv_sec == changed.tv_sec, seen.tv_nsec == changed.tv_nsec { return false }
        guard let files = try? FolderListing(path: folder).names else { return false }
        let names = Set(files.filter { $0.hasPrefix("pack-") && $0.hasSuffix(".idx") })
        // A clock that is coarse may give the next change the same time: so young a folder is looked at again.
        var now = timespec()
        let isOld = unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 && now.tv_sec - changed.tv_sec > 2
        catalogue.seen = isOld ? changed : nil
        guard names != catalogue.names else { return false }
        let new = names.subtracting(catalogue.names).sorted()
        catalogue.names = names
        catalogue.packs.removeAll { !names.contains($0.indexName) }
        for name in new {
            guard let pack = MappedPack(folder, indexName: name, number: catalogue.opened) else { continue }
            catalogue.packs.append(pack)
            catalogue.opened += 1
        }
        return true
    }

    private func knownObject(_ id: ObjectID) -> GitObject? {
        find(id).flatMap { object(at: $0.place, in: $0.pack) }
    }

    /// The pack that has an object, and the object's place in it.
    private func find(_ id: ObjectID) -> (pack: MappedPack, place: Int)? {
        let packs = catalogue.withLock { $0.packs }
        for (index, pack) in packs.enumerated() {
            guard let place = pack.place(of: id) else { continue }
            // What was found last is looked for first; two packs in turn may keep their places.
            if index > 1 { bringForward(pack) }
            return (pack, place)
        }
        return nil
    }

    private func bringForward(_ pack: MappedPack) {
        catalogue.withLock { catalogue in
            guard let index = catalogue.packs.firstIndex(where: { $0 === pack }) else { return }
            catalogue.packs.swapAt(0, index)
        }
    }

    private func object(at place: Int, in pack: MappedPack) -> GitObject? {
        for workbench in workbenches {
            if let found = workbench.objectIfFree(at: place, in: pack) { return found.object }
        }
        return workbenches.first?.object(at: place, in: pack)
    }
}

extension MappedPack {
    fileprivate var fileName: String { "\(indexName.dropLast(4)).pack" }
}
