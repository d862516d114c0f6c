/// When something holds in the world, in the Extended Date/Time Format (EDTF, ISO 8601-2:2019 annex A), levels 0 and 1.
///
/// A date is the span of its year, month, season, day or moment; an interval runs from the first instant of its start to the
/// last of its end. Reading an EDTF text back gives the same value; two times are equal when their texts are.
package struct Time: Hashable, Sendable {
    /// The EDTF text.
    package let edtf: String
    /// When it starts.
    package let start: Window
    /// When it ends.
    package let end: Window

    /// Instants between which something lies, in seconds from 1970-01-01T00:00:00Z; `nil` is without bound.
    package struct Window: Hashable, Sendable {
        /// The earliest instant, included.
        package let earliest: Int?
        /// The latest instant, excluded.
        package let latest: Int?
    }

    /// Reads an EDTF text, or returns `nil` when it is not one of level 0 or 1.
    package init?(edtf text: String) {
        let hasSides = text.utf8.contains(UInt8(ascii: "/"))
        let sides = hasSides ? text.split(separator: "/", omittingEmptySubsequences: false) : [text[...]]
        switch sides.count {
        case 1:
            guard let date = EDTFDate(text[...]) else { return nil }
            start = date.window
            end = date.window
        case 2:
            guard let window = Self.interval(from: sides[0], to: sides[1]) else { return nil }
            (start, end) = window
        default: return nil
        }
        edtf = text
    }

    private static func interval(from first: Substring, to last: Substring) -> (Window, Window)? {
        let isFirstOpen = first == ".." || first.isEmpty
        let isLastOpen = last == ".." || last.isEmpty
        guard !(isFirstOpen && isLastOpen) else { return nil }
        let from = isFirstOpen ? nil : EDTFDate(first)
        let to = isLastOpen ? nil : EDTFDate(last)
        guard isFirstOpen || from != nil, isLastOpen || to != nil else { return nil }
        if let from, let to {
            guard let earliest = from.window.earliest, let latest = to.window.latest, earliest < latest else {
                return nil
            }
        }
        return (
            from?.window ?? Window(earliest: nil, latest: to?.window.latest),
            to?.window ?? Window(earliest: from?.window.earliest, latest: nil)
        )
    }
}

extension Time {
    /// Every instant at which it may hold.
    var interval: Interval<Int> {
        Interval(
            from: start.earliest.map { .init(point: $0, isIncluded: true) },
            to: end.latest.map { .init(point: $0, isIncluded: false) })
    }

    /// How this time stands to another, as sets of instants.
    package func relation(to other: Time) -> Relation {
        edtf == other.edtf ? .same : interval.relation(to: other.interval)
    }

    /// Whether this time ends before the other starts, whatever the uncertainties.
    package func isBefore(_ other: Time) -> Bool { interval.isBefore(other.interval) }

    /// Whether this time starts after the other has started, whatever the uncertainties.
    package func startsAfterStart(of other: Time) -> Bool {
        guard let earliest = start.earliest, let latest = other.start.latest else { return false }
        return earliest >= latest
    }
}

/// Whether two times have an instant in common.
package enum TimeOverlap: String, Hashable, Sendable {
    /// They must: they are the same time, or each starts before the other ends.
    case always
    /// They may.
    case maybe
    /// They cannot, the first is earlier.
    case neverEarlier
    /// They cannot, the first is later.
    case neverLater
    /// One of them is not stated.
    case unknown

    /// Judges two times.
    package init(_ a: Time?, _ b: Time?) {
        guard let a, let b else {
            self = .unknown
            return
        }
        if a.edtf == b.edtf {
            self = .always
        } else if a.isBefore(b) {
            self = .neverEarlier
        } else if b.isBefore(a) {
            self = .neverLater
        } else if Self.hasStarted(a, beforeEndOf: b), Self.hasStarted(b, beforeEndOf: a) {
            self = .always
        } else {
            self = .maybe
        }
    }

    private static func hasStarted(_ a: Time, beforeEndOf b: Time) -> Bool {
        guard let latestStart = a.start.latest, let earliestEnd = b.end.earliest else { return false }
        return latestStart <= earliestEnd
    }
}

extension Time {
    /// The first second after this, whatever the uncertainties; `nil` when it has no end.
    package var over: Time? {
        guard let second = end.latest else { return nil }
        let day = Day(number: Int((Double(second) / 86400).rounded(.down)))
        let rest = second - day.number * 86400
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return Time(edtf: "\(day)T\(clock.joined(separator: ":"))Z")
    }

    /// Whether this lies in one day at most.
    package var isWithinOneDay: Bool {
        guard let first = start.earliest, let last = end.latest else { return false }
        return last - first <= 86400
    }
}
