import CKernels

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

    /// The vectors of a batch's tokens, one after the other.
    func vectors(_ batch: Batch, _ lexicon: Lexicon, _ cache: inout VectorCache, _ variant: Int32) -> [Float] {
        // The model was trained with as many rows of zeros on both sides as it has layers; each layer fills some of them in.
        let (pad, width) = (layers.count, width)
        var rows = [Float](repeating: 0, count: (batch.places.count + 2 * pad * batch.pieces.count) * width)
        let starts = batch.pieces.indices.map { batch.pieces[$0].lowerBound + 2 * pad * $0 }
        cache.copy(
            batch.places.map { ($0.lexeme, embedding.looksAtSpace && $0.isFollowedBySpace) }, into: &rows,
            at: zip(starts, batch.pieces).flatMap { start, piece in
                piece.indices.map { start + pad + $0 - piece.lowerBound }
            },
            width: width
        ) { missing in
            embedding.embed(missing.map { (lexicon.lexemes[$0.lexeme], $0.isFollowedBySpace) }, variant)
        }
        var result = [Float](repeating: 0, count: rows.count)
        // What the layers work in is large for a sentence, so it is not set to zero first.
        withUnsafeTemporaryAllocation(of: Float.self, capacity: layers.map(\.scratchCount).max() ?? 0) { scratch in
            guard let scratch = scratch.baseAddress else { return }
            for (number, layer) in layers.enumerated() {
                let more = 2 * (pad - number - 1)
                let stretches = zip(starts, batch.pieces).map { reader_stretch(start: $0, count: $1.count + more) }
                layer.apply(to: rows, stretches, variant, into: &result, scratch: scratch)
                swap(&rows, &result)
            }
        }
        Self.close(&rows, starts, batch.pieces, width)
        return rows
    }

    /// Moves rows that begin at some places to where their tokens stand, with nothing between them.
    private static func close(_ rows: inout [Float], _ starts: [Int], _ pieces: [Range<Int>], _ width: Int) {
        rows.withUnsafeMutableBufferPointer { rows in
            guard let rows = rows.baseAddress else { return }
            for (start, piece) in zip(starts, pieces) {
                (rows + piece.lowerBound * width).update(from: rows + start * width, count: piece.count * width)
            }
        }
        rows.removeLast(rows.count - (pieces.last?.upperBound ?? 0) * width)
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

    /// Copies vectors to rows by number, after computing those that are new, all at once.
    mutating func copy(
        _ keys: [Key], into rows: inout [Float], at numbers: [Int], width: Int, compute: ([Key]) -> [Float]
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
                for (number, key) in zip(numbers, keys) {
                    (rows + number * width).update(from: known + starts[Self.place(key)], count: width)
                }
            }
        }
    }

    private static func place(_ key: Key) -> Int { 2 * key.lexeme + (key.isFollowedBySpace ? 1 : 0) }
}
