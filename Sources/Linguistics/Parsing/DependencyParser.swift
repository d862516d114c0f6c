/// Finds the heads and labels of tokens, move by move, each time the best that is possible.
struct DependencyParser: Sendable {
    /// The labels by number, those of lifted arcs taken apart.
    private(set) var labels: [String] = []
    private let model: TransitionModel
    private let kinds: [UInt8]
    /// For each move the label that it gives, and the label of the head where it belongs deeper down, or -1.
    private var labelsOfMove: [(label: Int, headLabel: Int)] = []
    private let rootLabel: Int

    init(_ file: ModelFile, moves: [String], width: Int) throws(ModelError) {
        model = try TransitionModel(file, "parser", width: width, moves: moves.count)
        guard model.places == 8 else { throw ModelError("parser", "\(model.places) tokens describe its states, not 8") }
        var kinds: [UInt8] = []
        var labels: [String] = []
        func number(_ label: String) -> Int {
            if let known = labels.firstIndex(of: label) { return known }
            labels.append(label)
            return labels.count - 1
        }
        rootLabel = number("ROOT")
        for move in moves {
            guard let kind = ArcEagerState.Kind(name: move) else {
                throw ModelError("parser", "the move \(move) is unknown")
            }
            kinds.append(UInt8(kind.rawValue))
            let parts = String(move.dropFirst(2)).components(separatedBy: "||")
            labelsOfMove.append((number(parts[0]), parts.count > 1 ? number(parts[1]) : -1))
        }
        (self.kinds, self.labels) = (kinds, labels)
    }

    /// The tree, or trees, of each piece of some tokens that have vectors.
    ///
    /// - Parameter contributions: room to work in.
    func parse(
        _ vectors: [Float], _ pieces: [Range<Int>], isSpace: [Bool], isOneSentence: Bool, _ variant: Int32,
        _ contributions: inout [Float]
    ) -> [DependencyForest] {
        model.contribute(vectors, count: isSpace.count, variant, to: &contributions)
        return pieces.map { [contributions] piece in
            parse(contributions, piece, isSpace: Array(isSpace[piece]), isOneSentence: isOneSentence, variant)
        }
    }

    private func parse(
        _ contributions: [Float], _ piece: Range<Int>, isSpace: [Bool], isOneSentence: Bool, _ variant: Int32
    ) -> DependencyForest {
        let (heads, moves) = model.withScorer(contributions, from: piece.lowerBound, kinds, variant) { best in
            var state = ArcEagerState(count: piece.count, isOneSentence: isOneSentence)
            var (places, allowed) = ([Int32](repeating: -1, count: 8), [UInt8](repeating: 0, count: 256))
            while !state.isFinal {
                state.describe(into: &places)
                state.allow(&allowed)
                let move = best(places, allowed)
                guard move >= 0, let kind = ArcEagerState.Kind(rawValue: Int(kinds[move])) else { break }
                state.make(move, kind)
            }
            return (state.heads, state.moves)
        }
        var forest = DependencyForest(
            heads: heads.indices.map { heads[$0] < 0 ? $0 : Int(heads[$0]) },
            labels: moves.map { $0 < 0 ? rootLabel : labelsOfMove[Int($0)].label })
        forest.lowerArcs(moves.map { $0 < 0 ? -1 : labelsOfMove[Int($0)].headLabel }, isSpace: isSpace)
        return forest
    }
}

extension String {
    /// The parts between two bars and the like.
    fileprivate func components(separatedBy separator: String) -> [String] {
        guard let found = firstRange(of: separator) else { return [self] }
        return [String(self[..<found.lowerBound]), String(self[found.upperBound...])]
    }
}
