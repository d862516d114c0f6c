/// An exact decimal number, coefficient × 10^exponent, of at most 30 significant digits.
///
/// Equal numbers are equal values: the coefficient never ends in 0. How precisely a number was written is
/// ``Quantity``'s knowledge.
package struct DecimalNumber: Hashable, Sendable {
    /// The significant digits with the sign; 0 only for zero.
    package let coefficient: Int128
    /// The power of ten; 0 for zero.
    package let exponent: Int

    /// Digits beyond this many are refused.
    package static let maximumDigits = 30

    /// coefficient × 10^exponent.
    package init(_ coefficient: Int128, exponent: Int = 0) {
        var (digits, power) = (coefficient, exponent)
        while digits != 0, digits % 10 == 0 { (digits, power) = (digits / 10, power + 1) }
        self.coefficient = digits
        self.exponent = digits == 0 ? 0 : power
    }

    /// The sum; exact while the two lie within 38 digits of one another, otherwise the larger.
    package func adding(_ other: DecimalNumber) -> DecimalNumber {
        let low = min(exponent, other.exponent)
        guard let a = coefficient(at: low), let b = other.coefficient(at: low) else {
            return magnitudeOrder >= other.magnitudeOrder ? self : other
        }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? (magnitudeOrder >= other.magnitudeOrder ? self : other) : DecimalNumber(sum, exponent: low)
    }

    /// The product, or `nil` when it has more digits than can be held.
    package func multiplied(by other: DecimalNumber) -> DecimalNumber? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        return overflow ? nil : DecimalNumber(product, exponent: exponent + other.exponent)
    }

    /// The number with the opposite sign.
    package var negated: DecimalNumber { DecimalNumber(-coefficient, exponent: exponent) }

    /// This number as a multiple of 10^`power`, or `nil` when it is not one that can be held.
    private func coefficient(at power: Int) -> Int128? {
        guard exponent >= power else { return nil }
        guard exponent - power <= 38 else { return coefficient == 0 ? 0 : nil }
        var result = coefficient
        for _ in 0..<(exponent - power) {
            let (next, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = next
        }
        return result
    }

    /// The power of ten of the leading digit; below every other for zero.
    private var magnitudeOrder: Int { coefficient == 0 ? Int.min : String(coefficient.magnitude).count + exponent }
}

extension DecimalNumber: Comparable {
    package static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
        if a.coefficient.signum() != b.coefficient.signum() { return a.coefficient < b.coefficient }
        let isNegative = a.coefficient < 0
        if a.magnitudeOrder != b.magnitudeOrder { return (a.magnitudeOrder < b.magnitudeOrder) != isNegative }
        let low = min(a.exponent, b.exponent)
        // Of two numbers with as many digits, the one that cannot be held has the larger magnitude.
        guard let x = a.coefficient(at: low) else { return isNegative }
        guard let y = b.coefficient(at: low) else { return !isNegative }
        return x < y
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// Plain decimal notation, without exponent: `1500000000`, `0.05`.
    package var description: String {
        let digits = String(coefficient.magnitude)
        let sign = coefficient < 0 ? "-" : ""
        guard exponent < 0 else { return sign + digits + String(repeating: "0", count: exponent) }
        let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
        return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
    }
}
