import Crypto

/// What one who copies entries asks of a pack.
extension MappedPack {
    /// Whether the index is byte for byte what was written: it ends in the hash of what comes before.
    var hasSoundIndex: Bool {
        var hasher = Insecure.SHA1()
        var place = 0
        while place < index.count - 20 {
            let next = min(place + (1 << 20), index.count - 20)
            hasher.update(index.bytes(place..<next))
            place = next
        }
        return Array(hasher.finalize()) == index.bytes(index.count - 20..<index.count)
    }

    /// Stored bytes as they lie.
    func bytes(_ range: Range<Int>) -> [UInt8] { pack.bytes(range) }

    /// Lends stored bytes from where they lie.
    @unsafe func withBytes(
        _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(GitError) -> Void
    ) throws(GitError) { try unsafe pack.withBytes(range, body) }

    /// The check sum that a row of the index has for its entry.
    func crc(_ row: Int) -> UInt32 { index.number(at: Self.ids + count * 20 + row * 4, as: UInt32.self) }

    /// The check sum of stored bytes.
    func crc(of range: Range<Int>) -> UInt32 { pack.crc32(range) }

    /// On how many deltas the object at a place rests; `nil` when they lead nowhere.
    func depth(at place: Int) -> Int? {
        var (next, depth) = (place, 0)
        while depth <= PackWorkbench.maximumDepth {
            guard let head = head(at: next) else { return nil }
            if case .whole = head.form { return depth }
            guard let base = base(of: head, at: next) else { return nil }
            (next, depth) = (base, depth + 1)
        }
        return nil
    }
}
