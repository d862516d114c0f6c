import Glibc

/// The lines in which two versions of buckets differ.
struct LineDifference {
    private(set) var removed: [StoredLine] = []
    private(set) var added: [StoredLine] = []

    /// Adds the lines in which two versions of a file differ; both end in a line feed, have their lines in one order, and none twice.
    ///
    /// What is the same at the start and at the end is passed by as blocks of memory.
    mutating func compare(_ before: [UInt8], _ after: [UInt8]) {
        let start = before.sharedLines(with: after)
        let end = before.sharedEnd(with: after, from: start)
        let gone = StoredLine.lines(of: before[start..<before.count - end])
        let come = StoredLine.lines(of: after[start..<after.count - end])
        if gone.isEmpty || come.isEmpty {
            removed += gone
            added += come
        } else {
            let (former, current) = (Set(gone), Set(come))
            removed += gone.filter { !current.contains($0) }
            added += come.filter { !former.contains($0) }
        }
    }

    /// Drops what is on both sides: a bucket was split or united.
    mutating func cancelMoved() {
        guard !removed.isEmpty, !added.isEmpty else { return }
        let moved = Set(removed).intersection(added)
        guard !moved.isEmpty else { return }
        removed.removeAll(where: moved.contains)
        added.removeAll(where: moved.contains)
    }
}

/// A line of a bucket without its end, compared as a block of memory.
struct StoredLine: Hashable {
    let bytes: ArraySlice<UInt8>

    /// The lines of bytes that end in a line feed.
    static func lines(of file: ArraySlice<UInt8>) -> [StoredLine] {
        file.withUnsafeBytes { memory in
            var (lines, start): ([StoredLine], Int) = ([], 0)
            guard let base = memory.baseAddress else { return [] }
            while start < memory.count, let found = memchr(base + start, 0x0A, memory.count - start) {
                let end = UnsafeRawPointer(found) - base
                lines.append(StoredLine(bytes: file[(file.startIndex + start)..<(file.startIndex + end)]))
                start = end + 1
            }
            return lines
        }
    }

    static func == (a: StoredLine, b: StoredLine) -> Bool { a.bytes.isSameMemory(as: b.bytes) }

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

extension [UInt8] {
    /// How many bytes the lines have that both files start with.
    func sharedLines(with other: [UInt8]) -> Int {
        let shared = sharedStart(with: other)
        return self[..<shared].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }

    /// How many bytes both start with.
    private func sharedStart(with other: [UInt8]) -> Int {
        withUnsafeBytes { left in
            other.withUnsafeBytes { right in
                let limit = Swift.min(left.count, right.count)
                var index = 0
                while index + 8 <= limit,
                    left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                        == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                {
                    index += 8
                }
                while index < limit, left[index] == right[index] { index += 1 }
                return index
            }
        }
    }

    /// How many bytes the lines have that both files end with, after a place up to which they are the same.
    func sharedEnd(with other: [UInt8], from start: Int) -> Int {
        let limit = Swift.min(count, other.count) - start
        let shared = sharedEnd(with: other, upTo: limit)
        if shared == limit, isLineStart(count - shared), other.isLineStart(other.count - shared) { return shared }
        // What follows the first line feed is whole lines.
        return self[(count - shared)...].firstIndex(of: 0x0A).map { count - $0 - 1 } ?? 0
    }

    /// How many bytes both end with, up to a limit that both have.
    private func sharedEnd(with other: [UInt8], upTo limit: Int) -> Int {
        withUnsafeBytes { left in
            other.withUnsafeBytes { right in
                var length = 0
                while length + 8 <= limit,
                    left.loadUnaligned(fromByteOffset: left.count - length - 8, as: UInt64.self)
                        == right.loadUnaligned(fromByteOffset: right.count - length - 8, as: UInt64.self)
                {
                    length += 8
                }
                while length < limit, left[left.count - 1 - length] == right[right.count - 1 - length] { length += 1 }
                return length
            }
        }
    }

    private func isLineStart(_ place: Int) -> Bool { place == 0 || self[place - 1] == 0x0A }
}
