/// Bytes that are looked for among others, many of which are passed by.
///
/// After Horspool, "Practical fast searching in strings", 1980.
struct BytePattern: Sendable {
    private let bytes: [UInt8]
    /// For each last byte of a window, how far the next window may lie.
    private let steps: [UInt8]

    /// - Parameter text: fewer than 256 bytes, at least one.
    init(_ text: String) {
        bytes = Array(text.utf8)
        var steps = [UInt8](repeating: UInt8(truncatingIfNeeded: bytes.count), count: 256)
        for (index, byte) in bytes.dropLast().enumerated() {
            steps[Int(byte)] = UInt8(truncatingIfNeeded: bytes.count - 1 - index)
        }
        self.steps = steps
    }

    /// Where the bytes stand for the first time.
    func firstPlace(in text: ArraySlice<UInt8>) -> Int? {
        var end = text.startIndex + bytes.count - 1
        while end < text.endIndex {
            if text[end] == bytes.last, text[(end - bytes.count + 1)...end].elementsEqual(bytes) {
                return end - bytes.count + 1
            }
            end += Int(steps[Int(text[end])])
        }
        return nil
    }
}
