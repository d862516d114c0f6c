/// Gives each token a vector of its word and its neighbours: an embedding of the word, then layers over windows of three tokens.
struct TokenEncoder: Sendable {
    private let embedding: WordEmbedding
    private let layers: [WindowLayer]

    init(_ file: ModelFile, _ name: String, _ reader: inout ByteReader) throws(ModelError) {
        let count = try reader.number()
        embedding = try WordEmbedding(file, name, &reader)
        var layers: [WindowLayer] = []
        for number in 1..<max(1, count) {
            layers.append(try WindowLayer(file, "\(name).layer.\(number)", width: embedding.width))
        }
        self.layers = layers
    }

    /// How many numbers a vector has.
    var width: Int { embedding.width }

    /// The vectors of a text's tokens, one after the other.
    func vectors(
        _ tokens: [TokenizedText.Place], _ lexicon: Lexicon, _ cache: inout VectorCache, _ variant: Int32
    ) -> [Float] {
        // The model was trained with as many rows of zeros on both sides as it has layers; each layer fills some of them in.
        let (pad, width) = (layers.count, width)
        var rows = [Float](repeating: 0, count: (tokens.count + 2 * pad) * width)
        rows.withUnsafeMutableBufferPointer { rows in
            guard let start = rows.baseAddress else { return }
            for (place, token) in tokens.enumerated() {
                let space = embedding.looksAtSpace && token.isFollowedBySpace
                cache.copy(token.lexeme, space, into: start + (pad + place) * width, width: width) {
                    embedding.embed(lexicon.lexemes[token.lexeme], isFollowedBySpace: space, variant, into: $0)
                }
            }
        }
        var scratch = [Float](repeating: 0, count: layers.map(\.scratchCount).max() ?? 0)
        var result = [Float](repeating: 0, count: rows.count)
        for (number, layer) in layers.enumerated() {
            let count = tokens.count + 2 * (pad - number - 1)
            layer.apply(to: rows, count: count, variant, into: &result, scratch: &scratch)
            swap(&rows, &result)
        }
        rows.removeLast(rows.count - tokens.count * width)
        return rows
    }
}

/// Word vectors that were computed before.
struct VectorCache {
    private var vectors: [Float] = []
    /// For each lexeme, without and with a space after it, where its vector starts, or -1.
    private var starts: [Int] = []

    /// Copies a vector, computing it where it is new.
    mutating func copy(
        _ lexeme: Int, _ isFollowedBySpace: Bool, into out: UnsafeMutablePointer<Float>, width: Int,
        compute: (UnsafeMutablePointer<Float>) -> Void
    ) {
        let key = 2 * lexeme + (isFollowedBySpace ? 1 : 0)
        while starts.count <= key { starts.append(-1) }
        if starts[key] < 0 {
            compute(out)
            starts[key] = vectors.count
            vectors.append(contentsOf: UnsafeBufferPointer(start: out, count: width))
        } else {
            vectors.withUnsafeBufferPointer { known in
                guard let base = known.baseAddress else { return }
                out.update(from: base + starts[key], count: width)
            }
        }
    }
}
