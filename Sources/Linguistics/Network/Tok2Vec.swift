/// A vector for each token from its attributes and its neighbours: hash embeddings, then convolutions with maxout.
///
/// Source: Miranda et al., "Multi hash embeddings in spaCy" (2022).
struct Tok2Vec: Sendable {
    /// One hash embedding.
    struct Embedding: Sendable {
        let column: Int
        let seed: UInt32
        let table: HalfTensor
        /// How the mixing layer projects it.
        let projection: Dense
    }

    let embeddings: [Embedding]
    /// Numbers of a vector.
    let width: Int
    let mixing: MaxoutLayer
    private let bias: [Float]
    private let encoders: [MaxoutLayer]

    init(_ file: ModelFile, _ prefix: String) throws(ModelError) {
        let features = try file.strings("\(prefix).features").map { $0.split(separator: " ").compactMap { UInt32($0) } }
        guard !features.isEmpty, features.allSatisfy({ $0.count == 2 && $0[0] < 6 }) else {
            throw ModelError("\(prefix).features", "they are not known")
        }
        mixing = try MaxoutLayer(file, prefix, 0)
        width = mixing.width
        let weights = try file.numbers("\(prefix).weights0")
        let (pieces, depth) = (weights.shape[1], weights.shape[2])
        guard depth == features.count * width else { throw ModelError("\(prefix).weights0", "its depth is \(depth)") }
        let numbers = weights.floats
        let size = width
        var embeddings: [Embedding] = []
        for (index, feature) in features.enumerated() {
            let table = try file.numbers("\(prefix).embedding\(index)")
            guard table.shape.count == 2, table.shape[1] == size, table.shape[0] > 0 else {
                throw ModelError("\(prefix).embedding\(index)", "its shape is \(table.shape)")
            }
            let projection = Dense(outputs: pieces * size, depth: size) { output, input in
                numbers[(output % size * pieces + output / size) * depth + index * size + input]
            }
            embeddings.append(
                Embedding(column: Int(feature[0]), seed: feature[1], table: table, projection: projection))
        }
        self.embeddings = embeddings
        let bias = try file.numbers("\(prefix).bias0").floats
        self.bias = (0..<pieces * size).map { bias[$0 % size * pieces + $0 / size] }
        var encoders: [MaxoutLayer] = []
        while file.has("\(prefix).weights\(encoders.count + 1)") {
            let layer = try MaxoutLayer(file, prefix, encoders.count + 1)
            guard layer.width == size, layer.dense.depth == 3 * size else {
                throw ModelError("\(prefix).weights\(encoders.count + 1)", "its depth is \(layer.dense.depth)")
            }
            encoders.append(layer)
        }
        self.encoders = encoders
    }

    /// The vectors of some tokens, row by row.
    func vectors(_ tokens: [TokenFeatures], _ kernels: Kernels, _ cache: inout ProjectionCache) -> [Float] {
        // Rows of zeros on both sides: as many as there are convolutions, so that what is beyond an edge reaches the tokens as it
        // did in training.
        let margin = encoders.count
        let rows = tokens.count + 2 * margin
        let products = mixing.dense.width
        return [Float](unsafeUninitializedCapacity: tokens.count * width) { output, count in
            count = tokens.count * width
            guard count > 0 else { return }
            withUnsafeTemporaryAllocation(of: Float.self, capacity: (rows + 2) * width + rows * products) { space in
                guard let start = space.baseAddress, let result = output.baseAddress else { return }
                let (states, scratch) = (start + width, start + (rows + 2) * width)
                start.initialize(repeating: 0, count: (rows + 2) * width)
                embed(tokens, kernels, &cache, scratch)
                mixing.finish(kernels, scratch, rows: tokens.count, adds: false, states + margin * width)
                for (index, layer) in encoders.enumerated() {
                    // Only rows that still reach a token.
                    let reach = margin - index - 1
                    let first = margin - reach
                    let active = tokens.count + 2 * reach
                    layer.dense.apply(kernels, states + (first - 1) * width, rows: active, stride: width, scratch)
                    layer.finish(kernels, scratch, rows: active, adds: true, states + first * width)
                }
                result.update(from: states + margin * width, count: count)
            }
        }
    }

    /// The products of the mixing layer: those of each embedding, added up.
    private func embed(
        _ tokens: [TokenFeatures], _ kernels: Kernels, _ cache: inout ProjectionCache,
        _ output: UnsafeMutablePointer<Float>
    ) {
        let products = mixing.dense.width
        for (row, token) in tokens.enumerated() {
            let target = output + row * products
            bias.withUnsafeBufferPointer {
                target.update(from: $0.baseAddress ?? UnsafePointer(target), count: products)
            }
            for (index, embedding) in embeddings.enumerated() {
                cache.add(embedding, index, token[embedding.column], kernels, to: target)
            }
        }
    }
}

/// What embeddings come to after their projection, by attribute; words come again and again.
struct ProjectionCache: Sendable {
    private struct Key: Hashable {
        let embedding: Int
        let id: UInt64
    }

    private static let limit = 6000
    private var places: [Key: Int] = [:]
    private var values: [Float] = []

    /// Adds the projection of an attribute's embedding.
    mutating func add(
        _ embedding: Tok2Vec.Embedding, _ index: Int, _ id: UInt64, _ kernels: Kernels,
        to output: UnsafeMutablePointer<Float>
    ) {
        let width = embedding.projection.width
        let place = places[Key(embedding: index, id: id)] ?? insert(embedding, index, id, kernels)
        values.withUnsafeBufferPointer { values in
            guard let start = values.baseAddress else { return }
            kernels.add(start + place * width, width, to: output)
        }
    }

    private mutating func insert(_ embedding: Tok2Vec.Embedding, _ index: Int, _ id: UInt64, _ kernels: Kernels) -> Int
    {
        let (width, depth) = (embedding.projection.width, embedding.projection.depth)
        if places.count >= Self.limit {
            places.removeAll(keepingCapacity: true)
            values.removeAll(keepingCapacity: true)
        }
        let place = places.count
        places[Key(embedding: index, id: id)] = place
        let size = UInt32(embedding.table.shape[0])
        let (a, b, c, d) = MurmurHash.rows(id, seed: embedding.seed)
        values.append(contentsOf: repeatElement(0, count: width))
        withUnsafeTemporaryAllocation(of: Float.self, capacity: depth) { sum in
            sum.initialize(repeating: 0)
            guard let sum = sum.baseAddress, let table = embedding.table.pointer.baseAddress else { return }
            kernels.addRows(table, [a % size, b % size, c % size, d % size], width: depth, sum)
            values.withUnsafeMutableBufferPointer { values in
                guard let start = values.baseAddress else { return }
                embedding.projection.apply(kernels, sum, rows: 1, stride: depth, start + place * width)
            }
        }
        return place
    }
}
