// MARK: dates and years in figures

extension TimeGrammar {
    /// `2020-02-07`, `2020-02`, `2020/02/07`, `07.02.2020`, `13/2/2020`; what could be two dates is none.
    mutating func numericDate() -> TimeDraft? {
        guard let first = figure(), let mark = word()?.text, ["-", "/", "."].contains(mark), take(mark),
            let second = figure(), second.isGlued
        else { return nil }
        if first.digitCount == 4 {
            guard second.digitCount == 2, let year = first.number, let month = second.number, (1...12).contains(month)
            else { return nil }
            guard word()?.text == mark, word()?.isGlued == true, word(1)?.isGlued == true else {
                return mark == "-" ? TimeDraft(.month(year, month)) : nil
            }
            position += 1
            guard let day = figure()?.number, let date = CalendarPoint.day(year, month, day) else { return nil }
            takeISOClock()
            return TimeDraft(date)
        }
        guard take(mark), let third = figure(), third.isGlued, third.digitCount == 4, let year = third.number,
            let a = first.number, let b = second.number
        else { return nil }
        let isDayFirst = mark == "." || a > 12
        guard isDayFirst || b > 12 || a == b else { return nil }
        return (isDayFirst ? CalendarPoint.day(year, b, a) : .day(year, a, b)).map { TimeDraft($0) }
    }

    private mutating func figure() -> TimeWord? {
        guard let word = word(), word.number != nil else { return nil }
        position += 1
        return word
    }

    /// `T10:00:00Z` after a date.
    private mutating func takeISOClock() {
        guard word()?.text == "t", word()?.isGlued == true, word(1)?.number != nil else { return }
        position += 1
        while let next = word(), next.isGlued, next.number != nil || [":", "z", ".", "+"].contains(next.text) {
            position += 1
        }
    }

    /// A figure that can be a year: 1000 to 2999, no part of a larger number and no sum of money.
    mutating func fourDigitYear() -> Int? {
        guard let word = word(), word.digitCount == 4, let year = word.number, (1000...2999).contains(year) else {
            return nil
        }
        let before = position > 0 && word.isGlued ? words[position - 1].text : ""
        guard !["$", "€", "£", ",", ".", "#", "₪"].contains(before),
            self.word(1).map({ !($0.isGlued && $0.isWord) }) ?? true
        else { return nil }
        if let mark = self.word(1), mark.isGlued, [",", "."].contains(mark.text), let next = self.word(2), next.isGlued,
            next.number != nil
        {
            return nil
        }
        position += 1
        return year
    }
}
