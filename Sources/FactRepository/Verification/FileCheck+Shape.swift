import Facts
import Git

/// Where buckets stand in their folders.
extension FileCheck {
    /// A bucket is where a reader looks for it, holds no more facts than it may, and more than fit beside its neighbours.
    ///
    /// - Parameter content: `nil` when it could not be read.
    mutating func checkShape(at prefix: String, _ row: BlobChange, _ content: CheckedBucket?) {
        _ = attempt { (check) throws(RepositoryError) in
            let root = try check.after.root()
            if try check.after.trie.node(at: prefix, under: root) != row.after.map(FactTrie.Node.leaf) {
                check.report(row.path, "another file or folder hides it")
            } else {
                guard let content else { return }
                if content.factCount > FactTrie.bucketSize { check.report(row.path, "it holds too many facts") }
            }
            guard !prefix.isEmpty else { return }
            let folder = String(prefix.dropLast())
            let node = try check.after.trie.node(at: folder, under: root)
            if try check.fitsBucket(node, folder) { check.report(row.path, "the facts beside it would fit one bucket") }
        }
    }

    /// Whether all facts under a node are few enough for one bucket; of more as many are counted as it takes to know.
    private func fitsBucket(_ node: FactTrie.Node, _ prefix: String) throws(RepositoryError) -> Bool {
        var rest = [(node, prefix)]
        var count = 0
        while let (node, prefix) = rest.popLast(), count <= FactTrie.bucketSize {
            switch node {
            case .empty: break
            case .leaf(let bucket): count += try factCount(of: bucket, prefix)
            case .branch:
                rest += try after.trie.children(of: node, at: prefix).map { ($0.node, prefix + String($0.letter)) }
            }
        }
        return count <= FactTrie.bucketSize
    }

    private func factCount(of bucket: ObjectID, _ prefix: String) throws(RepositoryError) -> Int {
        if let count = known.factCount(of: bucket, prefix) { return count }
        let count = try CheckedBucket(after.trie.bytes(bucket, prefix), prefix, known).factCount
        known.remember(factCount: count, of: bucket, prefix)
        return count
    }
}
