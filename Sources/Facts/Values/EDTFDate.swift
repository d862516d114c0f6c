/// One date of EDTF level 0 or 1: `2020`, `2020-02`, `2020-21`, `2020-02-07T10:00:00Z`, `199X`, `2020-XX`, `Y17000`, `2020~`.
struct EDTFDate {
    /// The instants that the date covers, in seconds from 1970-01-01T00:00:00Z.
    let window: Time.Window

    init?(_ text: Substring) {
        var body = text
        var isApproximate = false
        if let mark = body.last, "?~%".contains(mark) {
            isApproximate = mark != "?"
            body.removeLast()
        }
        guard let span = Self.longYear(body) ?? Self.date(body) else { return nil }
        let slack = isApproximate ? span.upperBound - span.lowerBound : 0
        window = Time.Window(earliest: span.lowerBound - slack, latest: span.upperBound + slack)
    }

    /// `Y17000`, `Y-17000`: years of more than four digits.
    private static func longYear(_ text: Substring) -> Range<Int>? {
        guard text.first == "Y", let year = Int(text.dropFirst()), abs(year) > 9999, abs(year) < 100_000_000 else {
            return nil
        }
        return years(year, 1)
    }

    private static func date(_ text: Substring) -> Range<Int>? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count <= 2, let day = calendarDate(halves[0]) else { return nil }
        guard halves.count == 2 else { return day }
        guard day.count == 86400, let moment = timeOfDay(halves[1]) else { return nil }
        let instant = day.lowerBound + moment
        return instant..<(instant + 1)
    }

    private static func calendarDate(_ text: Substring) -> Range<Int>? {
        let isNegative = text.first == "-"
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }) else {
            return nil
        }
        guard let (year, span) = yearWithUnspecifiedDigits(parts[0]) else { return nil }
        let first = isNegative ? -year - span + 1 : year
        guard parts.count > 1 else { return years(first, span) }
        if parts.dropFirst().allSatisfy({ $0 == "XX" }) { return years(first, span) }
        guard span == 1, let month = Int(parts[1]), parts[1].allSatisfy(\.isASCIIDigit) else { return nil }
        guard parts.count > 2 else { return self.month(first, month) }
        guard (1...12).contains(month) else { return nil }
        if parts[2] == "XX" { return self.month(first, month) }
        guard let day = Int(parts[2]), parts[2].allSatisfy(\.isASCIIDigit),
            (1...Day.count(inMonth: month, of: first)).contains(day)
        else { return nil }
        let start = Day(year: first, month: month, day: day).number * 86400
        return start..<(start + 86400)
    }

    /// `1999`, `199X`, `19XX`: the first year and how many.
    private static func yearWithUnspecifiedDigits(_ text: Substring) -> (Int, Int)? {
        let digits = text.prefix { $0.isASCIIDigit }
        let unspecified = text.count - digits.count
        guard text.dropFirst(digits.count).allSatisfy({ $0 == "X" }), unspecified <= 2, let prefix = Int(digits) else {
            return nil
        }
        let span = [1, 10, 100][unspecified]
        return (prefix * span, span)
    }

    private static func years(_ year: Int, _ count: Int) -> Range<Int> {
        (Day(year: year, month: 1, day: 1).number * 86400)..<(Day(year: year + count, month: 1, day: 1).number * 86400)
    }

    /// A month 01–12, or a season 21–24 (spring, summer, autumn, winter of the northern meteorological year).
    private static func month(_ year: Int, _ month: Int) -> Range<Int>? {
        func start(_ months: Int) -> Int {
            let index = year * 12 + months
            return Day(year: Int((Double(index) / 12).rounded(.down)), month: ((index % 12) + 12) % 12 + 1, day: 1)
                .number * 86400
        }
        switch month {
        case 1...12: return start(month - 1)..<start(month)
        case 21...24: return start((month - 21) * 3 + 2)..<start((month - 21) * 3 + 5)
        default: return nil
        }
    }

    /// `hh:mm:ss` with `Z`, `±hh`, `±hh:mm` or nothing (read as UTC), in seconds from midnight UTC.
    private static func timeOfDay(_ text: Substring) -> Int? {
        guard text.count >= 8, let clock = sexagesimal(text.prefix(8), limits: [24, 60, 60]) else { return nil }
        let zone = text.dropFirst(8)
        if zone.isEmpty || zone == "Z" { return clock }
        guard let sign = zone.first, "+-−".contains(sign), zone.count == 3 || zone.count == 6,
            let offset = sexagesimal(zone.dropFirst(), limits: [15, 60])
        else { return nil }
        let seconds = zone.count == 3 ? offset * 3600 : offset * 60
        return sign == "+" ? clock - seconds : clock + seconds
    }

    private static func sexagesimal(_ text: Substring, limits: [Int]) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= limits.count else { return nil }
        var total = 0
        for (part, limit) in zip(parts, limits) {
            guard part.count == 2, part.allSatisfy(\.isASCIIDigit), let value = Int(part), value < limit else {
                return nil
            }
            total = total * 60 + value
        }
        return total
    }
}
