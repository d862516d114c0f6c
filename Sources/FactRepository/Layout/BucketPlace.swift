import Facts

/// Where a bucket stands: which facts it has, in which folder it is, and whether its name says that it may deny.
struct BucketPlace: Hashable, Sendable {
    /// The ids of its facts.
    let region: FactRegion
    /// The region of the folder; all ids for `facts`, and for the root.
    let folder: FactRegion
    /// Whether a claim in it may deny; the root has a plain name and may.
    let mayDeny: Bool

    init(_ region: FactRegion, in folder: FactRegion, mayDeny: Bool) {
        self.region = region
        self.folder = folder
        self.mayDeny = mayDeny || region == .all
    }

    /// The place of a bucket in a folder.
    init(of bucket: FactTrie.Node, in folder: FactRegion) {
        self.init(bucket.region, in: folder, mayDeny: bucket.mayDeny)
    }

    /// The path: `facts.jsonl`, `facts/kp.jsonl`, `facts/k/p/k-r.denials.jsonl`.
    var path: String {
        var bytes = Array(Self.path(ofFolder: folder).utf8)
        if region.depth > 0 {
            bytes.append(UInt8(ascii: "/"))
            region.appendName(in: folder.depth, to: &bytes)
            if mayDeny { bytes += Layout.denialMark.utf8 }
        }
        return String(decoding: bytes, as: UTF8.self) + Layout.bucketEnding
    }

    /// The place with a path, or `nil` when no bucket may stand there.
    init?(path: String) {
        let (bytes, ending) = (Array(path.utf8), Layout.bucketEnding.utf8)
        guard bytes.suffix(ending.count).elementsEqual(ending) else { return nil }
        let (mark, plain) = (Layout.denialMark.utf8, bytes.dropLast(ending.count))
        let isMarked = plain.suffix(mark.count).elementsEqual(mark)
        let trunk = isMarked ? plain.dropLast(mark.count) : plain
        guard let stroke = trunk.lastIndex(of: UInt8(ascii: "/")) else {
            guard !isMarked, trunk.elementsEqual(Layout.facts.utf8) else { return nil }
            self.init(.all, in: .all, mayDeny: true)
            return
        }
        guard let folder = Self.folder(ofPath: trunk[..<stroke]),
            let region = FactRegion(name: trunk[(stroke + 1)...], in: folder)
        else { return nil }
        self.init(region, in: folder, mayDeny: isMarked)
    }

    /// The region of the folder with a path, or `nil` when none may stand there.
    static func folder(ofPath path: String) -> FactRegion? { folder(ofPath: Array(path.utf8)[...]) }

    private static func folder(ofPath path: ArraySlice<UInt8>) -> FactRegion? {
        let names = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let first = names.first, first.elementsEqual(Layout.facts.utf8) else { return nil }
        var folder = FactRegion.all
        for name in names.dropFirst() {
            guard let next = FactRegion(name: name, in: folder), next.depth == folder.depth + FactTrie.folderDepth
            else {
                return nil
            }
            folder = next
        }
        return folder
    }

    /// The path of the folder of a region: `facts`, `facts/k/p`.
    static func path(ofFolder region: FactRegion) -> String {
        var bytes = Array(Layout.facts.utf8)
        for depth in stride(from: 0, to: region.depth, by: FactTrie.folderDepth) {
            bytes.append(UInt8(ascii: "/"))
            region.around(depth: depth + FactTrie.folderDepth).appendName(in: depth, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
