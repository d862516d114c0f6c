import Facts
import Git

/// Finds the bucket of a fact in one revision after another; of the folders on the way those are read that the one before did not
/// have.
struct BucketTrail {
    private let fact: FactID
    private let trie: FactTrie
    /// The folders on the way, from the root, and what lies next on it; `nil` where the way ends.
    private var way: [(folder: FactTrie.Node, next: FactTrie.Node?)] = []

    init(of fact: FactID, in repository: GitRepository) {
        self.fact = fact
        trie = FactTrie(repository: repository)
    }

    /// The bucket that has the fact if the revision with this tree does; `nil` when it has none for such ids.
    mutating func bucket(in tree: ObjectID, of revision: ObjectID) throws(RepositoryError) -> FactTrie.Node? {
        var (found, depth) = (try trie.root(in: tree, of: revision), 0)
        while let folder = found, folder.kind == .folder {
            if depth == way.count || way[depth].folder != folder {
                let next = try trie.nodes(in: folder).first { $0.region.contains(fact) }
                // What lies further on may be the same all the same.
                way.replaceSubrange(depth..<min(depth + 1, way.count), with: [(folder, next)])
            }
            (found, depth) = (way[depth].next, depth + 1)
        }
        return found
    }
}
