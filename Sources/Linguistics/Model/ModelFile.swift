/// Why bytes are not a model that can be used.
package struct ModelError: Error, Hashable, Sendable {
    /// The section, or what else it is about.
    package let place: String
    /// What is wrong with it.
    package let reason: String

    init(_ place: String, _ reason: String) { (self.place, self.reason) = (place, reason) }
}

/// A converted pipeline as it is stored: named sections of numbers or strings. The format stands in `Scripts/convert-model`.
struct ModelFile: Sendable {
    /// Where a section's bytes are, and what they are.
    private struct Section: Sendable {
        let isStrings: Bool
        let shape: [Int]
        let bytes: Range<Int>
    }

    private static let signature = "annals-linguistics/1\n"
    private let storage: ModelBytes
    private var sections: [String: Section] = [:]

    /// Reads the table of sections; nothing is copied.
    init(_ storage: ModelBytes) throws(ModelError) {
        self.storage = storage
        let bytes = storage.bytes
        guard bytes.count > 21, bytes.prefix(21).elementsEqual(Self.signature.utf8) else {
            throw ModelError("model", "it does not begin with \(Self.signature.dropLast())")
        }
        var position = 21
        while position < bytes.count {
            guard let count = storage.number(at: position, as: UInt8.self).map(Int.init),
                let name = storage.text(position + 1..<position + 1 + count),
                let kind = storage.number(at: position + 1 + count, as: UInt8.self), kind < 2,
                let rank = storage.number(at: position + 2 + count, as: UInt8.self).map(Int.init)
            else { throw ModelError("model", "a section's head at byte \(position) is damaged") }
            position += 3 + count
            var shape: [Int] = []
            for index in 0...rank {
                guard let size = storage.number(at: position + 4 * index, as: UInt32.self) else {
                    throw ModelError(name, "its head is cut off")
                }
                shape.append(Int(size))
            }
            let length = shape.removeLast()
            let start = (position + 4 * rank + 4 + 15) / 16 * 16
            guard start + length <= bytes.count else { throw ModelError(name, "its bytes are cut off") }
            sections[name] = Section(isStrings: kind == 1, shape: shape, bytes: start..<start + length)
            position = start + length
        }
    }

    /// Whether there is a section of that name.
    func has(_ name: String) -> Bool { sections[name] != nil }

    /// A section of half-precision numbers, in place.
    func numbers(_ name: String) throws(ModelError) -> HalfTensor {
        guard let section = sections[name], !section.isStrings else {
            throw ModelError(name, "there are no such numbers")
        }
        let count = section.shape.reduce(1, *)
        guard count * 2 == section.bytes.count else { throw ModelError(name, "its shape is not that of its bytes") }
        return HalfTensor(shape: section.shape, storage: storage, start: section.bytes.lowerBound)
    }

    /// The bytes of each string of a section.
    func byteStrings(_ name: String) throws(ModelError) -> [Range<Int>] {
        guard let section = sections[name], section.isStrings else {
            throw ModelError(name, "there are no such strings")
        }
        var strings: [Range<Int>] = []
        var position = section.bytes.lowerBound
        while position < section.bytes.upperBound {
            guard let length = storage.number(at: position, as: UInt16.self).map(Int.init),
                position + 2 + length <= section.bytes.upperBound
            else { throw ModelError(name, "its strings are damaged") }
            strings.append(position + 2..<position + 2 + length)
            position += 2 + length
        }
        guard [strings.count] == section.shape else { throw ModelError(name, "it has not as many strings as it says") }
        return strings
    }

    /// A section of strings.
    func strings(_ name: String) throws(ModelError) -> [String] {
        var strings: [String] = []
        for range in try byteStrings(name) {
            guard let text = storage.text(range) else { throw ModelError(name, "its strings are not UTF-8") }
            strings.append(text)
        }
        return strings
    }

    /// The bytes at a place that ``byteStrings(_:)`` gave.
    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage.bytes[range]) }
}

/// Half-precision numbers of a model, where they are stored.
struct HalfTensor: Sendable {
    /// The sizes of its dimensions, outermost first.
    let shape: [Int]
    private let storage: ModelBytes
    private let start: Int

    fileprivate init(shape: [Int], storage: ModelBytes, start: Int) {
        (self.shape, self.storage, self.start) = (shape, storage, start)
    }

    /// Its numbers in single precision, in the stored order.
    var floats: [Float] {
        pointer.map { half in
            Float(bitPattern: UInt32(half & 0x7FFF) << 13 | UInt32(half & 0x8000) << 16) * 0x1p112
        }
    }

    /// Its bits in place, aligned to 16 bytes; they last as long as this value.
    var pointer: UnsafeBufferPointer<UInt16> {
        UnsafeRawBufferPointer(rebasing: storage.bytes[start..<start + 2 * shape.reduce(1, *)]).bindMemory(
            to: UInt16.self)
    }

    /// The same, or an error when its shape is another.
    func checked(_ name: String, _ expected: [Int]) throws(ModelError) -> HalfTensor {
        guard shape == expected else { throw ModelError(name, "its shape is \(shape), not \(expected)") }
        return self
    }
}
