import Facts

extension TimeLexicon.Unit {
    /// The unit that lies so many from that of publication; a week has no point of its own.
    func point(from anchor: TimeAnchor, moved count: Int) -> CalendarPoint? {
        switch self {
        case .day: return anchor.day.map { .day(Day(number: $0.number + count)) }
        case .week: return anchor.day.map { .day(Day(number: $0.number + 7 * count)) }
        case .month: return anchor.month.map { .month(number: $0 + count) }
        case .quarter: return nil
        case .year: return .year(anchor.year + count)
        case .decade: return .year(anchor.year + 10 * count)
        case .century: return nil
        }
    }

    /// The whole unit that lies so many from that of publication.
    func span(from anchor: TimeAnchor?, moved count: Int) -> TimeSpan? {
        guard let anchor else { return nil }
        switch self {
        case .week:
            return anchor.week.map { TimeSpan(days: $0 + 7 * count...$0 + 7 * count + 6) }
        case .quarter:
            return anchor.month.map { month in
                let first = (month / 3 + count) * 3
                return TimeSpan(from: .month(number: first), to: .month(number: first + 2))
            }
        case .decade:
            // "This decade" is one of the calendar; "a decade ago" is a year, and a round one.
            return count == 0
                ? TimeSpan(.decade(anchor.year / 10)) : TimeSpan(.year(anchor.year + 10 * count)).approximate
        case .century:
            return abs(count) <= 1 ? TimeSpan(.century(anchor.year / 100 + count)) : nil
        case .day, .month, .year: return point(from: anchor, moved: count).map { TimeSpan($0) }
        }
    }

    /// The n-th of its kind in something longer, or the last (`nil`), and as many as `count` of them.
    func part(_ ordinal: Int?, count: Int, of span: TimeSpan) -> TimeSpan? {
        guard let whole = span.point else { return nil }
        let (first, last) = (whole.first.number, whole.last.number)
        switch self {
        case .day, .week:
            let length = self == .week ? 7 : 1
            let start = ordinal.map { first + ($0 - 1) * length } ?? last + 1 - count * length
            // A fifth week ends with its month.
            let end = min(start + count * length - 1, last)
            guard start >= first, end >= start else { return nil }
            return start == end ? TimeSpan(.day(Day(number: start))) : TimeSpan(days: start...end)
        case .month, .quarter:
            guard case .year(let year) = whole else { return nil }
            let length = self == .quarter ? 3 : 1
            let start = ordinal.map { ($0 - 1) * length + 1 } ?? 13 - count * length
            guard start >= 1, start + count * length <= 13 else { return nil }
            return TimeSpan(from: .month(year, start), to: .month(year, start + count * length - 1))
        case .decade:
            guard case .century(let century) = whole, let index = ordinal ?? 10 as Int?, (1...10).contains(index),
                count == 1
            else {
                return nil
            }
            return TimeSpan(.decade(century * 10 + index - 1))
        case .year, .century: return nil
        }
    }
}
