/// Reads entries of packs, one at a time.
///
/// What is copied from large packs goes through one piece of memory, which is used again and again: most entries come whole with
/// the first copy, head and content.
struct EntryReader: ~Copyable {
    private let decompressor: Decompressor
    private var window: [UInt8] = []

    /// Bytes that are asked for at first.
    static let reach = 6 << 10
    /// A larger window is given back.
    private static let largestWindow = 1 << 20

    init() throws(GitError) { decompressor = try Decompressor() }

    /// The head of the entry at a place and what it says, decompressed; `nil` when it is not well formed.
    mutating func entry(at place: Int, in pack: MappedPack) -> (head: PackEntryHead, content: [UInt8])? {
        guard place >= PackFile.start, place < pack.end else { return nil }
        let (head, content) = near(place, in: pack)
        guard let head else { return nil }
        if let content { return (head, content) }
        defer { if window.count > Self.largestWindow { window = [] } }
        let start = place + head.start
        let end = min(start + Self.limit(head.size), pack.end)
        guard start < end else { return nil }
        return unsafe pack.pack.withBytes(start..<end, through: &window) { bytes in
            unsafe decompressor.decompress(bytes, size: head.size)
        }.map { (head, $0) }
    }

    /// What the first bytes at a place say: a head, and the content if they are likely to hold it.
    private mutating func near(_ place: Int, in pack: MappedPack) -> (head: PackEntryHead?, content: [UInt8]?) {
        let end = min(place + Self.reach, pack.end)
        return unsafe pack.pack.withBytes(place..<end, through: &window) { bytes in
            guard let head = unsafe PackEntryHead(bytes), head.start <= bytes.count else { return (nil, nil) }
            // Text of ours is compressed to a third.
            guard head.size < 3 * Self.reach else { return (head, nil) }
            let stored = unsafe UnsafeRawBufferPointer(rebasing: bytes[head.start...])
            return (head, unsafe decompressor.decompress(stored, size: head.size))
        }
    }

    /// The most bytes that so many are compressed to, which are hardly more: a block of 65,535 has a head of five.
    private static func limit(_ size: Int) -> Int { size + size / 1024 + 64 }
}
