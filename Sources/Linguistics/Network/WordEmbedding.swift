import CKernels

/// Turns a word into a vector: hashes of its features choose rows of tables, which a maxout layer mixes.
///
/// Source: Miranda and others, "Multi hash embeddings in spaCy" (2022).
struct WordEmbedding: Sendable {
    private struct Table: Sendable {
        let feature: WordFeature
        let seed: UInt32
        let rows: Int
        /// Where it stands in the model's file.
        let start: Int
    }

    let width: Int
    private let tables: [Table]
    private let layer: MaxoutLayer
    private let packed: PackedWeights
    private let bytes: [UInt8]

    /// Whether a word's vector depends on a space after it.
    let looksAtSpace: Bool

    init(_ file: ModelFile, _ name: String, _ reader: inout ByteReader) throws(ModelError) {
        var (tables, width): ([Table], Int?) = ([], nil)
        for number in 0..<(try reader.count()) {
            let column = try reader.string()
            let seed = try reader.number()
            let table = "\(name).table.\(number)"
            let shape = try file.shape(table, rank: 2)
            guard let feature = WordFeature(name: column) else {
                throw reader.failure("the feature \(column) is unknown")
            }
            guard shape[0] > 0, shape[1] == width ?? shape[1] else { throw ModelError(table, "its shape is \(shape)") }
            width = shape[1]
            tables.append(
                Table(
                    feature: feature, seed: UInt32(truncatingIfNeeded: seed), rows: shape[0],
                    start: try file.halves(table).lowerBound))
        }
        guard let width else { throw reader.failure("a word has no features") }
        (self.tables, self.width, bytes) = (tables, width, file.bytes)
        layer = try MaxoutLayer(file, "\(name).layer.0", width: width, depth: width * tables.count)
        packed = PackedWeights(
            try layer.weights(file, "\(name).layer.0"), columns: width * layer.pieces, depth: layer.depth,
            bias: layer.bias)
        looksAtSpace = tables.contains { $0.feature == .isFollowedBySpace }
    }

    /// The vectors of words, one after the other.
    func embed(_ words: [(word: Lexeme, isFollowedBySpace: Bool)], _ variant: Int32) -> [Float] {
        var mixed = [Float](repeating: 0, count: words.count * layer.depth)
        bytes.withUnsafeBytes { bytes in
            mixed.withUnsafeMutableBufferPointer { mixed in
                guard let bytes = bytes.baseAddress, var place = mixed.baseAddress else { return }
                for (word, isFollowedBySpace) in words {
                    for table in tables {
                        let id = word.feature(table.feature, isFollowedBySpace: isFollowedBySpace)
                        reader_embed(variant, bytes + table.start, table.rows, width, id, table.seed, place)
                        place += width
                    }
                }
            }
        }
        var pieces = [Float](repeating: 0, count: words.count * packed.width)
        packed.apply(to: mixed, count: words.count, variant, into: &pieces)
        var vectors = [Float](repeating: 0, count: words.count * width)
        reader_maxout(variant, pieces, words.count, width, layer.pieces, layer.gain, layer.shift, &vectors)
        return vectors
    }
}
