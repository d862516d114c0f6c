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
        guard path.hasSuffix(Layout.bucketEnding) else { return nil }
        let trunk = path.dropLast(Layout.bucketEnding.count)
        guard let stroke = trunk.lastIndex(of: "/") else {
            guard trunk == Layout.facts else { return nil }
            self.init(.all, in: .all)
            return
        }
        guard let folder = Self.folder(ofPath: trunk[..<stroke]),
            let region = FactRegion(name: Array(trunk[stroke...].utf8.dropFirst())[...], in: folder)
        else { return nil }
        self.init(region, in: folder)
    }

    /// The region of the folder with a path, or `nil` when none may stand there.
    static func folder(ofPath path: some StringProtocol) -> FactRegion? {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        guard names.first.map({ $0 == Layout.facts }) ?? false else { return nil }
        var folder = FactRegion.all
        for name in names.dropFirst() {
            guard let next = FactRegion(name: Array(name.utf8)[...], in: folder),
                next.depth == folder.depth + FactTrie.folderDepth
            else { return nil }
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
