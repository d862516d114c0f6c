import Glibc
import Synchronization

/// The packs of a repository, read without libgit2: it takes longer to start than all that most commands do.
///
/// It answers only where all is well. An object that it does not find, or not whole, may still be there: in a loose file, in
/// another repository, or behind damage that libgit2 has words for.
final class PackStore: Sendable {
    private let folder: String
    private let state: Mutex<State>

    private struct State: ~Copyable {
        var packs: [MappedPack] = []
        var names: Set<String> = []
        /// When the folder last changed as far as is known; `nil` before it was looked at.
        var seen: timespec?
        let decompressor: Decompressor
        /// The last objects that others were deltas to, by pack and place.
        var bases: [BaseKey: GitObject] = [:]
        var baseBytes = 0

        init() throws(GitError) { decompressor = try Decompressor() }
    }

    private struct BaseKey: Hashable {
        let pack: ObjectIdentifier
        let place: Int
    }

    /// How many deltas may rest on one another.
    private static let maximumDepth = 4096
    /// Bytes of objects that are kept to make others of.
    private static let memory = 16 << 20

    /// The packs in a folder.
    init(_ folder: String) throws(GitError) {
        self.folder = folder
        state = Mutex(try State())
    }

    /// An object; `nil` when it is not in a sound pack.
    func object(_ id: ObjectID) -> GitObject? {
        state.withLock { state in
            if let found = Self.object(id, &state) { return found }
            guard look(&state) else { return nil }
            return Self.object(id, &state)
        }
    }

    /// Looks for packs that came or went; returns whether there are others now.
    private func look(_ state: inout State) -> Bool {
        var status = stat()
        guard unsafe stat(folder, &status) == 0 else { return false }
        let changed = status.st_mtim
        if let seen = state.seen, seen.tv_sec == changed.tv_sec, seen.tv_nsec == changed.tv_nsec { return false }
        guard let files = try? FolderListing(path: folder).names else { return false }
        let names = Set(files.filter { $0.hasPrefix("pack-") && $0.hasSuffix(".idx") })
        // A clock that is coarse may give the next change the same time: so young a folder is looked at again.
        var now = timespec()
        let isOld = unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 && now.tv_sec - changed.tv_sec > 2
        state.seen = isOld ? changed : nil
        guard names != state.names else { return false }
        state.names = names
        state.packs = names.sorted().compactMap { MappedPack(path: "\(folder)/\($0.dropLast(4))") }
        state.bases = [:]
        state.baseBytes = 0
        return true
    }

    private static func object(_ id: ObjectID, _ state: inout State) -> GitObject? {
        for (number, pack) in state.packs.enumerated() {
            guard let place = pack.place(of: id) else { continue }
            // What was found last is looked for first.
            if number > 0 { state.packs.swapAt(0, number) }
            return object(at: place, in: pack, &state)
        }
        return nil
    }

    private static func object(at place: Int, in pack: MappedPack, _ state: inout State) -> GitObject? {
        var deltas: [[UInt8]] = []
        var (next, object): (Int, GitObject?) = (place, nil)
        while object == nil {
            guard deltas.count < maximumDepth, let entry = pack.entry(at: next, state.decompressor) else { return nil }
            switch entry {
            case .whole(let found): object = found
            case .delta(let base, let delta):
                deltas.append(delta)
                next = base
                object = state.bases[BaseKey(pack: ObjectIdentifier(pack), place: base)]
            }
        }
        guard var object else { return nil }
        for delta in deltas.reversed() {
            guard let bytes = Delta.apply(delta[...], to: object.bytes) else { return nil }
            object = GitObject(kind: object.kind, bytes: bytes)
        }
        if !deltas.isEmpty { keep(object, BaseKey(pack: ObjectIdentifier(pack), place: place), &state) }
        return object
    }

    private static func keep(_ object: GitObject, _ key: BaseKey, _ state: inout State) {
        guard state.bases.updateValue(object, forKey: key) == nil else { return }
        state.baseBytes += object.bytes.count
        guard state.baseBytes > memory else { return }
        state.bases = [key: object]
        state.baseBytes = object.bytes.count
    }
}
