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
        cache.copy(
            tokens.map { ($0.lexeme, embedding.looksAtSpace && $0.isFollowedBySpace) }, into: &rows, from: pad * width,
            width: width
        ) { missing in
            embedding.embed(missing.map { (lexicon.lexemes[$0.lexeme], $0.isFollowedBySpace) }, variant)
        }
        var result = [Float](repeating: 0, count: rows.count)
        // What the layers work in is large for a sentence, so it is not set to zero first.
        withUnsafeTemporaryAllocation(of: Float.self, capacity: layers.map(\.scratchCount).max() ?? 0) { scratch in
            guard let scratch = scratch.baseAddress else { return }
            for (number, layer) in layers.enumerated() {
                let count = tokens.count + 2 * (pad - number - 1)
                layer.apply(to: rows, count: count, variant, into: &result, scratch: scratch)
                swap(&rows, &result)
            }
        }
        rows.removeLast(rows.count - tokens.count * width)
        return rows
    }
}

/// Word vectors that were computed before.
struct VectorCache {
    /// A lexeme, and whether a space follows it.
    typealias Key = (lexeme: Int, isFollowedBySpace: Bool)

    /// How many numbers it keeps before it forgets them.
    private static let limit = 4_000_000
    private var vectors: [Float] = []
    /// For each lexeme, without and with a space after it, where its vector starts, or -1.
    private var starts: [Int] = []

    /// Copies vectors one after the other to a place, after computing those that are new, all at once.
    mutating func copy(
        _ keys: [Key], into rows: inout [Float], from place: Int, width: Int, compute: ([Key]) -> [Float]
    ) {
        if vectors.count > Self.limit { (vectors, starts) = ([], []) }
        var missing: [Key] = []
        for key in keys where starts.count <= Self.place(key) || starts[Self.place(key)] < 0 {
            while starts.count <= Self.place(key) { starts.append(-1) }
            starts[Self.place(key)] = vectors.count + missing.count * width
            missing.append(key)
        }
        if !missing.isEmpty { vectors += compute(missing) }
        vectors.withUnsafeBufferPointer { known in
            rows.withUnsafeMutableBufferPointer { rows in
                guard let known = known.baseAddress, let rows = rows.baseAddress else { return }
                for (number, key) in keys.enumerated() {
                    (rows + place + number * width).update(from: known + starts[Self.place(key)], count: width)
                }
            }
        }
    }

    private static func place(_ key: Key) -> Int { 2 * key.lexeme + (key.isFollowedBySpace ? 1 : 0) }
}
