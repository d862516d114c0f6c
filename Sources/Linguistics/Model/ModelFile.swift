import CKernels

/// A converted pipeline as it is stored: named sections, one of them the weights.
///
/// `FORMAT.md` describes it.
struct ModelFile: Sendable {
    /// The version of the format that this code reads.
    static let version = 1

    /// Where a matrix or vector stands.
    private struct Tensor {
        let isHalf: Bool
        let shape: [Int]
        let range: Range<Int>
    }

    /// The whole file; embedding tables are used where they are in it.
    let bytes: [UInt8]
    private var sections: [String: Range<Int>] = [:]
    private var tensors: [String: Tensor] = [:]

    init(_ bytes: [UInt8]) throws(ModelError) {
        self.bytes = bytes
        var head = ByteReader(bytes, 0..<bytes.count, section: "header")
        guard bytes.count >= 16, bytes[try head.take(8)].elementsEqual("ANNALSNL".utf8) else {
            throw ModelError("header", "this is not a converted pipeline")
        }
        let version = try head.fixed(UInt32.self)
        guard version == Self.version else { throw ModelError("header", "version \(version) is not \(Self.version)") }
        for _ in 0..<(try head.fixed(UInt32.self)) {
            let name = String(decoding: bytes[try head.take(16)].prefix { $0 != 0 }, as: UTF8.self)
            let (start, count) = (Int(try head.fixed(UInt32.self)), Int(try head.fixed(UInt32.self)))
            guard start + count <= bytes.count else { throw ModelError(name, "it ends beyond the end of the file") }
            sections[name] = start..<(start + count)
        }
        try readTensors()
    }

    private mutating func readTensors() throws(ModelError) {
        var reader = try section("tensors")
        let start = reader.position
        let head = Int(try reader.fixed(UInt32.self))
        let end = sections["tensors"]?.upperBound ?? start
        for _ in 0..<(try reader.count()) {
            let name = try reader.string()
            let isHalf = try reader.number() == 0
            var shape: [Int] = []
            for _ in 0..<(try reader.count()) { shape.append(try reader.number()) }
            let offset = start + head + (try reader.number())
            var size = isHalf ? 2 : 4
            for length in shape {
                let (product, overflow) = size.multipliedReportingOverflow(by: length)
                guard !overflow else { throw ModelError(name, "its shape is too large") }
                size = product
            }
            guard offset + size <= end else { throw ModelError(name, "its numbers are cut off") }
            tensors[name] = Tensor(isHalf: isHalf, shape: shape, range: offset..<(offset + size))
        }
    }

    /// A reader at the start of a section.
    func section(_ name: String) throws(ModelError) -> ByteReader {
        guard let range = sections[name] else { throw ModelError(name, "it is missing") }
        return ByteReader(bytes, range, section: name)
    }

    /// The sizes of a tensor, outermost first.
    func shape(_ name: String, rank: Int) throws(ModelError) -> [Int] {
        guard let tensor = tensors[name] else { throw ModelError(name, "it is missing") }
        guard tensor.shape.count == rank else {
            throw ModelError(name, "its rank is \(tensor.shape.count), not \(rank)")
        }
        return tensor.shape
    }

    /// Where a tensor of half-precision numbers stands in ``bytes``.
    func halves(_ name: String) throws(ModelError) -> Range<Int> {
        guard let tensor = tensors[name], tensor.isHalf else { throw ModelError(name, "it is not in half precision") }
        return tensor.range
    }

    /// The numbers of a tensor of some shape in single precision.
    func floats(_ name: String, _ shape: [Int]) throws(ModelError) -> [Float] {
        guard let tensor = tensors[name] else { throw ModelError(name, "it is missing") }
        guard tensor.shape == shape else { throw ModelError(name, "its shape is \(tensor.shape), not \(shape)") }
        let count = shape.reduce(1, *)
        return [Float](unsafeUninitializedCapacity: count) { buffer, filled in
            bytes[tensor.range].withUnsafeBytes { source in
                guard let start = source.baseAddress, let target = buffer.baseAddress else { return }
                if tensor.isHalf {
                    reader_widen(start, count, target)
                } else {
                    UnsafeMutableRawPointer(target).copyMemory(from: start, byteCount: 4 * count)
                }
            }
            filled = count
        }
    }
}
