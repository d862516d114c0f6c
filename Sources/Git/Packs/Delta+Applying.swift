extension Delta {
    /// What the instructions make of `base`; `nil` when they are not well formed, or meant for something else.
    static func apply(_ delta: ArraySlice<UInt8>, to base: [UInt8]) -> [UInt8]? {
        var rest = delta
        guard rest.takeSize() == base.count, let size = rest.takeSize() else { return nil }
        var target: [UInt8] = []
        // What it says of its size may be wrong: no more is taken than a sound one needs that copies nothing twice.
        target.reserveCapacity(min(size, base.count + delta.count))
        while !rest.isEmpty, target.count <= size {
            switch rest.takeInstruction() {
            case .copy(let range) where range.upperBound <= base.count: target += base[range]
            case .insertion(let bytes): target += bytes
            default: return nil
            }
        }
        return target.count == size ? target : nil
    }

    /// Whether the instructions make `target` of `base`; nothing is made to see it.
    static func gives(_ target: [UInt8], from base: [UInt8], by delta: ArraySlice<UInt8>) -> Bool {
        var (rest, position) = (delta, 0)
        guard rest.takeSize() == base.count, rest.takeSize() == target.count else { return false }
        while !rest.isEmpty {
            switch rest.takeInstruction() {
            case .copy(let range) where range.upperBound <= base.count:
                guard commonPrefix(base, range.lowerBound, target, position, atMost: range.count) == range.count
                else { return false }
                position += range.count
            case .insertion(let bytes):
                guard target[position...].starts(with: bytes) else { return false }
                position += bytes.count
            default: return false
            }
        }
        return position == target.count
    }

    /// One step in the making of a target.
    fileprivate enum Instruction {
        /// A range of the base follows.
        case copy(Range<Int>)
        case insertion(ArraySlice<UInt8>)
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func takeSize() -> Int? {
        var (size, shift) = (0, 0)
        while let byte = popFirst(), shift < 56 {
            size |= Int(byte & 0x7f) << shift
            if byte & 0x80 == 0 { return size }
            shift += 7
        }
        return nil
    }

    /// The next instruction; `nil` when it is not well formed.
    fileprivate mutating func takeInstruction() -> Delta.Instruction? {
        guard let first = popFirst() else { return nil }
        if first & 0x80 != 0 {
            guard let offset = take(first, flags: [0x01, 0x02, 0x04, 0x08]),
                let length = take(first, flags: [0x10, 0x20, 0x40])
            else { return nil }
            return .copy(offset..<offset + (length == 0 ? 0x10000 : length))
        }
        guard first > 0, count >= first else { return nil }
        defer { self = dropFirst(Int(first)) }
        return .insertion(prefix(Int(first)))
    }

    /// The number whose bytes, the lowest first, are there where a flag is set.
    fileprivate mutating func take(_ instruction: UInt8, flags: [UInt8]) -> Int? {
        var number = 0
        for (index, flag) in flags.enumerated() where instruction & flag != 0 {
            guard let byte = popFirst() else { return nil }
            number |= Int(byte) << (8 * index)
        }
        return number
    }
}
