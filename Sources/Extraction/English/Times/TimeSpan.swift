import Facts

/// From one unit of the calendar to another, both included; `nil` is without end.
struct TimeSpan: Hashable, Sendable {
    let from: CalendarPoint?
    let to: CalendarPoint?
    var isApproximate = false

    init(from: CalendarPoint?, to: CalendarPoint?) { (self.from, self.to) = (from, to) }

    init(_ point: CalendarPoint) { self.init(from: point, to: point) }

    /// From a day to another.
    init(days: ClosedRange<Int>) {
        self.init(from: .day(Day(number: days.lowerBound)), to: .day(Day(number: days.upperBound)))
    }

    /// The one unit, if it is one.
    var point: CalendarPoint? { from == to ? from : nil }

    /// The unit that can stand at one end of an interval without saying more than was said.
    var side: CalendarPoint? {
        if let point { return point }
        guard let from, let to else { return nil }
        return CalendarPoint.enclosing(from.first, to.last)
    }

    var approximate: TimeSpan {
        var copy = self
        copy.isApproximate = true
        return copy
    }

    /// In EDTF.
    var edtf: String {
        let mark = isApproximate ? "~" : ""
        if let point { return point.edtf + mark }
        return [from, to].map { $0.map { $0.edtf + mark } ?? ".." }.joined(separator: "/")
    }
}

extension TimeSpan {
    /// From this to that, whichever units they are in; `nil` when the second ends before the first starts.
    static func from(_ first: TimeSpan, to last: TimeSpan) -> TimeSpan? {
        guard let from = first.side, let to = last.side, from.first.number <= to.last.number, from != to else {
            return nil
        }
        var span = TimeSpan(from: from, to: to)
        span.isApproximate = first.isApproximate || last.isApproximate
        return span
    }

    /// "since", "until", "before" and "after" a time.
    var onwards: TimeSpan? { side.map { TimeSpan(from: $0, to: nil) } }
    var until: TimeSpan? { side.map { TimeSpan(from: nil, to: $0) } }
    var strictlyBefore: TimeSpan? { side.map { TimeSpan(from: nil, to: $0.previous) } }
    var strictlyAfter: TimeSpan? { side.map { TimeSpan(from: $0.next, to: nil) } }
}

/// A third of something longer: "early", "mid-", "late".
enum TimeThird: Int {
    case early, middle, late

    /// The third of a unit; days, seasons and weeks have none.
    func part(of span: TimeSpan) -> TimeSpan {
        guard let point = span.point else { return span }
        switch point {
        case .century(let number):
            let years = [0...33, 34...66, 67...99][rawValue]
            return TimeSpan(from: .year(number * 100 + years.lowerBound), to: .year(number * 100 + years.upperBound))
        case .decade(let number):
            let years = [0...3, 4...6, 7...9][rawValue]
            return TimeSpan(from: .year(number * 10 + years.lowerBound), to: .year(number * 10 + years.upperBound))
        case .year(let year):
            return TimeSpan(from: .month(year, rawValue * 4 + 1), to: .month(year, rawValue * 4 + 4))
        case .month(let year, let month):
            let days = point.first.number
            let count = CalendarPoint.daysIn(month, of: year)
            return TimeSpan(days: (days + rawValue * 10)...(days + [9, 19, count - 1][rawValue]))
        case .season, .day: return span
        }
    }
}
