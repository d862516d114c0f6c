import Synchronization

/// How objects of each kind are compressed, by several threads at the same time.
///
/// A compressor takes a quarter of a megabyte: one for each of many small pieces of work would cost more than they do.
final class Compression: Sendable {
    private let places: [Place]

    /// So many threads compress without waiting for one another.
    private static let threads = 4

    /// Compressors that are made when first needed.
    init() { places = (0..<Self.threads).map { _ in Place() } }

    /// The object in zlib format (RFC 1950).
    func compress(_ kind: ObjectKind, _ object: [UInt8]) throws(GitError) -> [UInt8] {
        for place in places {
            if let compressed = place.compressIfFree(kind, object) { return try compressed.get() }
        }
        return try places[0].compress(kind, object).get()
    }
}

/// What one thread at a time compresses with.
private final class Place: Sendable {
    private let levels = Mutex<Levels?>(nil)

    /// Compressors of two levels.
    private struct Levels: ~Copyable {
        let deflating: Compressor
        let storing: Compressor

        init() throws(GitError) {
            let deflating = try Compressor(level: 1)
            let storing = try Compressor(level: 0)
            self.deflating = deflating
            self.storing = storing
        }
    }

    /// The compressed object; `nil` when another thread is at work here.
    func compressIfFree(_ kind: ObjectKind, _ object: [UInt8]) -> Result<[UInt8], GitError>? {
        levels.withLockIfAvailable { Self.compress(kind, object, &$0) }
    }

    func compress(_ kind: ObjectKind, _ object: [UInt8]) -> Result<[UInt8], GitError> {
        levels.withLock { Self.compress(kind, object, &$0) }
    }

    private static func compress(
        _ kind: ObjectKind, _ object: [UInt8], _ levels: inout Levels?
    ) -> Result<[UInt8], GitError> {
        Result { () throws(GitError) in
            let made: Levels
            if let known = levels.take() { made = known } else { made = try Levels() }
            // Nothing but a mistake of libdeflate's makes this fail: the next one makes others.
            let compressed =
                kind == .tree ? try made.storing.compress(object) : try made.deflating.compress(object)
            levels = .some(made)
            return compressed
        }
    }
}
