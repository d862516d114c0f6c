import Facts
import Git

/// A bucket or a folder of a revision that is being made, before it is known in which folder it comes to stand.
struct TriePiece: Sendable {
    enum Content: Sendable {
        /// A bucket or a folder that is stored.
        case stored(FactTrie.Node.Kind, ObjectID)
        /// The lines of a bucket that is to be stored.
        case lines([ClaimLine])
    }

    /// A bucket of the revision before.
    struct Former: Sendable {
        let place: BucketPlace
        let id: ObjectID
    }

    /// The ids of its facts.
    let region: FactRegion
    let content: Content
    /// The bucket that it was in the revision before; `nil` when it was none, or a folder.
    var former: Former?

    init(_ region: FactRegion, _ content: Content, former: Former? = nil) {
        self.region = region
        self.content = content
        self.former = former
    }

    /// A node of the revision before.
    init(_ node: FactTrie.Node, in folder: FactRegion) {
        region = node.region
        content = .stored(node.kind, node.id)
        former = node.kind == .bucket ? Former(place: BucketPlace(of: node, in: folder), id: node.id) : nil
    }

    var isFolder: Bool {
        if case .stored(.folder, _) = content { true } else { false }
    }

    /// The same bucket as that of a region around its own.
    func widened(to region: FactRegion) -> TriePiece { TriePiece(region, content, former: former) }
}

extension FactTrie {
    /// The pieces that a node of the revision before consists of: a folder's nodes, or the bucket alone.
    func pieces(of node: Node?) throws(RepositoryError) -> [TriePiece] {
        guard let node else { return [] }
        switch node.kind {
        case .bucket: return [TriePiece(node, in: node.region)]
        case .folder: return try nodes(in: node).map { TriePiece($0, in: node.region) }
        }
    }

    /// The pieces in a folder that is one.
    func pieces(of piece: TriePiece) throws(RepositoryError) -> [TriePiece] {
        guard case .stored(.folder, let id) = piece.content else { return [] }
        return try pieces(of: Node(region: piece.region, kind: .folder, id: id))
    }

    /// The lines of a bucket.
    func lines(of bucket: TriePiece) throws(RepositoryError) -> [ClaimLine] {
        switch bucket.content {
        case .lines(let lines): lines
        case .stored:
            try bucket.former.map { (former) throws(RepositoryError) in try lines(of: former.id, former.place) } ?? []
        }
    }
}
