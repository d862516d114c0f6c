import Git
import Synchronization

/// The folders of a ``FactTrie`` that the last revisions of this process wrote or read on the way to what they wrote.
///
/// The next revision goes through the same folders near the root, and often below. They are known by their ids, so that whatever
/// else writes to the repository cannot make them wrong.
final class TrieFolders: Sendable {
    private let nodes = Mutex<[ObjectID: [FactTrie.Node]]>([:])

    /// Half a kilobyte each.
    private static let limit = 16_384

    /// No folders.
    init() {}

    /// The sixteen nodes of a folder; `nil` when it is not known.
    subscript(id: ObjectID) -> [FactTrie.Node]? { nodes.withLock { $0[id] } }

    /// Keeps a folder, in the place of its former version where there is one.
    func keep(_ folder: [FactTrie.Node], _ id: ObjectID, replacing former: ObjectID? = nil) {
        nodes.withLock { nodes in
            if let former { nodes[former] = nil }
            if nodes.count >= Self.limit { nodes.removeAll() }
            nodes[id] = folder
        }
    }
}

extension FactTrie {
    /// The sixteen nodes under a folder, empty ones included.
    func children(ofBranch id: ObjectID, _ prefix: String) throws(RepositoryError) -> [Node] {
        if let known = folders?[id] { return known }
        var children = [Node](repeating: .empty, count: Self.letters.count)
        try RepositoryError.wrapping(Self.path(of: prefix)) { () throws(GitError) in
            try repository.readEntries(ofTree: id) { name, _, id in
                guard let digit = name.first.flatMap(Self.digit) else { return }
                if name.count == 1 {
                    if !children[digit].isLeaf { children[digit] = .branch(id) }
                } else if name.dropFirst().elementsEqual(".jsonl".utf8) {
                    children[digit] = .leaf(id)
                }
            }
        }
        folders?.keep(children, id)
        return children
    }

    /// The bytes of a folder of sixteen nodes as git stores it: no letter has two entries, so they are in git's order.
    static func folderBytes(of nodes: [Node]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(nodes.count * 36)
        for (digit, node) in nodes.enumerated() {
            switch node {
            case .empty: break
            case .leaf(let id): bytes.append(entryNamed: bucketNames[digit], .file, id)
            case .branch(let id): bytes.append(entryNamed: folderNames[digit], .folder, id)
            }
        }
        return bytes
    }

    private static let folderNames = letters.map { Array($0.utf8) }
    private static let bucketNames = letters.map { Array("\($0).jsonl".utf8) }

    private static func digit(_ letter: UInt8) -> Int? {
        letter >= UInt8(ascii: "k") && letter <= UInt8(ascii: "z") ? Int(letter - UInt8(ascii: "k")) : nil
    }
}
