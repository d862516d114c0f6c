/// One date of EDTF level 0 or 1: `2020`, `2020-02`, `2020-21`, `2020-02-07T10:00:00Z`, `199X`, `2020-XX`, `Y17000`, `2020~`.
struct EDTFDate {
    /// The instants that the date covers, in seconds from 1970-01-01T00:00:00Z.
    let window: Time.Window

    init?(_ text: Substring) {
        if let range = Self.plainDate(text.utf8)?.seconds {
            window = Time.Window(earliest: range.lowerBound, latest: range.upperBound)
            return
        }
        var body = text
        var isApproximate = false
        if let mark = body.last, "?~%".contains(mark) {
            isApproximate = mark != "?"
            body.removeLast()
        }
        guard let span = Self.longYear(body) ?? Self.date(body) else { return nil }
        let range = (isApproximate ? span.widened : span).seconds
        window = Time.Window(earliest: range.lowerBound, latest: range.upperBound)
    }

    /// What a date covers, in the unit in which it was written.
    private enum Span {
        case years(first: Int, count: Int)
        /// Months counted from January of the year 0.
        case months(first: Int, count: Int)
        /// Days counted from 1970-01-01.
        case days(first: Int, count: Int)
        /// Seconds counted from 1970-01-01T00:00:00Z.
        case seconds(first: Int, count: Int)

        /// One as long before and one as long after it as well: what "about" is taken to mean.
        var widened: Span {
            switch self {
            case .years(let first, let count): .years(first: first - count, count: 3 * count)
            case .months(let first, let count): .months(first: first - count, count: 3 * count)
            case .days(let first, let count): .days(first: first - count, count: 3 * count)
            case .seconds(let first, let count): .seconds(first: first - count, count: 3 * count)
            }
        }

        /// From the first second to the one after the last.
        var seconds: Range<Int> {
            switch self {
            case .years(let first, let count): Self.months(first: first * 12, count: count * 12).seconds
            case .months(let first, let count): Self.start(ofMonth: first)..<Self.start(ofMonth: first + count)
            case .days(let first, let count): (first * 86400)..<((first + count) * 86400)
            case .seconds(let first, let count): first..<(first + count)
            }
        }

        private static func start(ofMonth index: Int) -> Int {
            let month = (index % 12 + 12) % 12
            return Day(year: (index - month) / 12, month: month + 1, day: 1).number * 86400
        }
    }

    /// `2009`, `2020-02`, `2020-02-07`: what nearly every date is, byte by byte; `nil` for any other text.
    private static func plainDate(_ text: Substring.UTF8View) -> Span? {
        var numbers = (0, 0, 0)
        var count = 0
        for byte in text {
            switch (count, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
            case (0...3, _) where byte.isASCIIDigit: numbers.0 = numbers.0 * 10 + Int(byte & 15)
            case (5...6, _) where byte.isASCIIDigit: numbers.1 = numbers.1 * 10 + Int(byte & 15)
            case (8...9, _) where byte.isASCIIDigit: numbers.2 = numbers.2 * 10 + Int(byte & 15)
            default: return nil
            }
            count += 1
        }
        let (year, month, day) = numbers
        switch count {
        case 4: return .years(first: year, count: 1)
        case 7: return self.month(year, month)
        case 10 where 1...12 ~= month && 1...Day.count(inMonth: month, of: year) ~= day:
            return .days(first: Day(year: year, month: month, day: day).number, count: 1)
        default: return nil
        }
    }

    /// `Y17000`, `Y-17000`: years of five to eight digits.
    private static func longYear(_ text: Substring) -> Span? {
        guard text.first == "Y" else { return nil }
        let isNegative = text.dropFirst().first == "-"
        let digits = text.dropFirst(isNegative ? 2 : 1)
        guard (5...8).contains(digits.count), digits.first != "0", digits.allSatisfy(\.isASCIIDigit),
            let year = Int(digits)
        else { return nil }
        return .years(first: isNegative ? -year : year, count: 1)
    }

    private static func date(_ text: Substring) -> Span? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count <= 2, let day = calendarDate(halves[0]) else { return nil }
        guard halves.count == 2 else { return day }
        guard case .days(let number, _) = day, let moment = timeOfDay(halves[1]) else { return nil }
        return .seconds(first: number * 86400 + moment, count: 1)
    }

    private static func calendarDate(_ text: Substring) -> Span? {
        let isNegative = text.first == "-"
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }) else {
            return nil
        }
        guard let (year, span) = yearWithUnspecifiedDigits(parts[0]), !(isNegative && year == 0 && span == 1) else {
            return nil
        }
        let first = isNegative ? -year - span + 1 : year
        guard parts.count > 1 else { return .years(first: first, count: span) }
        if parts.dropFirst().allSatisfy({ $0 == "XX" }) { return .years(first: first, count: span) }
        guard span == 1, let month = Int(parts[1]), parts[1].allSatisfy(\.isASCIIDigit) else { return nil }
        guard parts.count > 2 else { return self.month(first, month) }
        guard (1...12).contains(month) else { return nil }
        if parts[2] == "XX" { return self.month(first, month) }
        guard let day = Int(parts[2]), parts[2].allSatisfy(\.isASCIIDigit),
            (1...Day.count(inMonth: month, of: first)).contains(day)
        else { return nil }
        return .days(first: Day(year: first, month: month, day: day).number, count: 1)
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

    /// A month 01–12, or a season 21–24 (spring, summer, autumn, winter of the northern meteorological year).
    private static func month(_ year: Int, _ month: Int) -> Span? {
        switch month {
        case 1...12: .months(first: year * 12 + month - 1, count: 1)
        case 21...24: .months(first: year * 12 + (month - 21) * 3 + 2, count: 3)
        default: nil
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
