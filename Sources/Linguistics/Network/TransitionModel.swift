import CKernels

/// Scores the moves of a transition system in a state that some tokens describe.
///
/// What a token contributes at each place is computed once, so that a state costs a few additions and one small layer.
///
/// Source: Chen and Manning, "A Fast and Accurate Dependency Parser using Neural Networks" (2014).
struct TransitionModel: Sendable {
    /// How many tokens describe a state.
    let places: Int
    private let hidden: Int
    private let moves: Int
    private let reduce: PackedWeights
    private let lower: PackedWeights
    private let lowerBias: [Float]
    private let absent: [Float]
    private let upper: PackedWeights
    private let upperBias: [Float]

    init(_ file: ModelFile, _ name: String, width: Int, moves: Int) throws(ModelError) {
        let shape = try file.shape("\(name).lower.weights", rank: 4)
        let inner = try file.shape("\(name).reduce.weights", rank: 2)[0]
        (places, hidden, self.moves) = (shape[0], shape[2], moves)
        // The limits of the kernels.
        guard shape[1] == 2, hidden % 8 == 0, hidden <= 512, moves <= 1_000, places <= 16, inner % 16 == 0 else {
            throw ModelError(name, "its shape \(shape) for \(moves) moves is not supported")
        }
        reduce = PackedWeights(
            try file.floats("\(name).reduce.weights", [inner, width]), columns: inner, depth: width,
            bias: try file.floats("\(name).reduce.bias", [inner]))
        lower = PackedWeights(
            try file.floats("\(name).lower.weights", [places, 2, hidden, inner]), columns: places * 2 * hidden,
            depth: inner)
        lowerBias = try file.floats("\(name).lower.bias", [2, hidden])
        absent = try file.floats("\(name).lower.absent", [places, 2, hidden])
        upper = PackedWeights(try file.floats("\(name).upper.weights", [moves, hidden]), columns: moves, depth: hidden)
        let bias = try file.floats("\(name).upper.bias", [moves])
        upperBias = bias + [Float](repeating: 0, count: upper.width - moves)
    }

    /// Writes what each token contributes to the start of an array, which is made longer where it is too short.
    func contribute(_ vectors: [Float], count: Int, _ variant: Int32, to contributions: inout [Float]) {
        var reduced = [Float](repeating: 0, count: count * reduce.width)
        reduce.apply(to: vectors, count: count, variant, into: &reduced)
        if contributions.count < count * lower.width {
            contributions = [Float](repeating: 0, count: count * lower.width)
        }
        lower.apply(to: reduced, count: count, variant, into: &contributions)
    }

    /// Calls a function with what finds the best move of a state, whose tokens are counted from one of those that contribute.
    func withScorer<Result>(
        _ contributions: [Float], from first: Int, _ kinds: [UInt8], _ variant: Int32,
        _ body: (_ best: (_ places: [Int32], _ allowed: [UInt8]) -> Int) -> Result
    ) -> Result {
        contributions.withUnsafeBufferPointer { tokens in
            absent.withUnsafeBufferPointer { absent in
                lowerBias.withUnsafeBufferPointer { lowerBias in
                    upper.numbers.withUnsafeBufferPointer { upper in
                        upperBias.withUnsafeBufferPointer { upperBias in
                            guard let tokens = tokens.baseAddress, let absent = absent.baseAddress,
                                let lowerBias = lowerBias.baseAddress, let upper = upper.baseAddress,
                                let upperBias = upperBias.baseAddress
                            else { return body { _, _ in -1 } }
                            var model = reader_transitions(
                                tokens: tokens + first * places * 2 * hidden, absent: absent, lower_bias: lowerBias,
                                upper_packed: upper,
                                upper_bias: upperBias, places: places, hidden: hidden, moves: moves)
                            return body { Int(reader_best_move(variant, &model, $0, kinds, $1)) }
                        }
                    }
                }
            }
        }
    }
}
