import CKernels

/// Which arithmetic to use.
package enum Kernels: Sendable {
    /// What every processor has.
    case portable
    /// AVX2 and FMA; only where ``fastest`` says so.
    case avx2

    /// The fastest that this processor has.
    package static var fastest: Kernels { annals_has_avx2() ? .avx2 : .portable }
}

/// A dense layer: weights and bias, laid out for the kernels.
struct Dense: Sendable {
    /// Numbers that go in.
    let depth: Int
    /// Numbers that come out, in multiples of 16: the rest is zero.
    let width: Int
    private let panels: [Float]
    private let bias: [Float]

    /// A layer of which the weight of input `k` for output `o` is `weight(o, k)`.
    init(outputs: Int, depth: Int, bias: (Int) -> Float = { _ in 0 }, weight: (Int, Int) -> Float) {
        let width = (outputs + 15) / 16 * 16
        var panels = [Float](repeating: 0, count: width * depth)
        for output in 0..<outputs {
            for input in 0..<depth {
                panels[(output / 16) * depth * 16 + input * 16 + output % 16] = weight(output, input)
            }
        }
        (self.depth, self.width, self.panels) = (depth, width, panels)
        self.bias = (0..<width).map { $0 < outputs ? bias($0) : 0 }
    }

    /// Multiplies rows, each `stride` numbers after the last, and writes `rows × width` numbers.
    func apply(
        _ kernels: Kernels, _ input: UnsafePointer<Float>, rows: Int, stride: Int, _ output: UnsafeMutablePointer<Float>
    ) {
        panels.withUnsafeBufferPointer { weights in
            bias.withUnsafeBufferPointer { bias in
                guard let weights = weights.baseAddress, let bias = bias.baseAddress else { return }
                switch kernels {
                case .portable: annals_product_portable(input, rows, stride, depth, weights, width / 16, bias, output)
                case .avx2: annals_product_avx2(input, rows, stride, depth, weights, width / 16, bias, output)
                }
            }
        }
    }
}

extension Kernels {
    func addRows(_ table: UnsafePointer<UInt16>, _ rows: [UInt32], width: Int, _ output: UnsafeMutablePointer<Float>) {
        rows.withUnsafeBufferPointer { rows in
            guard let rows = rows.baseAddress else { return }
            switch self {
            case .portable: annals_add_rows_portable(table, rows, width, output)
            case .avx2: annals_add_rows_avx2(table, rows, width, output)
            }
        }
    }

    func add(_ input: UnsafePointer<Float>, _ count: Int, to output: UnsafeMutablePointer<Float>) {
        switch self {
        case .portable: annals_add_portable(input, count, output)
        case .avx2: annals_add_avx2(input, count, output)
        }
    }

    func maxPairs(_ input: UnsafePointer<Float>, _ count: Int, _ output: UnsafeMutablePointer<Float>) {
        switch self {
        case .portable: annals_maxpairs_portable(input, count, output)
        case .avx2: annals_maxpairs_avx2(input, count, output)
        }
    }
}
