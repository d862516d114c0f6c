/// Finds names, dates and amounts: each token begins one, goes on in it, ends it, is one, or is outside.
///
/// Source: Lample and others, "Neural Architectures for Named Entity Recognition" (2016), section 3.
struct EntityRecognizer: Sendable {
    private enum Kind: Int {
        case outside, begin, unit, never
    }

    let encoder: TokenEncoder
    private let model: TransitionModel
    private let kinds: [UInt8]
    /// For each move the number of its label.
    private let labelOfMove: [Int]
    private let labels: [String]

    init(_ file: ModelFile, _ encoder: TokenEncoder, moves: [String]) throws(ModelError) {
        self.encoder = encoder
        model = try TransitionModel(file, "ner", width: encoder.width, moves: moves.count)
        guard model.places == 3 else { throw ModelError("ner", "\(model.places) tokens describe its states, not 3") }
        var (kinds, labelOfMove, labels): ([UInt8], [Int], [String]) = ([], [], [])
        for move in moves {
            let name = String(move.dropFirst(2))
            let label = labels.firstIndex(of: name) ?? labels.count
            if label == labels.count { labels.append(name) }
            labelOfMove.append(label)
            guard label < 120, let kind = Self.kind(move.first, label) else {
                throw ModelError("ner", "the move \(move) is unknown")
            }
            kinds.append(UInt8(kind))
        }
        (self.kinds, self.labelOfMove, self.labels) = (kinds, labelOfMove, labels)
    }

    /// What tells moves apart: going on and ending by their labels, for only that of the open name is possible.
    private static func kind(_ letter: Character?, _ label: Int) -> Int? {
        switch letter {
        case nil: Kind.never.rawValue
        case "O": Kind.outside.rawValue
        case "B": Kind.begin.rawValue
        case "U": Kind.unit.rawValue
        case "I": 4 + 2 * label
        case "L": 5 + 2 * label
        default: nil
        }
    }

    /// The names in each piece of some tokens; none reaches from a sentence into the next.
    ///
    /// - Parameters:
    ///   - startsSentence: for each piece, which of its tokens begin a sentence.
    ///   - contributions: room to work in.
    func entities(
        _ vectors: [Float], _ pieces: [Range<Int>], isSpace: [Bool], startsSentence: [[Bool]], _ variant: Int32,
        _ contributions: inout [Float]
    ) -> [[NamedEntity]] {
        model.contribute(vectors, count: isSpace.count, variant, to: &contributions)
        return zip(pieces, startsSentence).map { [contributions] piece, starts in
            entities(contributions, piece, isSpace: Array(isSpace[piece]), startsSentence: starts, variant)
        }
    }

    private func entities(
        _ contributions: [Float], _ piece: Range<Int>, isSpace: [Bool], startsSentence: [Bool], _ variant: Int32
    ) -> [NamedEntity] {
        let count = piece.count
        return model.withScorer(contributions, from: piece.lowerBound, kinds, variant) { best in
            var entities: [NamedEntity] = []
            var (places, allowed) = ([Int32](repeating: -1, count: 3), [UInt8](repeating: 0, count: 256))
            var open: (start: Int, label: Int)?
            for token in 0..<count {
                let start = Int32(open?.start ?? -1)
                let mayGoOn = token + 1 < count && !startsSentence[token + 1]
                (places[0], places[1], places[2]) = (Int32(token), start, start < 0 ? -1 : Int32(token - 1))
                let isInside = open != nil
                allowed[Kind.outside.rawValue] = isInside ? 0 : 1
                allowed[Kind.begin.rawValue] = !isInside && mayGoOn && !isSpace[token] ? 1 : 0
                allowed[Kind.unit.rawValue] = isInside || isSpace[token] ? 0 : 1
                let label = open?.label
                if let label { (allowed[4 + 2 * label], allowed[5 + 2 * label]) = (mayGoOn ? 1 : 0, 1) }
                let move = best(places, allowed)
                if let label { (allowed[4 + 2 * label], allowed[5 + 2 * label]) = (0, 0) }
                guard move >= 0 else { continue }
                switch Int(kinds[move]) {
                case Kind.outside.rawValue: break
                case Kind.begin.rawValue: open = (token, labelOfMove[move])
                case Kind.unit.rawValue:
                    entities.append(NamedEntity(tokens: token..<(token + 1), label: labels[labelOfMove[move]]))
                case let kind where kind % 2 == 1:
                    if let open {
                        entities.append(NamedEntity(tokens: open.start..<(token + 1), label: labels[open.label]))
                    }
                    open = nil
                default: break
                }
            }
            return entities
        }
    }
}
