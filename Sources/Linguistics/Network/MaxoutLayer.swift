import CKernels

/// Several linear maps of which the greatest counts, and layer normalisation.
///
/// Source: Goodfellow and others, "Maxout Networks" (2013); Ba, Kiros and Hinton, "Layer Normalization" (2016).
struct MaxoutLayer: Sendable {
    let width: Int
    let pieces: Int
    let depth: Int
    let bias: [Float]
    let gain: [Float]
    let shift: [Float]

    init(_ file: ModelFile, _ name: String, width: Int, depth: Int) throws(ModelError) {
        let shape = try file.shape("\(name).weights", rank: 3)
        pieces = shape[0]
        (self.width, self.depth) = (width, depth)
        bias = try file.floats("\(name).bias", [pieces, width])
        gain = try file.floats("\(name).gain", [width])
        shift = try file.floats("\(name).shift", [width])
        guard width % 16 == 0, pieces > 0 else { throw ModelError(name, "its width \(width) is not a multiple of 16") }
    }

    /// Its weights, columns × depth, the first piece before the second; read anew, for only their packed form is kept.
    func weights(_ file: ModelFile, _ name: String) throws(ModelError) -> [Float] {
        try file.floats("\(name).weights", [pieces, width, depth])
    }
}

/// A maxout layer over each row and its two neighbours, whose result is added to the row.
struct WindowLayer: Sendable {
    private let layer: MaxoutLayer
    private let packed: [Float]

    init(_ file: ModelFile, _ name: String, width: Int) throws(ModelError) {
        let layer = try MaxoutLayer(file, name, width: width, depth: 3 * width)
        self.layer = layer
        let weights = try layer.weights(file, name)
        let columns = width * layer.pieces
        packed = [Float](unsafeUninitializedCapacity: 6 * reader_packed_count(columns, width)) { buffer, count in
            count = buffer.count
            if let start = buffer.baseAddress { reader_pack_window(weights, columns, width, start) }
        }
    }

    /// How many numbers it needs to work in.
    var scratchCount: Int { reader_window_scratch(layer.width, layer.pieces) }

    /// Of each stretch, from `count + 2` rows at its start, `count` at the same place: all but the first and last.
    func apply(
        to rows: UnsafePointer<Float>, _ stretches: [reader_stretch], _ variant: Int32,
        into out: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
    ) {
        reader_window(
            variant, rows, stretches, stretches.count, layer.width, layer.pieces, packed, layer.bias, layer.gain,
            layer.shift, out, scratch)
    }
}
