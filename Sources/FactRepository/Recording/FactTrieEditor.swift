import Facts
import Git

/// Applies edits to a ``FactTrie``: only the buckets that an edit falls into are read, and only they and the folders above are
/// written.
struct FactTrieEditor {
    let trie: FactTrie
    /// How the facts fared.
    var tally = FactTally()

    init(_ trie: FactTrie) { self.trie = trie }

    /// What becomes of a node, before it is known whether it stands for itself or is joined with those beside it.
    enum Outcome: Sendable {
        /// A node that is written; a leaf is one of the revision before.
        case written(FactTrie.Node)
        /// The lines of a bucket, and the blob that stands there in the revision before, if one does.
        case bucket([ClaimLine], former: ObjectID?)
    }

    /// What `node` becomes.
    ///
    /// - Parameter edits: sorted, all of facts whose ids start with `prefix`.
    mutating func apply(
        _ edits: ArraySlice<ClaimEdit>, to node: FactTrie.Node, at prefix: String = "", _ part: inout RevisionPart
    ) throws(RepositoryError) -> Outcome {
        guard !edits.isEmpty else { return .written(node) }
        switch node {
        case .empty: return try build(([] as [ClaimLine]).applying(edits, &tally)[...], prefix, nil, &part)
        case .leaf(let id):
            let lines = try trie.lines(of: id, prefix).applying(edits, &tally)
            return try build(lines[...], prefix, id, &part)
        case .branch(let id):
            let children = try trie.children(ofBranch: id, prefix)
            var outcomes = children.map(Outcome.written)
            let removedBefore = tally.removed
            for (digit, group) in FactTrie.groups(edits, at: prefix.utf8.count, id: \.line.fact) {
                outcomes[digit] = try apply(group, to: children[digit], at: prefix + FactTrie.letter(digit), &part)
            }
            return try join(outcomes, prefix, over: id, mayShrink: tally.removed > removedBefore, &part)
        }
    }

    /// The node of an outcome, written.
    mutating func settle(
        _ outcome: Outcome, at prefix: String = "", _ part: inout RevisionPart
    ) throws(RepositoryError) -> FactTrie.Node {
        switch outcome {
        case .written(let node): return node
        case .bucket(let lines, let former):
            let path = FactTrie.bucketPath(of: prefix)
            if lines.isEmpty {
                if former != nil { part.noteRemoval(of: path) }
                return .empty
            }
            return .leaf(try part.write(lines.bucketBytes, at: path, replacing: former))
        }
    }

    /// What a folder of sixteen nodes becomes.
    ///
    /// - Parameters:
    ///   - former: the folder in the revision before; `nil` when there was none.
    ///   - mayShrink: whether they may have become few enough for one bucket.
    mutating func join(
        _ outcomes: [Outcome], _ prefix: String, over former: ObjectID?, mayShrink: Bool, _ part: inout RevisionPart
    ) throws(RepositoryError) -> Outcome {
        if mayShrink, let lines = try linesOfOneBucket(outcomes, prefix) {
            for (digit, outcome) in outcomes.enumerated() where outcome.isFormerLeaf {
                part.noteRemoval(of: FactTrie.bucketPath(of: prefix + FactTrie.letter(digit)))
            }
            return .bucket(lines, former: nil)
        }
        var nodes: [FactTrie.Node] = []
        nodes.reserveCapacity(outcomes.count)
        for (digit, outcome) in outcomes.enumerated() {
            nodes.append(try settle(outcome, at: prefix + FactTrie.letter(digit), &part))
        }
        guard nodes.contains(where: { $0 != .empty }) else { return .written(.empty) }
        let id = try part.write(folder: FactTrie.folderBytes(of: nodes), at: FactTrie.path(of: prefix))
        // What is written for the first time is much at once, and may not be touched again.
        if let former { trie.folders?.keep(nodes, id, replacing: former) }
        return .written(.branch(id))
    }

    /// The lines of all nodes when their facts are few enough for one bucket, otherwise `nil`.
    private func linesOfOneBucket(_ outcomes: [Outcome], _ prefix: String) throws(RepositoryError) -> [ClaimLine]? {
        guard !outcomes.contains(where: \.isBranch) else { return nil }
        var (lines, facts): ([ClaimLine], Int) = ([], 0)
        for (digit, outcome) in outcomes.enumerated() {
            let found: [ClaimLine]
            switch outcome {
            case .bucket(let lines, _): found = lines
            case .written(.leaf(let id)): found = try trie.lines(of: id, prefix + FactTrie.letter(digit))
            case .written: continue
            }
            lines += found
            facts += found.factCount(upTo: FactTrie.bucketSize + 1)
            if facts > FactTrie.bucketSize { return nil }
        }
        return lines
    }

    /// What sorted lines become: one bucket, or a folder of buckets.
    mutating func build(
        _ lines: ArraySlice<ClaimLine>, _ prefix: String, _ former: ObjectID?, _ part: inout RevisionPart
    ) throws(RepositoryError) -> Outcome {
        let isBucket = lines.factCount(upTo: FactTrie.bucketSize + 1) <= FactTrie.bucketSize
        if isBucket || prefix.utf8.count == FactID.length { return .bucket(Array(lines), former: former) }
        if former != nil { part.noteRemoval(of: FactTrie.bucketPath(of: prefix)) }
        var outcomes = [Outcome](repeating: .written(.empty), count: FactTrie.letters.count)
        for (digit, group) in FactTrie.groups(lines, at: prefix.utf8.count, id: \.fact) {
            outcomes[digit] = try build(group, prefix + FactTrie.letter(digit), nil, &part)
        }
        return try join(outcomes, prefix, over: nil, mayShrink: false, &part)
    }
}

extension FactTrieEditor.Outcome {
    /// Whether this is a folder.
    fileprivate var isBranch: Bool {
        if case .written(.branch) = self { true } else { false }
    }

    /// Whether a bucket of the revision before stands here.
    fileprivate var isFormerLeaf: Bool {
        switch self {
        case .written(let node): node.isLeaf
        case .bucket(_, let former): former != nil
        }
    }
}
