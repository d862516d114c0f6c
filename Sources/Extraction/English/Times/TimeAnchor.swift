import Facts

/// The day, month or year of publication.
struct TimeAnchor: Hashable, Sendable {
    let point: CalendarPoint

    /// Reads `2020-02-25`, `2020-02-25T14:06:00Z`, `2020-02` or `2020`.
    init?(_ edtf: String) {
        let numbers = edtf.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        switch (
            numbers.count, numbers.first ?? nil, numbers.dropFirst().first ?? nil, numbers.dropFirst(2).first ?? nil
        ) {
        case (1, let year?, _, _): point = .year(year)
        case (2, let year?, let month?, _) where (1...12).contains(month): point = .month(year, month)
        case (3, let year?, let month?, let day?): point = .day(Day(year: year, month: month, day: day))
        default: return nil
        }
    }

    var year: Int { point.first.date.year }

    /// Months from January of the year 0, if that much is known.
    var month: Int? {
        switch point {
        case .month(let year, let month): year * 12 + month - 1
        case .day(let day): day.date.year * 12 + day.date.month - 1
        default: nil
        }
    }

    var day: Day? {
        if case .day(let day) = point { day } else { nil }
    }

    /// The Monday of the week.
    var week: Int? { day.map { $0.number - CalendarPoint.weekday($0) } }
}
