import Git
import Synchronization

/// The folders of a ``FactTrie`` that the last revisions of this process wrote or read on the way to what they wrote.
///
/// The next revision goes through the same folders near the root, and often below. They are known by their ids, so that whatever
/// else writes to the repository cannot make them wrong.
final class TrieFolders: Sendable {
    private struct State {
        var folders: [ObjectID: [FactTrie.Node]] = [:]
        var nodeCount = 0
    }

    private let state = Mutex(State())

    /// Nodes of 64 bytes each.
    private static let limit = 1 << 18

    /// No folders.
    init() {}

    /// The nodes of a folder; `nil` when it is not known.
    subscript(id: ObjectID) -> [FactTrie.Node]? { state.withLock { $0.folders[id] } }

    /// Keeps a folder, in the place of its former version where there is one.
    func keep(_ nodes: [FactTrie.Node], _ id: ObjectID, replacing former: ObjectID? = nil) {
        state.withLock { state in
            if let former, let gone = state.folders.removeValue(forKey: former) { state.nodeCount -= gone.count }
            if state.nodeCount + nodes.count > Self.limit { state = State() }
            state.nodeCount += nodes.count
            if let same = state.folders.updateValue(nodes, forKey: id) { state.nodeCount -= same.count }
        }
    }
}

extension FactTrie {
    /// The nodes right in a folder, in order; what is no node of ours is left out, as is what another one hides.
    func nodes(in folder: Node) throws(RepositoryError) -> [Node] {
        if let known = folders?[folder.id] { return known }
        var nodes: [Node] = []
        try RepositoryError.wrapping(BucketPlace.path(ofFolder: folder.region)) { () throws(GitError) in
            try repository.readEntries(ofTree: folder.id) { name, _, id in
                if let node = Node(named: name, id, in: folder.region) { nodes.append(node) }
            }
        }
        nodes = Self.disjoint(nodes)
        folders?.keep(nodes, folder.id)
        return nodes
    }

    /// Nodes in order, no two of which have ids in common: of those that another program put beside one another the larger stay.
    private static func disjoint(_ nodes: [Node]) -> [Node] {
        if zip(nodes, nodes.dropFirst()).allSatisfy({ $0.region.end < $1.region.start }) { return nodes }
        var disjoint: [Node] = []
        for node in nodes.sorted(by: { ($0.region.start, $0.region.depth) < ($1.region.start, $1.region.depth) })
        where disjoint.last.map({ $0.region.end < node.region.start }) ?? true { disjoint.append(node) }
        return disjoint
    }

    /// The bytes of a folder as git stores it, of nodes in order: as no two have ids in common, this is the order of their names.
    static func folderBytes(of nodes: [Node], at depth: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(nodes.count * 40)
        var name: [UInt8] = []
        for node in nodes {
            name.removeAll(keepingCapacity: true)
            node.region.appendName(in: depth, to: &name)
            if node.kind == .bucket { name += node.mayDeny ? markedEnding : ending }
            bytes.append(entryNamed: name, node.kind == .bucket ? .file : .folder, node.id)
        }
        return bytes
    }

    fileprivate static let ending = Array(Layout.bucketEnding.utf8)
    fileprivate static let markedEnding = Array((Layout.denialMark + Layout.bucketEnding).utf8)
}

extension FactTrie.Node {
    /// The node of a folder's entry; `nil` when it is none of ours.
    fileprivate init?(named name: ArraySlice<UInt8>, _ id: ObjectID, in folder: FactRegion) {
        if let trunk = name.without(FactTrie.ending) {
            let unmarked = name.without(FactTrie.markedEnding)
            guard let region = FactRegion(name: unmarked ?? trunk, in: folder) else { return nil }
            self.init(region: region, kind: .bucket, id: id, mayDeny: unmarked != nil)
        } else {
            guard let region = FactRegion(name: name, in: folder),
                region.depth == folder.depth + FactTrie.folderDepth
            else { return nil }
            self.init(region: region, kind: .folder, id: id)
        }
    }
}

extension ArraySlice<UInt8> {
    /// What stands before an ending; `nil` when it ends in something else.
    fileprivate func without(_ ending: [UInt8]) -> ArraySlice<UInt8>? {
        count > ending.count && suffix(ending.count).elementsEqual(ending) ? dropLast(ending.count) : nil
    }
}
