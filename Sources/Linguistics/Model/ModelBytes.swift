import CEnglishModel

/// The bytes of a model, which stay where they are.
///
/// Unchecked: nothing writes to them after `init`.
final class ModelBytes: @unchecked Sendable {
    /// The bytes.
    let bytes: UnsafeRawBufferPointer
    private let owned: UnsafeMutableRawBufferPointer?

    /// The model that is a part of this program.
    static let english = ModelBytes(
        embedded: UnsafeRawBufferPointer(start: annals_english_model(), count: annals_english_model_size()))

    private init(embedded bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        owned = nil
    }

    /// A copy of some bytes.
    init(copying bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        owned = copy
        self.bytes = UnsafeRawBufferPointer(copy)
    }

    deinit { owned?.deallocate() }

    /// The little-endian number at a place, or `nil` beyond the end.
    func number<Number: FixedWidthInteger & BitwiseCopyable>(at place: Int, as type: Number.Type) -> Number? {
        guard place >= 0, place + MemoryLayout<Number>.size <= bytes.count else { return nil }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: type))
    }

    /// The text at a place, or `nil` when it is none.
    func text(_ range: Range<Int>) -> String? {
        guard range.upperBound <= bytes.count else { return nil }
        return String(validating: bytes[range], as: UTF8.self)
    }
}
