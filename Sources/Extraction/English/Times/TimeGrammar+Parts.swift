import Facts

extension TimeGrammar {
    /// "early", "mid-", "late".
    mutating func third() -> TimeThird? {
        guard let third = lookUp(["early": TimeThird.early, "mid": .middle, "late": .late]) else { return nil }
        if word()?.text == "-", word()?.isGlued == true { position += 1 }
        return third
    }

    /// "early February", "the beginning of 2020", "the first week of March", "the second half of last year".
    mutating func part() -> TimeDraft? {
        attempt { $0.thirdOf() } ?? attempt { $0.numberedPart() } ?? attempt { $0.weekOf() }
    }

    private mutating func thirdOf() -> TimeDraft? {
        _ = take("the")
        if takeAny(["earlier", "later"]) { return takeAny(["in", "on"]) ? core() : nil }
        if let word = word()?.text, TimeLexicon.dayParts.contains(word) {
            position += 1
            return take("of") ? core() : nil
        }
        if let third = third() {
            _ = takeAny(["in", "on"])
            _ = take("the")
            return core().map { $0.map { third.part(of: $0) } }
        }
        guard let third = lookUp(Self.thirds), take("of") else { return nil }
        return core().map { $0.map { third.part(of: $0) } }
    }

    private static let thirds: [String: TimeThird] = [
        "beginning": .early, "start": .early, "middle": .middle, "end": .late, "close": .late,
    ]

    /// "the first week of February", "the last three days of 2020", "the second half of May", "the first Sunday in June".
    private mutating func numberedPart() -> TimeDraft? {
        _ = take("the")
        let isLast = take("last") || take("final")
        guard let ordinal = isLast ? 0 : lookUp(TimeLexicon.ordinals) else { return nil }
        if let weekday = weekdayName() {
            guard takeAny(["of", "in"]), let whole = core() else { return nil }
            return whole.map { Self.weekday(weekday, ordinal, of: $0) }
        }
        if take("half") {
            guard ordinal <= 2, takeAny(["of", "in"]), let whole = core() else { return nil }
            return whole.map { Self.half(isLast ? 2 : ordinal, of: $0) }
        }
        let number = count()
        guard number == nil || ordinal <= 1, let unit = lookUp(TimeLexicon.units), takeAny(["of", "in"]),
            let whole = core()
        else { return nil }
        let index = isLast ? nil : ordinal
        return whole.map { unit.part(index, count: number ?? 1, of: $0) }
    }

    private static func half(_ ordinal: Int, of span: TimeSpan) -> TimeSpan? {
        switch span.point {
        case .year(let year): TimeSpan(from: .month(year, ordinal * 6 - 5), to: .month(year, ordinal * 6))
        case .decade(let number):
            TimeSpan(from: .year(number * 10 + ordinal * 5 - 5), to: .year(number * 10 + ordinal * 5 - 1))
        case .century(let number):
            TimeSpan(from: .year(number * 100 + ordinal * 50 - 50), to: .year(number * 100 + ordinal * 50 - 1))
        case .month(let year, let month):
            ordinal == 1
                ? TimeSpan(
                    days: Day(year: year, month: month, day: 1).number...Day(year: year, month: month, day: 15).number)
                : span.point.map { TimeSpan(days: Day(year: year, month: month, day: 16).number...$0.last.number) }
        default: nil
        }
    }

    /// The n-th Sunday of a month, or the last one (0).
    private static func weekday(_ weekday: Int, _ ordinal: Int, of span: TimeSpan) -> TimeSpan? {
        guard case .month? = span.point, let point = span.point else { return nil }
        let days = (point.first.number...point.last.number).filter { CalendarPoint.weekday(Day(number: $0)) == weekday }
        guard ordinal <= days.count, let day = ordinal == 0 ? days.last : days[ordinal - 1] else { return nil }
        return TimeSpan(.day(Day(number: day)))
    }

    /// The week in which a day lies: "the week of March 2".
    private mutating func weekOf() -> TimeDraft? {
        guard takeAll(["the", "week", "of"]), let day = core() else { return nil }
        return day.map { span in
            guard case .day(let day)? = span.point else { return nil }
            let monday = day.number - CalendarPoint.weekday(day)
            return TimeSpan(days: monday...monday + 6)
        }
    }
}
