import CKernels

/// Which machine code does the arithmetic.
///
/// Results agree to rounding.
package enum Kernels: Hashable, Sendable {
    /// Vectors of any processor.
    case portable
    /// The widest vectors that this processor has and the code knows; AVX2 with FMA on x86-64.
    case fastest

    /// What the C functions call it.
    var variant: Int32 {
        switch self {
        case .portable: 0
        case .fastest: reader_fastest_variant()
        }
    }
}

/// A layer's weights in the order in which the kernels read them.
struct PackedWeights: Sendable {
    let numbers: [Float]
    /// The width of a row of results.
    let width: Int
    /// The length of a row that goes in.
    let depth: Int
    private let columns: Int
    private let bias: [Float]

    /// - Parameter weights: columns × depth.
    init(_ weights: [Float], columns: Int, depth: Int, bias: [Float]? = nil) {
        (self.columns, self.depth) = (columns, depth)
        let panel = Int(READER_PANEL)
        width = (columns + panel - 1) / panel * panel
        numbers = [Float](unsafeUninitializedCapacity: reader_packed_count(columns, depth)) { buffer, count in
            count = buffer.count
            if let start = buffer.baseAddress { reader_pack(weights, columns, depth, start) }
        }
        self.bias = (bias ?? []) + [Float](repeating: 0, count: width - (bias?.count ?? 0))
    }

    /// Rows times weights plus bias.
    func apply(to rows: UnsafePointer<Float>, count: Int, _ variant: Int32, into out: UnsafeMutablePointer<Float>) {
        reader_product(variant, rows, depth, count, depth, numbers, columns, bias, out)
    }
}
