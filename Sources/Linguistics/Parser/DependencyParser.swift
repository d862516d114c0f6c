/// Finds the dependency tree of each sentence, and with it the sentences.
struct DependencyParser: Sendable {
    private enum Move: Character {
        case shift = "S"
        case reduce = "D"
        case left = "L"
        case right = "R"
        case sentence = "B"
    }

    private let model: TransitionModel
    private let moves: [Move]
    private let labels: [String]

    init(_ file: ModelFile, width: Int) throws(ModelError) {
        model = try TransitionModel(file, "parser", width: width)
        guard model.places == 8 else {
            throw ModelError("parser.lower.weights", "it describes a state by \(model.places)")
        }
        var moves: [Move] = []
        for name in model.moves {
            guard let move = name.first.flatMap(Move.init) else {
                throw ModelError("parser.moves", "\(name) is not known")
            }
            moves.append(move)
        }
        self.moves = moves
        labels = model.moves.map { String($0.dropFirst(2)) }
    }

    /// A tree, or several: heads by index, a root's being its own; and labels.
    struct Trees {
        var heads: [Int]
        var labels: [String]
    }

    /// Parses tokens that have vectors.
    func parse(_ vectors: [Float], count: Int, isOneSentence: Bool, _ kernels: Kernels) -> Trees {
        let first = model.firstLayer(vectors, count: count, kernels)
        var state = ArcEagerState(count: count)
        var tokens = [Int](repeating: -1, count: 8)
        var scores = [Float](repeating: 0, count: model.scoreCount)
        while !state.isFinal {
            state.describe(into: &tokens)
            model.score(tokens, first, kernels, into: &scores)
            guard let best = best(scores, state, isOneSentence) else { break }
            switch moves[best] {
            case .shift: state.shift()
            case .reduce: state.reduce()
            case .left: state.attachLeft(best)
            case .right: state.attachRight(best)
            case .sentence: state.breakSentence()
            }
        }
        let heads = state.heads.enumerated().map { $1 < 0 ? $0 : $1 }
        return Trees(heads: heads, labels: state.labels.map { $0 < 0 ? "ROOT" : labels[$0] })
    }

    private func best(_ scores: [Float], _ state: ArcEagerState, _ isOneSentence: Bool) -> Int? {
        let (shift, reduce) = (state.mayShift, state.mayReduce(isOneSentence: isOneSentence))
        let (attach, sentence) = (state.mayAttach, state.mayBreak(isOneSentence: isOneSentence))
        var best: Int?
        var highest = -Float.infinity
        for index in moves.indices where scores[index] > highest {
            let isPossible =
                switch moves[index] {
                case .shift: shift
                case .reduce: reduce
                case .left, .right: attach
                case .sentence: sentence
                }
            if isPossible { (best, highest) = (index, scores[index]) }
        }
        return best
    }
}

extension DependencyParser.Trees {
    /// Attaches arcs whose labels say that their true head is further down: `dobj||xcomp` belongs to the nearest `xcomp`.
    ///
    /// Source: Nivre and Nilsson, "Pseudo-Projective Dependency Parsing" (2005).
    mutating func makeNonProjective(isSpace: [Bool]) {
        guard labels.contains(where: { $0.contains("||") }) else { return }
        var children = [[Int]](repeating: [], count: heads.count)
        for (child, head) in heads.enumerated() where child != head { children[head].append(child) }
        for child in labels.indices {
            guard let bars = labels[child].firstRange(of: "||") else { continue }
            let wanted = String(labels[child][bars.upperBound...])
            if let head = head(below: heads[child], labelled: wanted, for: child, isSpace, children) {
                children[heads[child]].removeAll { $0 == child }
                children[head].append(child)
                children[head].sort()
                heads[child] = head
            }
            labels[child] = String(labels[child][..<bars.lowerBound])
        }
    }

    /// The first token below another with a label, level by level.
    private func head(
        below root: Int, labelled wanted: String, for child: Int, _ isSpace: [Bool], _ children: [[Int]]
    ) -> Int? {
        var level = [root]
        var seen = 0
        while !level.isEmpty, seen <= heads.count {
            var next: [Int] = []
            for parent in level {
                for token in children[parent] where !isSpace[token] && token != child {
                    if labels[token] == wanted { return token }
                    next.append(token)
                }
            }
            seen += next.count
            level = next
        }
        return nil
    }

    /// The first token of each sentence: the leftmost that a root governs.
    var sentences: [Range<Int>] {
        var roots = [Int](repeating: -1, count: heads.count)
        var starts = [Bool](repeating: false, count: heads.count)
        for token in heads.indices {
            var path: [Int] = []
            var current = token
            while roots[current] < 0, heads[current] != current, path.count <= heads.count {
                path.append(current)
                current = heads[current]
            }
            let root = roots[current] < 0 ? current : roots[current]
            if roots[root] < 0 {
                roots[root] = root
                starts[min(token, root)] = true
            }
            for member in path { roots[member] = root }
        }
        var ranges: [Range<Int>] = []
        var start = 0
        for token in heads.indices.dropFirst() where starts[token] {
            ranges.append(start..<token)
            start = token
        }
        if start < heads.count { ranges.append(start..<heads.count) }
        return ranges
    }
}
