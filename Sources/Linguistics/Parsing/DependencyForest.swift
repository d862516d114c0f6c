/// The heads and labels of a text's tokens.
struct DependencyForest {
    /// For each token the index of its head; its own at a root.
    private(set) var heads: [Int]
    /// For each token the number of its label.
    private(set) var labels: [Int]

    init(heads: [Int], labels: [Int]) { (self.heads, self.labels) = (heads, labels) }

    /// Attaches arcs that were lifted to make the tree projective: to the nearest token below the head that has a label.
    ///
    /// - Parameter headLabels: for each token the label of its true head, or -1 where its arc was not lifted.
    ///
    /// Source: Nivre and Nilsson, "Pseudo-Projective Dependency Parsing" (2005).
    mutating func lowerArcs(_ headLabels: [Int], isSpace: [Bool]) {
        guard headLabels.contains(where: { $0 >= 0 }) else { return }
        let (_, edges) = edges()
        var children = [[Int]](repeating: [], count: heads.count)
        for (child, head) in heads.enumerated() where child != head { children[head].append(child) }
        for child in heads.indices where headLabels[child] >= 0 {
            // Labels that are still to be taken apart match nothing.
            let found = search(below: heads[child], headLabels[child], for: child) { token in
                // The edges are those from before: a child beyond them is not found, and a lifted one has both labels yet.
                children[token].filter { edges[token].contains($0) && !isSpace[$0] && $0 != child }
            } accepts: {
                labels[$0] == headLabels[child] && (headLabels[$0] < 0 || $0 < child)
            }
            guard let found else { continue }
            children[heads[child]].removeAll { $0 == child }
            let place = children[found].firstIndex { $0 > child } ?? children[found].count
            children[found].insert(child, at: place)
            heads[child] = found
        }
    }

    private func search(
        below head: Int, _ label: Int, for child: Int, children: (Int) -> [Int], accepts: (Int) -> Bool
    ) -> Int? {
        var level = [head]
        var seen = 0
        // What is lowered can close a cycle, so no more tokens are looked at than there are.
        while !level.isEmpty, seen <= heads.count {
            var next: [Int] = []
            for token in level {
                for below in children(token) {
                    if accepts(below) { return below }
                    next.append(below)
                }
            }
            seen += next.count
            level = next
        }
        return nil
    }

    /// The first token of each sentence, in order: the leftmost that a root governs.
    var sentenceStarts: [Bool] {
        let (starts, _) = edges()
        return starts
    }

    /// The sentence starts, and for each token the leftmost and rightmost that it governs.
    ///
    /// Passes over the heads until every head stands in its token's sentence, at most twelve, as spaCy does it.
    private func edges() -> (starts: [Bool], edges: [ClosedRange<Int>]) {
        var (left, right) = (Array(heads.indices), Array(heads.indices))
        func widen(_ token: Int) {
            let head = heads[token]
            left[head] = min(left[head], left[token])
            right[head] = max(right[head], right[token])
        }
        var starts: [Bool] = []
        for _ in 0..<12 {
            for token in heads.indices { widen(token) }
            for token in heads.indices.reversed() { widen(token) }
            starts = [Bool](repeating: false, count: heads.count)
            for token in heads.indices where heads[token] == token { starts[left[token]] = true }
            if headsAreInSentences(starts) { break }
        }
        return (starts, heads.indices.map { left[$0]...right[$0] })
    }

    private func headsAreInSentences(_ starts: [Bool]) -> Bool {
        var start = 0
        for end in heads.indices where (end > 0 && starts[end]) || end == heads.count - 1 {
            for token in start..<end where heads[token] < start || heads[token] > end { return false }
            start = end
        }
        return true
    }
}
