extension Quantity {
    /// Whether parts cannot add up to a whole, whatever each means exactly; `nil` when they are not of one unit.
    ///
    /// - Parameters:
    ///   - parts: for each part what is said of it: at least one figure, and any of them may be the right one.
    ///   - tolerance: the fraction of the larger by which the two may differ.
    package static func isBroken(
        sum parts: [[Quantity]], of whole: Quantity, tolerance: DecimalNumber? = nil
    ) -> Bool? {
        guard parts.joined().allSatisfy({ $0.unit == whole.unit }) else { return nil }
        var (low, high): (DecimalNumber?, DecimalNumber?) = (DecimalNumber(0), DecimalNumber(0))
        for part in parts {
            let intervals = part.map(\.interval)
            low = sum(low, intervals.contains { $0.lower == nil } ? nil : intervals.compactMap(\.lower?.point).min())
            high = sum(high, intervals.contains { $0.upper == nil } ? nil : intervals.compactMap(\.upper?.point).max())
        }
        let interval = whole.interval
        return isGap(from: interval.upper?.point, to: low, tolerance)
            || isGap(from: high, to: interval.lower?.point, tolerance)
    }

    private static func sum(_ a: DecimalNumber?, _ b: DecimalNumber?) -> DecimalNumber? {
        guard let a, let b else { return nil }
        return a.adding(b)
    }

    /// Whether the second number lies above the first by more than is tolerated; never where one is without bound.
    private static func isGap(from low: DecimalNumber?, to high: DecimalNumber?, _ tolerance: DecimalNumber?) -> Bool {
        guard let low, let high, low < high else { return false }
        let allowed = max(low.magnitude, high.magnitude).multiplied(by: tolerance ?? DecimalNumber(0))
        return high.adding(low.negated) > allowed ?? DecimalNumber(0)
    }
}
