import Facts

/// A part of the space of fact ids: all that start with the same bits.
struct FactRegion: Hashable, Sendable {
    /// The number of the first id in it.
    let start: UInt128
    /// How many bits its ids have in common, 0 to 128.
    let depth: Int

    /// All ids.
    static let all = FactRegion(start: 0, depth: 0)

    /// The region of some depth in which an id lies.
    init(of id: FactID, depth: Int) { self.init(start: id.number & ~Self.rest(depth), depth: depth) }

    /// The ids that start with some letters; `nil` when no id starts so.
    init?(letters: String) {
        let depth = 4 * letters.utf8.count
        guard depth <= 128, let number = Self.number(Array(letters.utf8)[...]) else { return nil }
        self.init(start: depth == 0 ? 0 : number << UInt128(128 - depth), depth: depth)
    }

    /// The ids of a subject's facts, and of all subjects that share their beginning.
    init(ofSubject subject: String) {
        self.init(start: UInt128(FactID.lead(ofSubject: subject)) << 112, depth: 16)
    }

    private init(start: UInt128, depth: Int) {
        self.start = start
        self.depth = depth
    }

    /// The number of the last id in it.
    var end: UInt128 { start | Self.rest(depth) }

    /// The half of it whose ids go on with a 0, and the other.
    var halves: (low: FactRegion, high: FactRegion) {
        (FactRegion(start: start, depth: depth + 1), FactRegion(start: start | 1 << (127 - depth), depth: depth + 1))
    }

    /// The region around it of a lesser depth.
    func around(depth: Int) -> FactRegion { FactRegion(start: start & ~Self.rest(depth), depth: depth) }

    func contains(_ id: FactID) -> Bool { start <= id.number && id.number <= end }
    func contains(_ other: FactRegion) -> Bool { start <= other.start && other.end <= end }

    /// Whether the two have ids in common: then one lies in the other.
    func meets(_ other: FactRegion) -> Bool { start <= other.end && other.start <= end }

    /// How many bits an id and those of this region have in common, none of which it is.
    func sharedDepth(with id: FactID) -> Int { min(depth, (start ^ id.number).leadingZeroBitCount) }

    /// The bits of an id after the first so many, all 1.
    private static func rest(_ depth: Int) -> UInt128 { depth == 0 ? .max : (1 << (128 - depth)) &- 1 }
}

// MARK: names

/// How a region is called in a folder: by the letters that its ids go on with, `kp`, or by the first and the last of a range,
/// `kk-kr`.
extension FactRegion {
    /// Appends the name.
    ///
    /// - Parameter folder: the depth of the folder, a whole number of letters, less than this one's.
    func appendName(in folder: Int, to bytes: inout [UInt8]) {
        appendLetters(of: start, folder, to: &bytes)
        guard depth % 4 != 0 else { return }
        bytes.append(UInt8(ascii: "-"))
        appendLetters(of: end, folder, to: &bytes)
    }

    private func appendLetters(of number: UInt128, _ folder: Int, to bytes: inout [UInt8]) {
        for place in folder / 4..<(depth + 3) / 4 {
            bytes.append(UInt8(ascii: "k") + UInt8(truncatingIfNeeded: number >> (124 - 4 * place)) & 15)
        }
    }

    /// The region with a name; `nil` when that is none.
    ///
    /// - Parameter folder: the region of the folder in which it stands.
    init?(name: ArraySlice<UInt8>, in folder: FactRegion) {
        // A name is letters alone, or twice as many with a stroke between them.
        let isRange = name.count % 2 == 1 && name.dropFirst(name.count / 2).first == UInt8(ascii: "-")
        let count = isRange ? name.count / 2 : name.count
        let rest = 128 - folder.depth - 4 * count
        guard count > 0, rest >= 0, let first = Self.number(name.prefix(count)),
            let last = Self.number(name.suffix(count)), let size = Self.size(from: first, to: last, isRange)
        else { return nil }
        self.init(start: folder.start | first << UInt128(rest), depth: 128 - rest - size.trailingZeroBitCount)
    }

    /// How many names of one length are in a range; `nil` when it is not what all that go on with the same bits come to.
    private static func size(from first: UInt128, to last: UInt128, _ isRange: Bool) -> UInt128? {
        guard first <= last, last - first < 8 else { return nil }
        let size = last - first + 1
        return isRange == (size > 1) && size & (size - 1) == 0 && first & (size - 1) == 0 ? size : nil
    }

    private static func number(_ letters: ArraySlice<UInt8>) -> UInt128? {
        var number: UInt128 = 0
        for letter in letters {
            guard let digit = digit(letter) else { return nil }
            number = number << 4 | UInt128(digit)
        }
        return number
    }

    /// The number of a letter; `nil` for any other byte.
    private static func digit(_ letter: UInt8) -> UInt8? {
        letter >= UInt8(ascii: "k") && letter <= UInt8(ascii: "z") ? letter - UInt8(ascii: "k") : nil
    }
}
