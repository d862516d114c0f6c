import Facts

// MARK: times on the calendar

extension TimeGrammar {
    /// One time that is not a range, with the clock time around it taken and dropped.
    mutating func core() -> TimeDraft? {
        nested { grammar in
            if grammar.takeClock() { _ = grammar.takeAny([",", "on"]) }
            guard let draft = grammar.bareCore() else { return nil }
            grammar.takeTimeOfDay()
            return draft
        }
    }

    private mutating func bareCore() -> TimeDraft? {
        attempt { $0.numericDate() } ?? attempt { $0.part() } ?? attempt { $0.deictic() } ?? attempt { $0.namedDate() }
            ?? attempt { $0.decadeOrCentury() } ?? attempt { $0.seasonOrQuarter() }
            ?? attempt { grammar in
                _ = grammar.takeAll(["the", "year"]) || grammar.take("year")
                return grammar.fourDigitYear().map { TimeDraft(.year($0)) }
            }
    }

    /// "Tuesday, 25 February 2020", "March 9", "the 9th of March", "Wednesday", "Christmas Day 2020".
    ///
    /// Where the year is another one that the text has named before ("of that year"), nothing is read.
    private mutating func namedDate() -> TimeDraft? {
        guard let draft = undeterminedDate(), !namesOtherYear else { return nil }
        return draft
    }

    private var namesOtherYear: Bool {
        let offset = word()?.text == "of" ? 1 : 0
        let isPointer = ["that", "the"].contains(word(offset)?.text ?? "")
        let year = ["same", "following", "previous"].contains(word(offset + 1)?.text ?? "") ? offset + 2 : offset + 1
        return isPointer && word(year)?.text == "year"
    }

    private mutating func undeterminedDate() -> TimeDraft? {
        let weekday = weekdayName()
        if weekday != nil {
            takeTimeOfDay()
            _ = take(",")
        }
        if var draft = attempt({ $0.monthAndDay() }) {
            draft.weekday = weekday
            return draft
        }
        if let weekday {
            if words[position - 1].text == "," { position -= 1 }
            return nearest(weekday).map { TimeDraft($0) }
        }
        for (texts, (month, day)) in TimeLexicon.holidays where takeAll(texts) {
            return TimeDraft(year: year()) { CalendarPoint.day($0, month, day).map { TimeSpan($0) } }
        }
        return attempt { grammar in
            _ = grammar.takeAll(["the", "month", "of"])
            guard let month = grammar.monthName() else { return nil }
            return TimeDraft(year: grammar.year()) { TimeSpan(.month($0, month)) }
        }
    }

    private mutating func monthAndDay() -> TimeDraft? {
        if let (month, day) = attempt({ grammar in
            grammar.monthName().flatMap { month in grammar.dayNumber().map { (month, $0) } }
        }) {
            return TimeDraft(year: year()) { CalendarPoint.day($0, month, day).map { TimeSpan($0) } }
        }
        _ = take("the")
        guard let day = dayNumber() else { return nil }
        _ = take("of")
        if let month = attempt({ grammar in
            grammar.deictic()?.resolved(from: grammar.anchor, tense: grammar.tense)?.point
        }), case .month(let year, let number) = month {
            return CalendarPoint.day(year, number, day).map { TimeDraft($0) }
        }
        guard let month = monthName() else { return nil }
        return TimeDraft(year: year()) { CalendarPoint.day($0, month, day).map { TimeSpan($0) } }
    }

    /// "July 13-16, 2022", "July 13 and 16" after "between", "13 to 16 July".
    mutating func daysOfMonth(joined: (inout TimeGrammar) -> Bool) -> TimeDraft? {
        func draft(_ month: Int, _ days: (Int, Int), _ year: Int?) -> TimeDraft? {
            guard days.0 < days.1 else { return nil }
            return TimeDraft(year: year) { year in
                guard let from = CalendarPoint.day(year, month, days.0), let to = CalendarPoint.day(year, month, days.1)
                else {
                    return nil
                }
                return TimeSpan(from: from, to: to)
            }
        }
        func days(_ grammar: inout TimeGrammar) -> (Int, Int)? {
            guard let first = grammar.dayNumber() else { return nil }
            let isPair = !joined(&grammar) && !grammar.takeDash()
            guard !isPair || grammar.take("and"), let last = grammar.dayNumber() else { return nil }
            // "16 and 17 February" are all the days from one to the other.
            return isPair && last != first + 1 ? nil : (first, last)
        }
        if let (month, days) = attempt({ grammar in
            grammar.monthName().flatMap { month in days(&grammar).map { (month, $0) } }
        }) {
            guard monthIsOver else { return nil }
            return draft(month, days, year())
        }
        guard let days = days(&self) else { return nil }
        _ = take("of")
        guard let month = monthName() else { return nil }
        return draft(month, days, year())
    }

    /// Whether the next word is not another month: "July 30 to 2 August" is no range inside July.
    private var monthIsOver: Bool { word().map { TimeLexicon.months[$0.text] == nil } ?? true }

    /// A month by a name that is one here: "may" and "march" only with a capital or before a number.
    mutating func monthName() -> Int? {
        guard let word = word(), let month = TimeLexicon.months[word.text] else { return nil }
        let isFollowedByNumber = self.word(1)?.number != nil
        guard word.isCapitalised || isFollowedByNumber || !TimeLexicon.doubtfulMonths.contains(word.text) else {
            return nil
        }
        position += 1
        let isShort = word.text.utf8.count <= 4 && !["may", "june", "july"].contains(word.text)
        if isShort, self.word()?.text == ".", self.word()?.isGlued == true, self.word(1) != nil { position += 1 }
        return month
    }

    mutating func weekdayName() -> Int? {
        guard let word = word(), let weekday = TimeLexicon.weekdays[word.text],
            word.isCapitalised || word.text.utf8.count > 5
        else { return nil }
        // "Sun" and "Sat" alone are words.
        if word.text.utf8.count < 6 {
            let next = self.word(1)?.text == "." ? 2 : 1
            let following = self.word(self.word(next)?.text == "," ? next + 1 : next)
            guard following?.number != nil || following.map({ TimeLexicon.months[$0.text] != nil }) ?? false else {
                return nil
            }
            position += next - 1
        }
        position += 1
        return weekday
    }

    /// 1–31, with or without "st", "nd", "rd", "th".
    private mutating func dayNumber() -> Int? {
        guard let word = word() else { return nil }
        if let number = word.number, word.digitCount <= 2, (1...31).contains(number) {
            if let mark = self.word(1), mark.isGlued, [":", ".", ","].contains(mark.text),
                self.word(2)?.isGlued == true,
                self.word(2)?.number != nil
            {
                return nil
            }
            position += 1
            if let suffix = self.word(), suffix.isGlued, ["st", "nd", "rd", "th"].contains(suffix.text) {
                position += 1
            }
            return number
        }
        guard let ordinal = TimeLexicon.ordinals[word.text] else { return nil }
        position += 1
        return ordinal
    }

    /// The year after a month or a day: ", 2015", "of 2015", "last year", "of this year".
    mutating func year() -> Int? {
        attempt { grammar in
            _ = grammar.take(",") || grammar.takeAny(["of", "in"])
            if let year = grammar.fourDigitYear() { return year }
            guard let anchor = grammar.anchor else { return nil }
            for (word, shift) in [("last", -1), ("this", 0), ("next", 1)] where grammar.takeAll([word, "year"]) {
                return grammar.word()?.text == "'" ? nil : anchor.year + shift
            }
            return nil
        }
    }

    /// The day with a weekday that the tense leans to.
    func nearest(_ weekday: Int) -> CalendarPoint? {
        anchor?.day.map { day in
            let back = (CalendarPoint.weekday(day) - weekday + 7) % 7
            return .day(Day(number: day.number + (tense == .future ? (7 - back) % 7 : -back)))
        }
    }
}
