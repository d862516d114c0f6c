import Facts
import Git

/// Applies edits to a ``FactTrie``: only the buckets that an edit falls into are read, and only they and the folders above are
/// written.
struct FactTrieEditor {
    let trie: FactTrie
    /// How the facts fared.
    private(set) var tally = FactTally()

    init(_ repository: GitRepository) { trie = FactTrie(repository: repository) }

    /// The node that `node` becomes.
    ///
    /// - Parameter edits: sorted by fact, all of facts whose ids start with `prefix`.
    mutating func apply(
        _ edits: ArraySlice<FactEdit>, to node: FactTrie.Node, at prefix: String = "", _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> FactTrie.Node {
        guard !edits.isEmpty else { return node }
        switch node {
        case .empty: return try rebuild(.empty, edits, replacing: node, prefix, &writer)
        case .leaf(let id): return try rebuild(trie.bucket(id, prefix), edits, replacing: node, prefix, &writer)
        case .branch(let id): return try applyBelow(id, edits, prefix, &writer)
        }
    }

    private mutating func rebuild(
        _ bucket: Bucket, _ edits: ArraySlice<FactEdit>, replacing node: FactTrie.Node, _ prefix: String,
        _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> FactTrie.Node {
        var bucket = bucket
        tally = tally + bucket.apply(edits)
        let built = try build(bucket.facts[...], prefix, &writer)
        if case .leaf = node, !built.isLeaf { writer.noteRemoval(of: FactTrie.bucketPath(of: prefix)) }
        return built
    }

    private mutating func applyBelow(
        _ id: ObjectID, _ edits: ArraySlice<FactEdit>, _ prefix: String, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> FactTrie.Node {
        let tree = try trie.tree(id, prefix)
        let removedBefore = tally.removed
        var children = Dictionary(uniqueKeysWithValues: FactTrie.letters.map { ($0, FactTrie.child($0, in: tree)) })
        for (letter, group) in FactTrie.groups(edits, at: prefix.count, id: \.fact) {
            children[letter] = try apply(group, to: children[letter] ?? .empty, at: prefix + String(letter), &writer)
        }
        if tally.removed > removedBefore, let facts = try factsOfOneBucket(children, prefix, &writer) {
            for (letter, child) in children where child.isLeaf {
                writer.noteRemoval(of: FactTrie.bucketPath(of: prefix + String(letter)))
            }
            return try build(facts[...], prefix, &writer)
        }
        return try branch(children, prefix, &writer)
    }

    /// The facts below a folder when they have become few enough for one bucket, otherwise `nil`.
    private func factsOfOneBucket(
        _ children: [Character: FactTrie.Node], _ prefix: String, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> [Fact]? {
        guard !children.values.contains(where: \.isBranch) else { return nil }
        var facts: [Fact] = []
        for letter in FactTrie.letters {
            guard case .leaf(let id) = children[letter] ?? .empty else { continue }
            let child = prefix + String(letter)
            // What this revision wrote cannot be read back before its pack is finished.
            let written = writer.writtenBytes(at: FactTrie.bucketPath(of: child))
            let bucket = if let written { try Bucket(parsing: written, child) } else { try trie.bucket(id, child) }
            facts += bucket.facts
            if facts.count > FactTrie.bucketSize { return nil }
        }
        return facts
    }

    /// The node of a set of facts, written.
    private func build(
        _ facts: ArraySlice<Fact>, _ prefix: String, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> FactTrie.Node {
        guard !facts.isEmpty else { return .empty }
        if facts.count <= FactTrie.bucketSize || prefix.count == FactID.length {
            return .leaf(try writer.write(Bucket(facts: Array(facts)).bytes, at: FactTrie.bucketPath(of: prefix)))
        }
        var children: [Character: FactTrie.Node] = [:]
        for (letter, group) in FactTrie.groups(facts, at: prefix.count, id: \.id) {
            children[letter] = try build(group, prefix + String(letter), &writer)
        }
        return try branch(children, prefix, &writer)
    }

    private func branch(
        _ children: [Character: FactTrie.Node], _ prefix: String, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> FactTrie.Node {
        let entries = children.compactMap { letter, node in node.entry(named: String(letter)) }
        return entries.isEmpty ? .empty : .branch(try writer.write(entries, at: FactTrie.path(of: prefix)))
    }
}
