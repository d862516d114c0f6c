import Facts

// MARK: times counted from the day of publication

extension TimeGrammar {
    /// "yesterday", "two weeks ago", "last month", "earlier this year", "next Friday", "the past three years".
    mutating func deictic() -> TimeDraft? {
        attempt { $0.dayByName() } ?? attempt { $0.ago() } ?? attempt { $0.ahead() } ?? attempt { $0.period() }
            ?? attempt { $0.weekend() } ?? attempt { $0.lastThisNext() }
    }

    private mutating func dayByName() -> TimeDraft? {
        _ = takeAny(["earlier", "later", "late", "early"])
        for (texts, shift) in Self.days where takeAll(texts) {
            return anchor?.day.map { TimeDraft(.day(Day(number: $0.number + shift))) }
        }
        return nil
    }

    private static let days: [([String], Int)] = [
        (["the", "day", "before", "yesterday"], -2), (["the", "day", "after", "tomorrow"], 2), (["yesterday"], -1),
        (["today"], 0), (["tonight"], 0), (["tomorrow"], 1), (["last", "night"], -1), (["this", "morning"], 0),
        (["this", "afternoon"], 0), (["this", "evening"], 0), (["overnight"], 0),
    ]

    /// A whole number in figures or words; "twenty-five" counts, "a few" does not.
    mutating func count() -> Int? {
        if let number = word()?.number, word()?.digitCount ?? 9 <= 3, number > 0 {
            position += 1
            return number
        }
        guard let number = lookUp(TimeLexicon.numbers) else { return nil }
        guard number >= 20 else { return number }
        return attempt { grammar in
            guard grammar.takeDash(), let ones = grammar.lookUp(TimeLexicon.numbers), ones < 10 else { return nil }
            return number + ones
        } ?? number
    }

    /// "two weeks ago", "about ten years ago", "nearly a decade ago".
    private mutating func ago() -> TimeDraft? {
        let isApproximate = takeAny(["about", "around", "nearly", "almost", "roughly", "some", "approximately"])
        guard let count = count(), let unit = lookUp(TimeLexicon.units), take("ago"),
            let span = unit.span(from: anchor, moved: -count)
        else { return nil }
        return TimeDraft(isApproximate ? span.approximate : span)
    }

    /// "two years from now", "in two weeks' time", and "in two weeks" of what is to come.
    private mutating func ahead() -> TimeDraft? {
        let isIn = take("in") || (position > 0 && words[position - 1].text == "in")
        guard let count = count(), let unit = lookUp(TimeLexicon.units) else { return nil }
        let isTime = isIn && (takeAll(["'", "time"]) || takeAll(["'", "s", "time"]))
        guard isTime || takeAll(["from", "now"]) || takeAll(["from", "today"]) || (isIn && tense == .future) else {
            return nil
        }
        return unit.span(from: anchor, moved: count).map { TimeDraft($0) }
    }

    /// "the past three years", "the last decade", "the next six months".
    private mutating func period() -> TimeDraft? {
        let isNamed = takeAny(["the", "these"])
        guard let direction = lookUp(Self.directions) else { return nil }
        let number = count()
        // What is told of the past has its own "next ten years".
        guard direction < 0 || tense != .past else { return nil }
        guard number != nil || (isNamed && ["past", "last"].contains(words[position - 1].text)),
            let unit = lookUp(TimeLexicon.units), let anchor, let now = unit.point(from: anchor, moved: 0),
            let other = unit.point(from: anchor, moved: direction * (number ?? 1))
        else { return nil }
        return TimeDraft(direction < 0 ? TimeSpan(from: other, to: now) : TimeSpan(from: now, to: other))
    }

    private static let directions = ["past": -1, "last": -1, "previous": -1, "next": 1, "coming": 1]

    /// "the weekend", "last weekend", "the weekend of March 7".
    private mutating func weekend() -> TimeDraft? {
        let which = word()?.text
        guard takeAny(["the", "last", "this", "next"]), take("weekend") else { return nil }
        if which == "the", take("of") {
            guard case .day(let day)? = range()?.from else { return nil }
            let saturday = day.number - (CalendarPoint.weekday(day) + 2) % 7
            return TimeDraft(TimeSpan(days: saturday...saturday + 1))
        }
        guard let day = anchor?.day else { return nil }
        // The last Saturday up to the day of publication.
        let recent = day.number - (CalendarPoint.weekday(day) + 2) % 7
        let isOn = recent + 1 >= day.number
        let saturday =
            switch which {
            case "last": isOn ? recent - 7 : recent
            case "next": recent + 7
            default: tense == .future && !isOn ? recent + 7 : recent
            }
        return TimeDraft(TimeSpan(days: saturday...saturday + 1))
    }

    /// "last year", "earlier this month", "late next week", "last March", "next Friday", "this summer".
    private mutating func lastThisNext() -> TimeDraft? {
        let third = attempt { grammar -> TimeThird?? in
            if grammar.takeAny(["earlier", "later"]) { return .some(nil) }
            if let third = grammar.third() { return .some(third) }
            return nil
        }
        let isPast = takeAll(["this", "past"])
        guard let shift = isPast ? -1 : takeAll(["this", "coming"]) ? 1 : lookUp(Self.shifts) else {
            guard third == nil, takeAll(["the", "current"]), let unit = lookUp(TimeLexicon.units) else { return nil }
            return unit.span(from: anchor, moved: 0).map { TimeDraft($0) }
        }
        guard let span = unit(shift) else { return nil }
        return TimeDraft((third ?? nil)?.part(of: span) ?? span)
    }

    private static let shifts = ["last": -1, "this": 0, "next": 1]

    private mutating func unit(_ shift: Int) -> TimeSpan? {
        guard let anchor else { return nil }
        if let unit = lookUp(TimeLexicon.units) {
            // Nobody can tell the last decade of the calendar from the last ten years.
            guard unit != .day, unit != .decade || shift == 0 else { return nil }
            return unit.span(from: anchor, moved: shift)
        }
        if let season = lookUp(TimeLexicon.seasons) {
            return instance(shift) { TimeSpan(.season($0, season)) }
        }
        if let month = monthName() { return instance(shift) { TimeSpan(.month($0, month)) } }
        guard let name = word()?.text, name.utf8.count > 5, let weekday = TimeLexicon.weekdays[name],
            let day = anchor.day
        else {
            return nil
        }
        position += 1
        let back = (CalendarPoint.weekday(day) - weekday + 7) % 7
        switch shift {
        case -1: return TimeSpan(.day(Day(number: day.number - (back == 0 ? 7 : back))))
        case 1: return TimeSpan(.day(Day(number: day.number + 7 - back)))
        default: return anchor.week.map { TimeSpan(.day(Day(number: $0 + weekday))) }
        }
    }

    /// The last one that is over, the one of this year, or the next one that has not begun.
    private func instance(_ shift: Int, _ build: (Int) -> TimeSpan?) -> TimeSpan? {
        guard let anchor else { return nil }
        let spans = (anchor.year - 2...anchor.year + 2).compactMap(build)
        switch shift {
        case -1: return spans.last { ($0.to?.last.number ?? .max) < anchor.point.first.number }
        case 1: return spans.first { ($0.from?.first.number ?? .min) > anchor.point.last.number }
        default: return build(anchor.year)
        }
    }
}
