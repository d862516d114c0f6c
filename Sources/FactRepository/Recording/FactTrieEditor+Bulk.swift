import Facts
import Git

/// Many edits at once: the trie below the first two letters is made by several threads, and written beside them.
extension FactTrieEditor {
    /// Fewer edits are applied one after another.
    private static let bulk = 1000

    /// What stands somewhere before the edits.
    private enum Start: Sendable {
        case node(FactTrie.Node)
        /// Lines from a bucket above.
        case lines([ClaimLine])

        /// Whether this stands for itself in the revision before.
        var isNode: Bool {
            if case .node = self { true } else { false }
        }
    }

    /// Everything under one letter: what stands there, and under each of the sixteen letters that follow.
    private struct Branch: Sendable {
        let start: Start
        let starts: [Start]
        /// Whether it must be made anew.
        let isTouched: Bool

        /// What becomes of it where it need not; `nil` where it must.
        var unchanged: Outcome? {
            if !isTouched, case .node(let node) = start { .written(node) } else { nil }
        }
    }

    /// What became of everything under two letters.
    private struct Made: Sendable {
        let outcome: Outcome
        let content: RevisionPart.Content
        let tally: FactTally
    }

    /// The node that `root` becomes, written.
    mutating func apply(
        _ edits: EditSpool, to root: FactTrie.Node, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> FactTrie.Node {
        var part = RevisionPart(trie.repository)
        let outcome =
            edits.count < Self.bulk
            ? try apply(edits.sorted()[...], to: root, &part)
            : try join(outcomes(of: edits, on: root, &writer), "", over: .node(root), &part)
        let node = try settle(outcome, &part)
        try writer.append(part.takeContent())
        return node
    }

    /// What becomes of everything under each letter.
    private mutating func outcomes(
        of edits: EditSpool, on root: FactTrie.Node, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> [Outcome] {
        let branches = try branches(edits, root)
        let partitions = (0..<EditSpool.partitionCount).filter { branches[$0 >> 4].isTouched }
        var outcomes: [Outcome?] = branches.map(\.unchanged)
        var below: [Outcome] = []
        let trie = self.trie
        try concurrentStream(partitions.count, ahead: 8) { (index) throws(RepositoryError) in
            let partition = partitions[index]
            var editor = FactTrieEditor(trie)
            var part = RevisionPart(trie.repository)
            let prefix = FactTrie.letter(partition >> 4) + FactTrie.letter(partition & 15)
            let start = branches[partition >> 4].starts[partition & 15]
            let outcome = try editor.apply(edits.edits(in: partition), to: start, at: prefix, &part)
            return Made(outcome: outcome, content: part.takeContent(), tally: editor.tally)
        } into: { (made) throws(RepositoryError) in
            try writer.append(made.content)
            tally = tally + made.tally
            below.append(made.outcome)
            guard below.count == 16, let letter = outcomes.firstIndex(where: { $0 == nil }) else { return }
            var part = RevisionPart(trie.repository)
            outcomes[letter] = try join(below, FactTrie.letter(letter), over: branches[letter].start, &part)
            try writer.append(part.takeContent())
            below = []
        }
        return outcomes.compactMap(\.self)
    }

    private func branches(_ edits: EditSpool, _ root: FactTrie.Node) throws(RepositoryError) -> [Branch] {
        var branches: [Branch] = []
        for (letter, start) in try starts(below: .node(root), "").enumerated() {
            let isTouched = !start.isNode || !(letter * 16..<letter * 16 + 16).allSatisfy(edits.isEmpty)
            let starts = isTouched ? try starts(below: start, FactTrie.letter(letter)) : []
            branches.append(Branch(start: start, starts: starts, isTouched: isTouched))
        }
        return branches
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
        let folder: ObjectID? = if case .node(.branch(let id)) = start { id } else { nil }
        let outcome = try join(outcomes, prefix, over: folder, mayShrink: true, &part)
        guard case .node(.leaf(let former)) = start else { return outcome }
        if case .bucket(let lines, _) = outcome { return .bucket(lines, former: former) }
        part.noteRemoval(of: FactTrie.bucketPath(of: prefix))
        return outcome
    }
}
