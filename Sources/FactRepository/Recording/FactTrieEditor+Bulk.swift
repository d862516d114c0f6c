import Facts
import Git

/// Many edits at once: the trie below the first two letters is made in parallel, sixteen parts at a time.
extension FactTrieEditor {
    /// Fewer edits are applied one after another.
    private static let bulk = 1000

    /// What stands somewhere before the edits.
    private enum Start: Sendable {
        case node(FactTrie.Node)
        /// Lines from a bucket above.
        case lines([ClaimLine])
    }

    /// The node that `root` becomes, written.
    mutating func apply(
        _ edits: EditSpool, to root: FactTrie.Node, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> FactTrie.Node {
        var part = try RevisionPart(trie.repository)
        var outcome: Outcome
        if edits.count < Self.bulk {
            outcome = try apply(edits.sorted()[...], to: root, &part)
        } else {
            var outcomes: [Outcome] = []
            for (digit, start) in try starts(below: .node(root), "").enumerated() {
                outcomes.append(try applyBelow(digit, edits, start, &writer))
            }
            outcome = try join(outcomes, "", over: .node(root), &part)
        }
        let node = try settle(outcome, &part)
        try writer.append(part.takeContent())
        return node
    }

    /// What becomes of everything under one letter.
    private mutating func applyBelow(
        _ first: Int, _ edits: EditSpool, _ start: Start, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> Outcome {
        let (prefix, starts) = (FactTrie.letter(first), try starts(below: start, FactTrie.letter(first)))
        let partitions = first * 16..<first * 16 + 16
        if case .node(let node) = start, partitions.allSatisfy(edits.isEmpty) { return .written(node) }
        let trie = self.trie
        let made = try concurrentMap(16) { (second) throws(RepositoryError) in
            var editor = FactTrieEditor(trie.repository)
            var part = try RevisionPart(trie.repository)
            let own = try edits.edits(in: partitions.lowerBound + second)
            let outcome = try editor.apply(own, to: starts[second], at: prefix + FactTrie.letter(second), &part)
            return (outcome: outcome, content: part.takeContent(), tally: editor.tally)
        }
        for one in made {
            try writer.append(one.content)
            tally = tally + one.tally
        }
        var part = try RevisionPart(trie.repository)
        let outcome = try join(made.map(\.outcome), prefix, over: start, &part)
        try writer.append(part.takeContent())
        return outcome
    }

    private mutating func apply(
        _ edits: [ClaimEdit], to start: Start, at prefix: String, _ part: inout RevisionPart
    ) throws(RepositoryError) -> Outcome {
        switch start {
        case .node(let node): return try apply(edits[...], to: node, at: prefix, &part)
        case .lines(let lines):
            let result = edits.isEmpty ? lines : lines.applying(edits[...], &tally)
            return try build(result[...], prefix, nil, &part)
        }
    }

    /// What stands under each of the sixteen letters below a start.
    private func starts(below start: Start, _ prefix: String) throws(RepositoryError) -> [Start] {
        let lines: [ClaimLine]
        switch start {
        case .node(.branch(let id)): return try trie.children(ofBranch: id, prefix).map(Start.node)
        case .node(.leaf(let id)): lines = try trie.lines(of: id, prefix)
        case .lines(let found): lines = found
        case .node(.empty): lines = []
        }
        var starts = [Start](repeating: .node(.empty), count: 16)
        for (digit, group) in FactTrie.groups(lines[...], at: prefix.utf8.count, id: \.fact) {
            starts[digit] = .lines(Array(group))
        }
        return starts
    }

    /// What a folder becomes that may have been a bucket before.
    private mutating func join(
        _ outcomes: [Outcome], _ prefix: String, over start: Start, _ part: inout RevisionPart
    ) throws(RepositoryError) -> Outcome {
        let outcome = try join(outcomes, prefix, mayShrink: true, &part)
        guard case .node(.leaf(let former)) = start else { return outcome }
        if case .bucket(let lines, _) = outcome { return .bucket(lines, former: former) }
        part.noteRemoval(of: FactTrie.bucketPath(of: prefix))
        return outcome
    }
}
