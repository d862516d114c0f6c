/// How git writes one object as a change of another: copies from the base and bytes of its own (gitformat-pack, "Deltified
/// representation").
enum Delta {
    /// The longest copy and insertion that one instruction can say.
    private static let (longestCopy, longestInsertion) = (0xffff, 127)

    /// What stands where it stood is copied from so many bytes on, where at most so many are new before it.
    private static let (shortestCopy, longestReplacement) = (8, 64)

    /// The instructions that make `target` of `base`.
    ///
    /// What both begin and end with is copied whole; between, runs of sixteen bytes and more that stand anywhere in the base's
    /// middle.
    static func from(_ base: [UInt8], to target: [UInt8]) -> [UInt8] {
        var delta: [UInt8] = []
        delta.append(size: base.count)
        delta.append(size: target.count)
        let prefix = commonPrefix(base, 0, target, 0)
        let suffix = commonSuffix(base, target, atMost: min(base.count, target.count) - prefix)
        delta.append(copyOf: 0, count: prefix)
        let (baseEnd, targetEnd) = (base.count - suffix, target.count - suffix)
        appendMiddle(base, prefix..<baseEnd, target, prefix..<targetEnd, to: &delta)
        delta.append(copyOf: baseEnd, count: suffix)
        return delta
    }

    private static func appendMiddle(
        _ base: [UInt8], _ baseRange: Range<Int>, _ target: [UInt8], _ targetRange: Range<Int>, to delta: inout [UInt8]
    ) {
        if baseRange == targetRange, let short = inPlace(base, target, targetRange) {
            delta += short
            return
        }
        var (position, pending) = (targetRange.lowerBound, targetRange.lowerBound)
        let blocks = BlockTable(base, baseRange)
        while position + BlockTable.blockSize <= targetRange.upperBound {
            guard let found = blocks.place(of: target, at: position) else {
                position += 1
                continue
            }
            let limit = min(baseRange.upperBound - found, targetRange.upperBound - position)
            let count = commonPrefix(base, found, target, position, atMost: limit)
            // What is alike begins where it begins, not where a block of the base does.
            var before = 0
            while before < position - pending, before < found - baseRange.lowerBound,
                base[found - before - 1] == target[position - before - 1]
            { before += 1 }
            delta.append(insertionOf: target[pending..<position - before])
            delta.append(copyOf: found - before, count: before + count)
            position += count
            pending = position
        }
        delta.append(insertionOf: target[pending..<targetRange.upperBound])
    }

    /// The instructions for a range in which few bytes differ and none moved, as in a folder with other ids for some of its names;
    /// `nil` for any other.
    private static func inPlace(_ base: [UInt8], _ target: [UInt8], _ range: Range<Int>) -> [UInt8]? {
        var delta: [UInt8] = []
        var (position, pending) = (range.lowerBound, range.lowerBound)
        while position < range.upperBound {
            let count = commonPrefix(base, position, target, position, atMost: range.upperBound - position)
            if count < shortestCopy {
                position += count + 1
                // A run as long may stand elsewhere in the base.
                guard position - pending <= longestReplacement else { return nil }
            } else {
                delta.append(insertionOf: target[pending..<position])
                delta.append(copyOf: position, count: count)
                position += count
                pending = position
            }
        }
        delta.append(insertionOf: target[pending..<min(position, range.upperBound)])
        return delta
    }

    /// How many bytes from one place on are those from a place of others on.
    static func commonPrefix(
        _ a: [UInt8], _ aStart: Int, _ b: [UInt8], _ bStart: Int, atMost most: Int = .max
    ) -> Int {
        let limit = min(a.count - aStart, b.count - bStart, most)
        return unsafe a.withUnsafeBytes { a in
            unsafe b.withUnsafeBytes { b in
                var count = 0
                while count + 8 <= limit {
                    let left = unsafe a.loadUnaligned(fromByteOffset: aStart + count, as: UInt64.self)
                    let right = unsafe b.loadUnaligned(fromByteOffset: bStart + count, as: UInt64.self)
                    guard left == right else { break }
                    count += 8
                }
                while count < limit, unsafe a[aStart + count] == b[bStart + count] { count += 1 }
                return count
            }
        }
    }

    private static func commonSuffix(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
        unsafe a.withUnsafeBytes { a in
            unsafe b.withUnsafeBytes { b in
                var count = 0
                while count + 8 <= limit {
                    let left = unsafe a.loadUnaligned(fromByteOffset: a.count - count - 8, as: UInt64.self)
                    let right = unsafe b.loadUnaligned(fromByteOffset: b.count - count - 8, as: UInt64.self)
                    guard left == right else { break }
                    count += 8
                }
                while count < limit, unsafe a[a.count - count - 1] == b[b.count - count - 1] { count += 1 }
                return count
            }
        }
    }

    /// Where blocks of sixteen bytes stand in a part of some bytes; of several that are alike, the last.
    private struct BlockTable {
        static let blockSize = 16
        private let bytes: [UInt8]
        private var places: [Int32]
        private let shift: UInt64

        init(_ bytes: [UInt8], _ range: Range<Int>) {
            self.bytes = bytes
            let bits = max(4, Int.bitWidth - (range.count / BlockTable.blockSize * 2).leadingZeroBitCount)
            places = [Int32](repeating: -1, count: 1 << bits)
            shift = UInt64(64 - bits)
            for place in stride(
                from: range.lowerBound, through: range.upperBound - BlockTable.blockSize, by: BlockTable.blockSize)
            {
                guard let small = Int32(exactly: place) else { break }
                places[slot(bytes, place)] = small
            }
        }

        /// Where the block that stands at `position` of other bytes stands in these.
        func place(of other: [UInt8], at position: Int) -> Int? {
            let place = Int(places[slot(other, position)])
            guard place >= 0, words(bytes, place) == words(other, position) else { return nil }
            return place
        }

        private func slot(_ bytes: [UInt8], _ position: Int) -> Int {
            let (low, high) = words(bytes, position)
            return Int(truncatingIfNeeded: (low &* 0x9e37_79b9_7f4a_7c15 ^ high &* 0xc2b2_ae3d_27d4_eb4f) >> shift)
        }

        private func words(_ bytes: [UInt8], _ position: Int) -> (UInt64, UInt64) {
            unsafe bytes[position..<position + BlockTable.blockSize].withUnsafeBytes { block in
                unsafe (
                    block.loadUnaligned(as: UInt64.self), block.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                )
            }
        }
    }

    fileprivate static func pieces(_ count: Int, longest: Int, _ body: (Int, Int) -> Void) {
        var done = 0
        while done < count {
            let length = min(longest, count - done)
            body(done, length)
            done += length
        }
    }

    fileprivate static var copyLimit: Int { longestCopy }
    fileprivate static var insertionLimit: Int { longestInsertion }
}

extension [UInt8] {
    /// Seven bits a byte, the lowest first.
    fileprivate mutating func append(size: Int) {
        var rest = size
        while rest > 0x7f {
            append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    fileprivate mutating func append(copyOf offset: Int, count: Int) {
        Delta.pieces(count, longest: Delta.copyLimit) { done, length in
            let start = self.count
            append(0x80)
            for (index, shift) in [0, 8, 16, 24].enumerated() where (offset + done) >> shift & 0xff != 0 {
                self[start] |= 0x01 << UInt8(index)
                append(UInt8((offset + done) >> shift & 0xff))
            }
            for (index, shift) in [0, 8].enumerated() where length >> shift & 0xff != 0 {
                self[start] |= 0x10 << UInt8(index)
                append(UInt8(length >> shift & 0xff))
            }
        }
    }

    fileprivate mutating func append(insertionOf bytes: ArraySlice<UInt8>) {
        Delta.pieces(bytes.count, longest: Delta.insertionLimit) { done, length in
            append(UInt8(length))
            self += bytes[(bytes.startIndex + done)..<(bytes.startIndex + done + length)]
        }
    }
}
