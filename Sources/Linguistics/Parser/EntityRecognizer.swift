/// Marks names, dates, numbers and amounts: one move a token, B(egin), I(n), L(ast), U(nit) or O(ut).
///
/// Source: Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition" (2009).
struct EntityRecognizer: Sendable {
    private let tok2vec: Tok2Vec
    private let model: TransitionModel
    private let kinds: [Character]
    private let labels: [String]

    init(_ file: ModelFile) throws(ModelError) {
        tok2vec = try Tok2Vec(file, "ner.tok2vec")
        model = try TransitionModel(file, "ner", width: tok2vec.width)
        guard model.places == 3 else {
            throw ModelError("ner.lower.weights", "it describes a state by \(model.places)")
        }
        kinds = model.moves.map { $0.first ?? "O" }
        labels = model.moves.map { String($0.dropFirst(2)) }
    }

    /// The entities of a text whose sentences are known: none reaches from one into the next.
    func entities(
        _ tokens: [TokenFeatures], startsSentence: [Bool], _ kernels: Kernels, _ cache: inout ProjectionCache
    ) -> [NamedEntity] {
        let vectors = tok2vec.vectors(tokens, kernels, &cache)
        let first = model.firstLayer(vectors, count: tokens.count, kernels)
        var scores = [Float](repeating: 0, count: model.scoreCount)
        var entities: [NamedEntity] = []
        var open: (start: Int, label: String)?
        for token in tokens.indices {
            model.score([token, open?.start ?? -1, open == nil ? -1 : token - 1], first, kernels, into: &scores)
            let mayGoOn = token + 1 < tokens.count && !startsSentence[token + 1]
            let best = best(scores, open?.label, mayGoOn: mayGoOn, isSpace: tokens[token].isSpace)
            switch kinds[best] {
            case "B": open = (token, labels[best])
            case "U": entities.append(NamedEntity(tokens: token..<token + 1, label: labels[best]))
            case "L":
                if let open { entities.append(NamedEntity(tokens: open.start..<token + 1, label: open.label)) }
                open = nil
            default: break
            }
        }
        return entities
    }

    private func best(_ scores: [Float], _ open: String?, mayGoOn: Bool, isSpace: Bool) -> Int {
        var best = kinds.count - 1
        var highest = -Float.infinity
        for index in kinds.indices where scores[index] > highest {
            let isPossible =
                switch kinds[index] {
                case "B": open == nil && mayGoOn && !isSpace
                case "I": mayGoOn && labels[index] == open
                case "L": labels[index] == open
                case "U": open == nil && !isSpace && !labels[index].isEmpty
                default: open == nil
                }
            if isPossible { (best, highest) = (index, scores[index]) }
        }
        return best
    }
}
