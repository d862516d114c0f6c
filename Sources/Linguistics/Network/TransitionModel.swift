/// Scores the moves of a transition system from a few tokens of its state.
///
/// Source: Chen and Manning, "A Fast and Accurate Dependency Parser using Neural Networks" (2014), with the first layer worked out
/// once for each token and place.
struct TransitionModel: Sendable {
    /// The moves by name, in the order of their scores.
    let moves: [String]
    /// How many tokens describe a state.
    let places: Int
    /// Numbers of a score row: the moves, and zeros.
    var scoreCount: Int { upper.width }
    private let reduce: Dense
    private let lower: Dense
    private let hidden: Int
    private let bias: [Float]
    private let padding: [Float]
    private let upper: Dense

    init(_ file: ModelFile, _ prefix: String, width: Int) throws(ModelError) {
        let names = (
            lower: "\(prefix).lower.weights", upper: "\(prefix).upper.weights", reduce: "\(prefix).reduce.weights"
        )
        let lowerWeights = try file.numbers(names.lower)
        guard lowerWeights.shape.count == 4, lowerWeights.shape[2] == 2, lowerWeights.shape[1] % 8 == 0 else {
            throw ModelError(names.lower, "its shape is \(lowerWeights.shape)")
        }
        let (places, hidden, depth) = (lowerWeights.shape[0], lowerWeights.shape[1], lowerWeights.shape[3])
        let reduceWeights = try file.numbers(names.reduce).checked(names.reduce, [depth, width]).floats
        let reduceBias = try file.numbers("\(prefix).reduce.bias").checked("\(prefix).reduce.bias", [depth]).floats
        reduce = Dense(
            outputs: depth, depth: width, bias: { reduceBias[$0] }, weight: { reduceWeights[$0 * width + $1] })
        let lowerNumbers = lowerWeights.floats
        lower = Dense(outputs: places * hidden * 2, depth: depth) { lowerNumbers[$0 * depth + $1] }
        bias = try file.numbers("\(prefix).lower.bias").checked("\(prefix).lower.bias", [hidden, 2]).floats
        padding = try file.numbers("\(prefix).lower.padding")
            .checked("\(prefix).lower.padding", [1, places, hidden, 2]).floats
        moves = try file.strings("\(prefix).moves")
        let upperWeights = try file.numbers(names.upper).checked(names.upper, [moves.count, hidden]).floats
        let upperBias = try file.numbers("\(prefix).upper.bias").checked("\(prefix).upper.bias", [moves.count]).floats
        upper = Dense(
            outputs: moves.count, depth: hidden, bias: { upperBias[$0] }, weight: { upperWeights[$0 * hidden + $1] })
        (self.places, self.hidden) = (places, hidden)
    }

    /// The first layer for every token in every place.
    func firstLayer(_ vectors: [Float], count: Int, _ kernels: Kernels) -> [Float] {
        [Float](unsafeUninitializedCapacity: count * lower.width) { output, written in
            written = count * lower.width
            withUnsafeTemporaryAllocation(of: Float.self, capacity: max(1, count * reduce.width)) { reduced in
                vectors.withUnsafeBufferPointer { vectors in
                    guard let vectors = vectors.baseAddress, let reduced = reduced.baseAddress,
                        let output = output.baseAddress
                    else { return }
                    reduce.apply(kernels, vectors, rows: count, stride: reduce.depth, reduced)
                    lower.apply(kernels, reduced, rows: count, stride: reduce.width, output)
                }
            }
        }
    }

    /// The scores of all moves, for a state described by tokens, -1 where there is none.
    func score(_ tokens: [Int], _ firstLayer: [Float], _ kernels: Kernels, into scores: inout [Float]) {
        let size = 2 * hidden
        withUnsafeTemporaryAllocation(of: Float.self, capacity: size + hidden) { space in
            guard let sum = space.baseAddress else { return }
            bias.withUnsafeBufferPointer { sum.initialize(from: $0.baseAddress ?? UnsafePointer(sum), count: size) }
            for (place, token) in tokens.enumerated() {
                let source = token < 0 ? padding : firstLayer
                let start = token < 0 ? place * size : (token * places + place) * size
                source.withUnsafeBufferPointer { source in
                    guard let source = source.baseAddress else { return }
                    kernels.add(source + start, size, to: sum)
                }
            }
            kernels.maxPairs(sum, hidden, sum + size)
            scores.withUnsafeMutableBufferPointer { scores in
                guard let scores = scores.baseAddress else { return }
                upper.apply(kernels, sum + size, rows: 1, stride: hidden, scores)
            }
        }
    }
}
