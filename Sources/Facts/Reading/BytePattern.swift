/// Bytes that are looked for among others, many of which are leapt over.
///
/// Source: Horspool, "Practical fast searching in strings", Software: Practice and Experience 10 (1980).
package struct BytePattern: Sendable {
    private let bytes: [UInt8]
    /// For each last byte of a window, how far the next window may lie; a shorter leap than may be is as good.
    private let leaps: [UInt8]

    /// - Parameter bytes: at least one.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var leaps = [UInt8](repeating: UInt8(clamping: bytes.count), count: 256)
        for (index, byte) in bytes.dropLast().enumerated() {
            leaps[Int(byte)] = UInt8(clamping: bytes.count - 1 - index)
        }
        self.leaps = leaps
    }

    /// Where the bytes stand for the first time.
    package func firstPlace(in text: ArraySlice<UInt8>) -> Int? {
        var end = text.startIndex + bytes.count - 1
        while end < text.endIndex {
            if text[end] == bytes.last, text[(end - bytes.count + 1)...end].elementsEqual(bytes) {
                return end - bytes.count + 1
            }
            end += Int(leaps[Int(text[end])])
        }
        return nil
    }

    /// Where the bytes stand from a place on, overlapping occurrences included; `nil` where so much of them comes again and again that
    /// this would take more than linear time.
    func places(in text: [UInt8], from start: Int) -> [Int]? {
        let last = bytes.count - 1
        var (places, compared): ([Int], Int) = ([], 0)
        var end = start + last
        while end < text.count {
            if text[end] == bytes[last] {
                var shared = 0
                while shared < last, text[end - last + shared] == bytes[shared] { shared += 1 }
                if shared == last { places.append(end - last) }
                compared += shared
                if compared > 4 * text.count { return nil }
            }
            end += Int(leaps[Int(text[end])])
        }
        return places
    }
}
