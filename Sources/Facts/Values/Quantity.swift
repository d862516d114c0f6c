/// A number of something, as precisely as it was written: a figure, a range, or a bound.
package struct Quantity: Hashable, Sendable {
    /// How the number was given.
    package enum Form: Hashable, Sendable {
        /// One figure: "84", "US$30 million".
        case figure(WrittenNumber)
        /// One figure that is said to be rough: "about 2,000".
        case approximate(WrittenNumber)
        /// From one figure to another, both included: "12–21", "hundreds of millions".
        case range(WrittenNumber, WrittenNumber)
        /// "more than 80"
        case above(WrittenNumber)
        /// "at least 80"
        case atLeast(WrittenNumber)
        /// "less than 24"
        case below(WrittenNumber)
        /// "up to 50"
        case atMost(WrittenNumber)
    }

    /// How the number was given.
    package let form: Form
    /// What it counts or measures.
    package let unit: Unit

    /// A quantity; the bounds of a range are put in order.
    package init(_ form: Form, unit: Unit) {
        if case .range(let low, let high) = form, high.value < low.value {
            self.form = .range(high, low)
        } else {
            self.form = form
        }
        self.unit = unit
    }

    /// The numbers that this quantity allows, in its own unit.
    var interval: Interval<DecimalNumber> {
        switch form {
        case .figure(let number): isExact(number) ? number.singleton : number.interval
        case .approximate(let number): number.roundedToSignificantDigits.interval
        case .range(let low, let high):
            Interval(
                from: isExact(low) ? low.singleton.lower : low.interval.lower,
                to: isExact(high) ? high.singleton.upper : high.interval.upper)
        case .above(let number):
            Interval(
                from: isWhole(number) ? next(to: number, 1) : .init(point: number.value, isIncluded: false), to: nil)
        case .atLeast(let number): Interval(from: .init(point: number.value, isIncluded: true), to: nil)
        case .below(let number):
            Interval(
                from: nil, to: isWhole(number) ? next(to: number, -1) : .init(point: number.value, isIncluded: false))
        case .atMost(let number): Interval(from: nil, to: .init(point: number.value, isIncluded: true))
        }
    }

    private func next(to number: WrittenNumber, _ step: Int128) -> Interval<DecimalNumber>.End {
        .init(point: number.value.adding(DecimalNumber(step)), isIncluded: true)
    }

    /// Whether the number counts whole things.
    private func isWhole(_ number: WrittenNumber) -> Bool { unit.isCountable && number.value.exponent >= 0 }

    /// A count written to the unit says exactly that many.
    private func isExact(_ number: WrittenNumber) -> Bool { unit.isCountable && number.precision == 0 }
}

extension Quantity {
    /// How this quantity stands to another; quantities of different dimensions are incomparable.
    ///
    /// One that says of what it is allows less than one that leaves it open: "7.5 % of GDP" is one of all "7.5 %". Another number of
    /// something that is not named may hold beside it, so those are incomparable. Disjoint quantities whose figures lie within
    /// `tolerance` (a fraction of the larger) count as overlapping.
    package func relation(to other: Quantity, tolerance: DecimalNumber? = nil) -> Relation {
        if unit.saysOfWhat(unlike: other.unit) { return relationOfSomething(to: other, tolerance) }
        if other.unit.saysOfWhat(unlike: unit) { return other.relationOfSomething(to: self, tolerance).mirrored }
        guard let (a, b) = intervalsInOneUnit(with: other) else { return .incomparable }
        let relation = a.relation(to: b)
        if relation == .disjoint, let tolerance, isNear(other, isBelow: a.isBefore(b), within: tolerance) {
            return .overlapping
        }
        return relation
    }

    /// How this quantity, of something named, stands to one that leaves open of what.
    private func relationOfSomething(to other: Quantity, _ tolerance: DecimalNumber?) -> Relation {
        let number = Quantity(form, unit: unit.ofWhatever).relation(to: other, tolerance: tolerance)
        return number == .disjoint ? .incomparable : .combined([number, .narrower])
    }

    /// How equal this quantity is to another, apart from the text it was read from.
    package func equality(to other: Quantity) -> Equality {
        if self == other { return .form }
        guard case .figure(let a) = form, case .figure(let b) = other.form,
            unit == other.unit || unit.dimension == other.unit.dimension,
            let x = a.value.multiplied(by: unit.factor), let y = b.value.multiplied(by: other.unit.factor)
        else { return .different }
        if x == y { return .scale }
        guard unit == other.unit, a.precision != b.precision else { return .different }
        let (coarse, fine) = a.precision > b.precision ? (a, b) : (b, a)
        return coarse.interval.contains(fine.singleton) ? .precision : .different
    }

    /// Both intervals, converted only when the units differ: a quantity is comparable with itself however large it is.
    private func intervalsInOneUnit(
        with other: Quantity
    ) -> (Interval<DecimalNumber>, Interval<DecimalNumber>)? {
        if unit == other.unit { return (interval, other.interval) }
        guard unit.dimension == other.unit.dimension, let a = baseInterval, let b = other.baseInterval else {
            return nil
        }
        return (a, b)
    }

    private var baseInterval: Interval<DecimalNumber>? {
        let factor = unit.factor
        guard factor != DecimalNumber(1) else { return interval }
        func scaled(_ end: Interval<DecimalNumber>.End?) -> Interval<DecimalNumber>.End?? {
            guard let end else { return .some(nil) }
            return end.point.multiplied(by: factor).map { .init(point: $0, isIncluded: end.isIncluded) }
        }
        guard let lower = scaled(interval.lower), let upper = scaled(interval.upper) else { return nil }
        return Interval(from: lower, to: upper)
    }

    /// Whether the figures lie close to one another: how roughly they were written is no part of it, for 2 million and 3 million
    /// are not one because one of them could be a rounded 2.5.
    private func isNear(_ other: Quantity, isBelow: Bool, within tolerance: DecimalNumber) -> Bool {
        let (low, high) = isBelow ? (self, other) : (other, self)
        guard let end = low.form.highest?.multiplied(by: low.unit.factor),
            let start = high.form.lowest?.multiplied(by: high.unit.factor),
            let allowed = max(end.magnitude, start.magnitude).multiplied(by: tolerance)
        else { return false }
        return start.adding(end.negated) <= allowed
    }
}

extension Quantity.Form {
    /// The lowest figure that was written; `nil` when there is none below.
    fileprivate var lowest: DecimalNumber? {
        switch self {
        case .figure(let number), .approximate(let number), .range(let number, _), .above(let number),
            .atLeast(let number):
            number.value
        case .below, .atMost: nil
        }
    }

    /// The highest figure that was written; `nil` when there is none above.
    fileprivate var highest: DecimalNumber? {
        switch self {
        case .figure(let number), .approximate(let number), .range(_, let number), .below(let number),
            .atMost(let number):
            number.value
        case .above, .atLeast: nil
        }
    }
}

extension DecimalNumber {
    /// The number without its sign.
    var magnitude: DecimalNumber { coefficient < 0 ? negated : self }
}

extension Quantity {
    /// The number of the normal form: `84`, `30E6`, `~2000`, `12..21`, `>80`, `>=80`, `<24`, `<=50`.
    package var number: String {
        switch form {
        case .figure(let number): "\(number)"
        case .approximate(let number): "~\(number)"
        case .range(let low, let high): "\(low)..\(high)"
        case .above(let number): ">\(number)"
        case .atLeast(let number): ">=\(number)"
        case .below(let number): "<\(number)"
        case .atMost(let number): "<=\(number)"
        }
    }

    /// Reads the number of the normal form, or `nil` when it is not one.
    package init?(number text: String, unit: Unit) {
        // Most texts that are tried are none, and one look tells.
        guard text.utf8.allSatisfy({ $0.isASCIIDigit || "><=~.-E".utf8.contains($0) }) else { return nil }
        let marks: [(String, (WrittenNumber) -> Form)] = [
            (">=", Form.atLeast), ("<=", Form.atMost), (">", Form.above), ("<", Form.below), ("~", Form.approximate),
        ]
        if let (mark, form) = marks.first(where: { text.hasPrefix($0.0) }) {
            guard let number = WrittenNumber(text.dropFirst(mark.count)) else { return nil }
            self.init(form(number), unit: unit)
        } else if let dots = text.firstRange(of: "..") {
            guard let low = WrittenNumber(text[..<dots.lowerBound]), let high = WrittenNumber(text[dots.upperBound...])
            else { return nil }
            self.init(.range(low, high), unit: unit)
        } else if let number = WrittenNumber(text) {
            self.init(.figure(number), unit: unit)
        } else {
            return nil
        }
    }
}

extension Quantity {
    /// Whether this quantity lies above the other whatever either means exactly; `nil` when that is open.
    package func isAbove(_ other: Quantity) -> Bool? {
        guard let (a, b) = intervalsInOneUnit(with: other) else { return nil }
        if b.isBefore(a) { return true }
        return a.isBefore(b) ? false : nil
    }
}
