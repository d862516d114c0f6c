import Glibc

extension [UInt8] {
    /// Where a byte stands next, from a place on; `nil` when it does not.
    package func firstPlace(of byte: UInt8, from start: Int = 0) -> Int? {
        withUnsafeBytes { memory in
            guard let base = memory.baseAddress, start < memory.count,
                let found = memchr(base + start, Int32(byte), memory.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Where `pattern` starts in these bytes, overlapping occurrences included, in order; linear time.
    package func occurrences(of pattern: [UInt8], from start: Int = 0) -> [Int] {
        guard !pattern.isEmpty, count >= pattern.count else { return [] }
        let start = Swift.max(0, start)
        return BytePattern(pattern).places(in: self, from: start) ?? steadyOccurrences(of: pattern, from: start)
    }

    /// The occurrences, found in one pass.
    ///
    /// Source: Knuth, Morris, Pratt, "Fast Pattern Matching in Strings", SIAM J. Comput. 6 (1977).
    private func steadyOccurrences(of pattern: [UInt8], from start: Int) -> [Int] {
        let borders = pattern.borders
        var places: [Int] = []
        var matched = 0
        for position in start..<Swift.max(count, start) {
            while matched > 0, self[position] != pattern[matched] { matched = borders[matched - 1] }
            if self[position] == pattern[matched] { matched += 1 }
            if matched == pattern.count {
                places.append(position + 1 - matched)
                matched = borders[matched - 1]
            }
        }
        return places
    }

    /// For each prefix, the length of the longest proper border.
    private var borders: [Int] {
        var result = [Int](repeating: 0, count: count)
        var matched = 0
        for position in indices.dropFirst() {
            while matched > 0, self[position] != self[matched] { matched = result[matched - 1] }
            if self[position] == self[matched] { matched += 1 }
            result[position] = matched
        }
        return result
    }
}
