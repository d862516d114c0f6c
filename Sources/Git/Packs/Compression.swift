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
        try compress(object, by: kind == .tree ? .storing : .deflating)
    }

    /// A delta to an object of a kind in zlib format.
    ///
    /// A short one is hardly more than new ids and numbers: of 1,242 and of 42,553 deltas deflating took off 4 % and 1 %, each time
    /// with a table of 128 KiB to be cleared.
    func compress(delta: [UInt8], to kind: ObjectKind) throws(GitError) -> [UInt8] {
        try compress(delta, by: kind == .tree || delta.count < Self.shortDelta ? .storing : .deflating)
    }

    private static let shortDelta = 256

    private func compress(_ bytes: [UInt8], by method: Method) throws(GitError) -> [UInt8] {
        for place in places {
            if let compressed = place.compressIfFree(bytes, method) { return try compressed.get() }
        }
        return try places[0].compress(bytes, method).get()
    }
}

/// What is done to bytes.
private enum Method {
    case storing, deflating
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

    /// The compressed bytes; `nil` when another thread is at work here.
    func compressIfFree(_ bytes: [UInt8], _ method: Method) -> Result<[UInt8], GitError>? {
        levels.withLockIfAvailable { Self.compress(bytes, method, &$0) }
    }

    func compress(_ bytes: [UInt8], _ method: Method) -> Result<[UInt8], GitError> {
        levels.withLock { Self.compress(bytes, method, &$0) }
    }

    private static func compress(
        _ bytes: [UInt8], _ method: Method, _ levels: inout Levels?
    ) -> Result<[UInt8], GitError> {
        Result { () throws(GitError) in
            let made: Levels
            if let known = levels.take() { made = known } else { made = try Levels() }
            // Nothing but a mistake of libdeflate's makes this fail: the next one makes others.
            let compressed =
                switch method {
                case .storing: try made.storing.compress(bytes)
                case .deflating: try made.deflating.compress(bytes)
                }
            levels = .some(made)
            return compressed
        }
    }
}
