import Synchronization

/// What one thread at a time needs to make objects of the entries of packs.
final class PackWorkbench: Sendable {
    private let state: Mutex<State>
    /// Whether a thread is at work here, which is seen without asking the kernel.
    private let isTaken = Atomic(false)

    private struct State: ~Copyable {
        var reader: EntryReader
        /// The last objects that others were deltas to.
        var bases: [Base: GitObject] = [:]
        var baseBytes = 0

        init() throws(GitError) { reader = try EntryReader() }
    }

    /// Where an object lies.
    private struct Base: Hashable {
        let pack: Int
        let place: Int
    }

    /// What was made of an entry.
    struct Result {
        /// `nil` when the entry is not sound.
        let object: GitObject?
    }

    /// How many deltas may rest on one another.
    static let maximumDepth = 4096
    /// Bytes of objects that are kept to make others of.
    private static let memory = 8 << 20

    init() throws(GitError) { state = Mutex(try State()) }

    /// The object at a place of a pack; `nil` when it is not sound.
    func object(at place: Int, in pack: MappedPack) -> GitObject? {
        state.withLock { Self.object(at: place, in: pack, &$0) }
    }

    /// The same; `nil` when another thread is at work here.
    func objectIfFree(at place: Int, in pack: MappedPack) -> Result? {
        guard !isTaken.exchange(true, ordering: .acquiring) else { return nil }
        defer { isTaken.store(false, ordering: .releasing) }
        return Result(object: object(at: place, in: pack))
    }

    /// What makes the object at one place of a pack of that at another; `nil` when it is not stored so.
    func change(at place: Int, of base: Int, in pack: MappedPack) -> [UInt8]? {
        state.withLock { pack.change(at: place, of: base, &$0.reader) }
    }

    private static func object(at place: Int, in pack: MappedPack, _ state: inout State) -> GitObject? {
        var deltas: [[UInt8]] = []
        var (next, object): (Int, GitObject?) = (place, nil)
        while object == nil {
            guard deltas.count < maximumDepth, let entry = pack.entry(at: next, &state.reader) else { return nil }
            switch entry {
            case .whole(let found): object = found
            case .delta(let base, let delta):
                deltas.append(delta)
                next = base
                object = state.bases[Base(pack: pack.number, place: base)]
            }
        }
        guard var object else { return nil }
        for delta in deltas.reversed() {
            guard let bytes = Delta.apply(delta[...], to: object.bytes) else { return nil }
            object = GitObject(kind: object.kind, bytes: bytes)
        }
        if !deltas.isEmpty { keep(object, Base(pack: pack.number, place: place), &state) }
        return object
    }

    private static func keep(_ object: GitObject, _ base: Base, _ state: inout State) {
        guard state.bases.updateValue(object, forKey: base) == nil else { return }
        state.baseBytes += object.bytes.count
        guard state.baseBytes > memory else { return }
        state.bases = [base: object]
        state.baseBytes = object.bytes.count
    }
}
