/// A connected set of points, each end open, closed or without bound.
package struct Interval<Point: Comparable & Hashable & Sendable>: Hashable, Sendable {
    /// One end: a point and whether it belongs to the set.
    package struct End: Hashable, Sendable {
        package let point: Point
        package let isIncluded: Bool
    }

    /// The lower end; `nil` is without bound.
    package let lower: End?
    /// The upper end; `nil` is without bound.
    package let upper: End?

    /// From `lower` to `upper`, which the caller keeps in order.
    package init(from lower: End?, to upper: End?) {
        self.lower = lower
        self.upper = upper
    }

    /// How this set stands to another.
    package func relation(to other: Interval) -> Relation {
        if self == other { return .same }
        if isBefore(other) || other.isBefore(self) { return .disjoint }
        if other.contains(self) { return .narrower }
        if contains(other) { return .wider }
        return .overlapping
    }

    /// Whether every point of this set lies below every point of the other.
    package func isBefore(_ other: Interval) -> Bool {
        guard let upper, let lower = other.lower else { return false }
        return upper.point < lower.point || (upper.point == lower.point && !(upper.isIncluded && lower.isIncluded))
    }

    /// Whether the other set lies in this one.
    package func contains(_ other: Interval) -> Bool {
        Self.startsNoLater(lower, other.lower) && Self.endsNoEarlier(upper, other.upper)
    }

    private static func startsNoLater(_ a: End?, _ b: End?) -> Bool {
        guard let a else { return true }
        guard let b else { return false }
        return a.point < b.point || (a.point == b.point && (a.isIncluded || !b.isIncluded))
    }

    private static func endsNoEarlier(_ a: End?, _ b: End?) -> Bool {
        guard let a else { return true }
        guard let b else { return false }
        return a.point > b.point || (a.point == b.point && (a.isIncluded || !b.isIncluded))
    }
}
