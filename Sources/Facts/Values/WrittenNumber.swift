/// A number with the precision it was written in: `30E6` is thirty million written to the million.
package struct WrittenNumber: Hashable, Sendable {
    /// The number.
    package let value: DecimalNumber
    /// The power of ten of the last digit that was written: 6 in `30E6`, -2 in `1.50`, 0 in `84`.
    package let precision: Int

    /// A number written to 10^`precision`.
    package init(_ value: DecimalNumber, precision: Int) {
        self.value = value
        self.precision = precision
    }

    /// Reads the normal form: digits, an optional fraction, an optional `E` and power of ten.
    package init?(_ text: some StringProtocol) {
        if text.utf8.count <= 18, let plain = Self.wholeNumber(text.utf8) {
            self.init(DecimalNumber(plain), precision: 0)
            return
        }
        let parts = text.split(separator: "E", maxSplits: 1, omittingEmptySubsequences: false)
        var scale = 0
        if parts.count == 2 {
            guard let power = Int(parts[1]), (-60...60).contains(power) else { return nil }
            scale = power
        }
        let isNegative = parts[0].hasPrefix("-")
        let pieces = parts[0].dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        let digits = pieces.joined()
        guard pieces.count <= 2, pieces.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }),
            digits.utf8.count <= DecimalNumber.maximumDigits, let coefficient = Int128(digits)
        else { return nil }
        let precision = scale - (pieces.count == 2 ? pieces[1].count : 0)
        self.init(DecimalNumber(isNegative ? -coefficient : coefficient, exponent: precision), precision: precision)
    }

    /// The number that digits alone write; `nil` for anything else.
    private static func wholeNumber(_ digits: some Collection<UInt8>) -> Int128? {
        var number = 0
        for digit in digits {
            guard digit.isASCIIDigit else { return nil }
            number = number * 10 + Int(digit & 15)
        }
        return digits.isEmpty ? nil : Int128(number)
    }

    /// The number times 10^`power`, written as precisely as before.
    package func scaled(byPowerOfTen power: Int) -> WrittenNumber {
        WrittenNumber(DecimalNumber(value.coefficient, exponent: value.exponent + power), precision: precision + power)
    }

    /// As precise as its last digit that is not 0: what "about 2,000" is meant to say.
    var roundedToSignificantDigits: WrittenNumber {
        WrittenNumber(value, precision: value.coefficient == 0 ? precision : max(precision, value.exponent))
    }

    /// The numbers that are written like this one: half a unit of the last digit to either side.
    var interval: Interval<DecimalNumber> {
        let half = DecimalNumber(5, exponent: precision - 1)
        return Interval(
            from: .init(point: value.adding(half.negated), isIncluded: true),
            to: .init(point: value.adding(half), isIncluded: false))
    }

    /// This number alone.
    var singleton: Interval<DecimalNumber> {
        Interval(from: .init(point: value, isIncluded: true), to: .init(point: value, isIncluded: true))
    }
}

extension WrittenNumber: CustomStringConvertible {
    /// The normal form, from which the number and its precision can be read back.
    package var description: String {
        let sign = value.coefficient < 0 ? "-" : ""
        let zeros = value.coefficient == 0 ? 0 : max(0, value.exponent - precision)
        let digits = String(value.coefficient.magnitude) + String(repeating: "0", count: zeros)
        if precision == 0 { return sign + digits }
        if precision > 0 { return sign + digits + "E\(precision)" }
        let padded = String(repeating: "0", count: max(0, 1 - precision - digits.count)) + digits
        return sign + padded.dropLast(-precision) + "." + padded.suffix(-precision)
    }
}
