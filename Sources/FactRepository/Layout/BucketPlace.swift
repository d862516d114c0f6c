import Facts

/// Where a bucket stands: which facts it has, and in which folder it is.
struct BucketPlace: Hashable, Sendable {
    /// The ids of its facts.
    let region: FactRegion
    /// The region of the folder; all ids for `facts`, and for the root.
    let folder: FactRegion

    init(_ region: FactRegion, in folder: FactRegion) {
        self.region = region
        self.folder = folder
    }

    /// The path: `facts.jsonl`, `facts/kp.jsonl`, `facts/k/p/k-r.jsonl`.
    var path: String {
        var bytes = Array(Self.path(ofFolder: folder).utf8)
        if region.depth > 0 {
            bytes.append(UInt8(ascii: "/"))
            region.appendName(in: folder.depth, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self) + Layout.bucketEnding
    }

    /// The place with a path, or `nil` when no bucket may stand there.
    init?(path: String) {
        let (bytes, ending) = (Array(path.utf8), Layout.bucketEnding.utf8)
        guard bytes.suffix(ending.count).elementsEqual(ending) else { return nil }
        let trunk = bytes.dropLast(ending.count)
        guard let stroke = trunk.lastIndex(of: UInt8(ascii: "/")) else {
            guard trunk.elementsEqual(Layout.facts.utf8) else { return nil }
            self.init(.all, in: .all)
            return
        }
        guard let folder = Self.folder(ofPath: trunk[..<stroke]),
            let region = FactRegion(name: trunk[(stroke + 1)...], in: folder)
        else { return nil }
        self.init(region, in: folder)
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
