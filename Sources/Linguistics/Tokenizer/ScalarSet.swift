/// A set of scalars: ranges, and classes by property.
struct ScalarSet: Sendable {
    private var ranges: [ClosedRange<UInt32>] = []
    private var ascii: (UInt64, UInt64) = (0, 0)
    private var isNegated = false
    private var classes: [Class] = []

    /// A class of scalars by property, as in Python's `re`.
    enum Class: Sendable {
        case digit, word, space, notSpace, any
    }

    /// The empty set.
    init() {}

    /// Ranges in any order.
    init(_ ranges: [ClosedRange<UInt32>], classes: [Class] = [], isNegated: Bool = false) {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        (self.ranges, self.classes, self.isNegated) = (merged, classes, isNegated)
        for value in UInt32(0)..<128 where slowContains(value) {
            if value < 64 { ascii.0 |= 1 << UInt64(value) } else { ascii.1 |= 1 << UInt64(value - 64) }
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 64 { return ascii.0 >> UInt64(value) & 1 == 1 }
        if value < 128 { return ascii.1 >> UInt64(value - 64) & 1 == 1 }
        return slowContains(value)
    }

    private func slowContains(_ value: UInt32) -> Bool {
        (isInRanges(value) || classes.contains { $0.contains(value) }) != isNegated
    }

    private func isInRanges(_ value: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(value)
    }

    /// Adds the scalars of another set.
    mutating func formUnion(_ other: ScalarSet) {
        guard !isNegated, !other.isNegated else {
            self = ScalarSet([], classes: [.any])
            return
        }
        self = ScalarSet(ranges + other.ranges, classes: classes + other.classes)
    }
}

extension ScalarSet.Class {
    fileprivate func contains(_ value: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return false }
        switch self {
        case .digit: return scalar.properties.numericType == .decimal
        case .word: return scalar == "_" || scalar.isLetter || scalar.properties.numericType != nil
        case .space: return scalar.isPythonSpace
        case .notSpace: return !scalar.isPythonSpace
        case .any: return true
        }
    }
}

extension Unicode.Scalar {
    /// Whether Python calls it a letter: general category L.
    var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    /// Whether Python calls it white space.
    var isPythonSpace: Bool {
        value < 128 ? (9...13).contains(value) || (28...32).contains(value) : properties.isWhitespace
    }
}
