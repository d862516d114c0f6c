import CKernels

/// A maxout layer with layer normalisation.
///
/// Source: Goodfellow et al., "Maxout Networks" (2013); Ba, Kiros, Hinton, "Layer Normalization" (2016).
struct MaxoutLayer: Sendable {
    /// The products of all pieces: piece by piece, each `width` numbers.
    let dense: Dense
    let width: Int
    private let pieces: Int
    private let gain: [Float]
    private let shift: [Float]

    init(_ file: ModelFile, _ prefix: String, _ index: Int) throws(ModelError) {
        let weights = try file.numbers("\(prefix).weights\(index)")
        guard weights.shape.count == 3, weights.shape[0] % 16 == 0, weights.shape[0] <= 512 else {
            throw ModelError("\(prefix).weights\(index)", "its shape is \(weights.shape)")
        }
        let (width, pieces, depth) = (weights.shape[0], weights.shape[1], weights.shape[2])
        let bias = try file.numbers("\(prefix).bias\(index)").checked("\(prefix).bias\(index)", [width, pieces]).floats
        let numbers = weights.floats
        dense = Dense(
            outputs: pieces * width, depth: depth, bias: { bias[$0 % width * pieces + $0 / width] },
            weight: { numbers[($0 % width * pieces + $0 / width) * depth + $1] })
        gain = try file.numbers("\(prefix).gain\(index)").checked("\(prefix).gain\(index)", [width]).floats
        shift = try file.numbers("\(prefix).shift\(index)").checked("\(prefix).shift\(index)", [width]).floats
        (self.width, self.pieces) = (width, pieces)
    }

    /// Takes the greatest of the pieces of each row of products and normalises it; writes it, or adds it to what is there.
    func finish(
        _ kernels: Kernels, _ products: UnsafePointer<Float>, rows: Int, adds: Bool,
        _ output: UnsafeMutablePointer<Float>
    ) {
        gain.withUnsafeBufferPointer { gain in
            shift.withUnsafeBufferPointer { shift in
                guard let gain = gain.baseAddress, let shift = shift.baseAddress else { return }
                switch kernels {
                case .portable: annals_maxout_portable(products, rows, width, pieces, gain, shift, adds, output)
                case .avx2: annals_maxout_avx2(products, rows, width, pieces, gain, shift, adds, output)
                }
            }
        }
    }
}
