/// Gives each token a fine-grained tag: the best of a linear layer on its vector.
struct Tagger: Sendable {
    /// The tags by number.
    let labels: [String]
    private let layer: Dense

    init(_ file: ModelFile, width: Int) throws(ModelError) {
        labels = try file.strings("tagger.labels")
        let weights = try file.numbers("tagger.weights").checked("tagger.weights", [labels.count, width]).floats
        let bias = try file.numbers("tagger.bias").checked("tagger.bias", [labels.count]).floats
        layer = Dense(outputs: labels.count, depth: width, bias: { bias[$0] }, weight: { weights[$0 * width + $1] })
    }

    /// The number of each token's tag.
    func tags(_ vectors: [Float], count: Int, _ kernels: Kernels) -> [Int] {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: max(1, count * layer.width)) { scores in
            vectors.withUnsafeBufferPointer { vectors in
                guard let vectors = vectors.baseAddress, let start = scores.baseAddress else { return }
                layer.apply(kernels, vectors, rows: count, stride: layer.depth, start)
            }
            return (0..<count).map { token in
                let row = token * layer.width
                return labels.indices.reduce(0) { scores[row + $1] > scores[row + $0] ? $1 : $0 }
            }
        }
    }
}
