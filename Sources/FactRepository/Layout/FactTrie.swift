import Facts
import Git
import Parallel

/// The facts of a revision, in buckets that stand in a trie by the bits of their ids.
///
/// - A region of ids with at most ``bucketSize`` facts, whose parent has more, is a file, `<name>.jsonl`, see ``FactRegion``: too
///   many facts in one file become two files by the next bit. One with a claim that denies is `<name>.denials.jsonl`, but for the
///   root: who looks for what stands against a fact finds it in few buckets of many.
/// - The ids that go on with one letter in a folder have a folder of their own, `<letter>`, when they are in at least ``folderSize``
///   buckets; fewer stand in the folder above.
/// - The root is `facts.jsonl`, or the folder `facts`.
///
/// What stands where depends on the set of facts alone, never on how it came to be, so equal sets have equal git ids and a
/// comparison can skip them.
struct FactTrie {
    /// A bucket or a folder.
    struct Node: Hashable, Sendable {
        enum Kind { case bucket, folder }

        /// The ids of its facts.
        let region: FactRegion
        let kind: Kind
        let id: ObjectID
        /// Whether a claim in it may deny: a bucket's name says so, but for the root's; a folder's does not.
        let mayDeny: Bool

        init(region: FactRegion, kind: Kind, id: ObjectID, mayDeny: Bool = true) {
            self.region = region
            self.kind = kind
            self.id = id
            self.mayDeny = mayDeny
        }
    }

    /// Facts in a file at most: reading or writing one fact moves this many.
    static let bucketSize = 16
    /// Buckets that make a folder below the root; and so few at least that a folder never has more than 112 entries.
    static let folderSize = 8
    /// Bits that the name of a folder stands for: one letter.
    static let folderDepth = 4

    let repository: GitRepository
    /// Folders that need not be read; `nil` for who reads each anew.
    var folders: TrieFolders?

    /// The root of the trie in the tree of a revision; `nil` when there is no fact.
    func root(in tree: ObjectID, of revision: ObjectID) throws(RepositoryError) -> Node? {
        var (bucket, folder): (Node?, Node?) = (nil, nil)
        try RepositoryError.wrapping("revision \(revision)") { () throws(GitError) in
            try repository.readEntries(ofTree: tree) { name, _, id in
                if name.elementsEqual(Self.folderName) { folder = Node(region: .all, kind: .folder, id: id) }
                if name.elementsEqual(Self.bucketName) { bucket = Node(region: .all, kind: .bucket, id: id) }
            }
        }
        return bucket ?? folder
    }

    private static let folderName = Array(Layout.facts.utf8)
    private static let bucketName = Array((Layout.facts + Layout.bucketEnding).utf8)

    // MARK: reading facts

    /// The facts in a region, in order.
    func facts(under root: Node?, in region: FactRegion = .all) throws(RepositoryError) -> [Fact] {
        try collect(under: root, in: region) { (bucket, place) throws(RepositoryError) in
            guard !region.contains(place.region) else { return try self.bucket(bucket, place).facts }
            return try Bucket.facts(in: bytes(bucket, place), place) { region.contains($0) }
        }
    }

    /// The lines of the facts in a region, in order.
    ///
    /// - Parameters:
    ///   - known: buckets of this trie that need not be fetched.
    ///   - areDenialsEnough: whether buckets without a denial are passed by.
    func lines(
        under root: Node?, in region: FactRegion, _ known: KnownBuckets, areDenialsEnough: Bool
    ) throws(RepositoryError) -> [ClaimLine] {
        try collect(under: root, in: region) { (bucket, place) throws(RepositoryError) in
            guard place.mayDeny || !areDenialsEnough else { return [] }
            let atHand = known[place.region]
            let bytes = if let atHand { atHand } else { try bytes(bucket, place) }
            return try Bucket.lines(of: bytes, place).filter { region.contains($0.fact) }
        }
    }

    /// The facts with these sorted ids, in order; ids that are not there are left out.
    ///
    /// Each folder and bucket is read once.
    func facts(under root: Node?, with ids: ArraySlice<FactID>) throws(RepositoryError) -> [Fact] {
        try collect(under: root, with: ids) { (bucket, place, wanted) throws(RepositoryError) in
            try Bucket.facts(in: bytes(bucket, place), place, where: wanted.contains)
        }
    }

    /// The lines of the facts with these sorted ids, in order, each with bytes of its own.
    ///
    /// Each folder and bucket is read once, by several threads where there are many.
    func lines(under root: Node?, with ids: [FactID]) throws(RepositoryError) -> [ClaimLine] {
        @Sendable func read(
            _ bucket: ObjectID, _ place: BucketPlace, _ wanted: Set<FactID>
        ) throws(RepositoryError) -> [ClaimLine] {
            try lines(of: bucket, place).filter { wanted.contains($0.fact) }.map(\.copy)
        }
        guard ids.count > 256, let root, root.kind == .folder else {
            return try collect(under: root, with: ids[...], read)
        }
        let groups = Self.groups(ids[...], among: try nodes(in: root))
        return try concurrentMap(groups.count, grain: 4) { (index) throws(RepositoryError) in
            let (node, ids) = groups[index]
            return try collect(under: node, of: root.region, with: ids, read)
        }.flatMap(\.self)
    }

    // MARK: going through it

    /// What is in the buckets that have facts in a region, in order.
    ///
    /// - Parameter folder: the region of the folder in which the node stands.
    private func collect<Element>(
        under node: Node?, of folder: FactRegion = .all, in region: FactRegion,
        _ read: (ObjectID, BucketPlace) throws(RepositoryError) -> [Element]
    ) throws(RepositoryError) -> [Element] {
        guard let node, node.region.meets(region) else { return [] }
        switch node.kind {
        case .bucket: return try read(node.id, BucketPlace(of: node, in: folder))
        case .folder:
            var found: [Element] = []
            for child in try nodes(in: node) where child.region.meets(region) {
                found += try collect(under: child, of: node.region, in: region, read)
            }
            return found
        }
    }

    /// What is in the buckets that may have facts with some sorted ids, in order.
    private func collect<Element>(
        under node: Node?, of folder: FactRegion = .all, with ids: ArraySlice<FactID>,
        _ read: (ObjectID, BucketPlace, Set<FactID>) throws(RepositoryError) -> [Element]
    ) throws(RepositoryError) -> [Element] {
        guard let node, !ids.isEmpty else { return [] }
        switch node.kind {
        case .bucket: return try read(node.id, BucketPlace(of: node, in: folder), Set(ids))
        case .folder:
            var found: [Element] = []
            for (child, group) in Self.groups(ids, among: try nodes(in: node)) {
                found += try collect(under: child, of: node.region, with: group, read)
            }
            return found
        }
    }

    /// The nodes, of some in order, in which sorted ids lie, each with its ids.
    private static func groups(
        _ ids: ArraySlice<FactID>, among nodes: [Node]
    ) -> [(node: Node, ids: ArraySlice<FactID>)] {
        var groups: [(Node, ArraySlice<FactID>)] = []
        var rest = ids
        for node in nodes {
            guard let first = rest.first else { break }
            guard first.number <= node.region.end else { continue }
            rest = rest.drop { $0.number < node.region.start }
            let group = rest.prefix { $0.number <= node.region.end }
            if !group.isEmpty { groups.append((node, group)) }
            rest = rest[group.endIndex...]
        }
        return groups
    }

    /// The bucket that stands at a place; `nil` when none does, or where a reader finds another node.
    func bucket(at place: BucketPlace, under root: Node?) throws(RepositoryError) -> ObjectID? {
        var found = root
        if place.region != .all {
            guard let folder = try folder(place.folder, under: root) else { return nil }
            found = try nodes(in: folder).first { $0.region == place.region }
        }
        return found.flatMap { $0.kind == .bucket ? $0.id : nil }
    }

    /// The folder of a region; `nil` when there is none.
    func folder(_ region: FactRegion, under root: Node?) throws(RepositoryError) -> Node? {
        var found = root
        while let node = found, node.kind == .folder, node.region != region {
            found = try nodes(in: node).first { $0.region.contains(region) }
        }
        return found.flatMap { $0.kind == .folder ? $0 : nil }
    }

    /// Whether the nodes in a region of one letter more than their folder stand in one of their own.
    static func isFolder(_ kinds: [Node.Kind]) -> Bool { kinds.count >= folderSize || kinds.contains(.folder) }

    // MARK: reading buckets

    func bucket(_ id: ObjectID, _ place: BucketPlace) throws(RepositoryError) -> Bucket {
        try Bucket(parsing: bytes(id, place), place)
    }

    /// The lines of a bucket, in order; who asks for them is likely to edit them next.
    func lines(of id: ObjectID, _ place: BucketPlace) throws(RepositoryError) -> [ClaimLine] {
        try Bucket.lines(of: bytes(id, place, isKept: true), place)
    }

    /// The bytes of a bucket.
    ///
    /// - Parameter isKept: whether it is likely to be asked for again.
    func bytes(_ id: ObjectID, _ place: BucketPlace, isKept: Bool = false) throws(RepositoryError) -> [UInt8] {
        try RepositoryError.wrapping(place.path) { () throws(GitError) in try repository.blob(id, isKept: isKept) }
    }
}

extension FactTrie.Node {
    /// The entry of the root in a revision's tree.
    var rootEntry: TreeEntry {
        switch kind {
        case .bucket: TreeEntry(name: Layout.facts + Layout.bucketEnding, id: id, mode: .file)
        case .folder: TreeEntry(name: Layout.facts, id: id, mode: .folder)
        }
    }
}
