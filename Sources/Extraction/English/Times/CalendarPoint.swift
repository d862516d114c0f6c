import Facts

/// One unit of the calendar: what a single date of EDTF can say.
enum CalendarPoint: Hashable, Sendable {
    /// The years that share their first two digits.
    case century(Int)
    /// The years that share their first three digits.
    case decade(Int)
    case year(Int)
    /// 0 spring to 3 winter; a winter has the year in which it starts.
    case season(Int, Int)
    case month(Int, Int)
    case day(Day)

    /// A month by its number from January of the year 0.
    static func month(number: Int) -> CalendarPoint {
        let month = (number % 12 + 12) % 12
        return .month((number - month) / 12, month + 1)
    }

    /// A day, if the month has it.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarPoint? {
        guard (1...12).contains(month), (1...daysIn(month, of: year)).contains(day) else { return nil }
        return .day(Day(year: year, month: month, day: day))
    }

    static func daysIn(_ month: Int, of year: Int) -> Int {
        let next = month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
        return next.number - Day(year: year, month: month, day: 1).number
    }

    /// 0 Monday to 6 Sunday.
    static func weekday(_ day: Day) -> Int { ((day.number + 3) % 7 + 7) % 7 }

    /// Its first day.
    var first: Day {
        switch self {
        case .century(let number): Day(year: number * 100, month: 1, day: 1)
        case .decade(let number): Day(year: number * 10, month: 1, day: 1)
        case .year(let year): Day(year: year, month: 1, day: 1)
        case .season(let year, let season): Day(year: year, month: season * 3 + 3, day: 1)
        case .month(let year, let month): Day(year: year, month: month, day: 1)
        case .day(let day): day
        }
    }

    /// The first day after it.
    private var end: Day {
        switch self {
        case .season(let year, 3): Day(year: year + 1, month: 3, day: 1)
        case .season(let year, let season): Day(year: year, month: season * 3 + 6, day: 1)
        default: next.first
        }
    }

    /// Its last day.
    var last: Day { Day(number: end.number - 1) }

    /// The unit of the same kind right after it.
    var next: CalendarPoint { moved(by: 1) }
    /// The unit of the same kind right before it.
    var previous: CalendarPoint { moved(by: -1) }

    /// The unit of the same kind so many later.
    func moved(by count: Int) -> CalendarPoint {
        switch self {
        case .century(let number): return .century(number + count)
        case .decade(let number): return .decade(number + count)
        case .year(let year): return .year(year + count)
        case .season(let year, let season):
            let number = year * 4 + season + count
            return .season(number / 4, number % 4)
        case .month(let year, let month): return .month(number: year * 12 + month - 1 + count)
        case .day(let day): return .day(Day(number: day.number + count))
        }
    }

    /// The smallest month, year, decade or century in which all days from `first` to `last` lie.
    static func enclosing(_ first: Day, _ last: Day) -> CalendarPoint? {
        let (a, b) = (first.date, last.date)
        if first == last { return .day(first) }
        if a.year == b.year { return a.month == b.month ? .month(a.year, a.month) : .year(a.year) }
        if a.year / 10 == b.year / 10 { return .decade(a.year / 10) }
        return a.year / 100 == b.year / 100 ? .century(a.year / 100) : nil
    }

    /// In EDTF.
    var edtf: String {
        switch self {
        case .century(let number): Self.padded(number, 2) + "XX"
        case .decade(let number): Self.padded(number, 3) + "X"
        case .year(let year): Self.padded(year, 4)
        case .season(let year, let season): "\(Self.padded(year, 4))-\(21 + season)"
        case .month(let year, let month): "\(Self.padded(year, 4))-\(Self.padded(month, 2))"
        case .day(let day): "\(day)"
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
