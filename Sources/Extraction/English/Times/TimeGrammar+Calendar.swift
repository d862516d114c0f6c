// MARK: decades, centuries, seasons and quarters

extension TimeGrammar {
    /// "the 1990s", "the '90s", "the nineties", "the 20th century", "the nineteenth century".
    mutating func decadeOrCentury() -> TimeDraft? {
        _ = take("the")
        if let word = word(), let year = word.number, self.word(1)?.text == "s", self.word(1)?.isGlued == true,
            word.digitCount == 4, year % 10 == 0
        {
            position += 2
            return TimeDraft(year % 100 == 0 && year < 2000 ? .century(year / 100) : .decade(year / 10))
        }
        if let decade = lookUp(TimeLexicon.decades) { return TimeDraft(.decade(190 + decade)) }
        let hasApostrophe = takeAny(["'", "‘"])
        if hasApostrophe, let number = word()?.number, word()?.digitCount == 2, number % 10 == 0, word(1)?.text == "s" {
            position += 2
            return TimeDraft(.decade(number < 30 ? 200 + number / 10 : 190 + number / 10))
        }
        guard !hasApostrophe, let ordinal = ordinal(), ordinal > 1 else { return nil }
        _ = takeDash()
        guard take("century") else { return nil }
        guard word()?.text != "bc", word()?.text != "bce" else { return nil }
        return TimeDraft(.century(ordinal - 1))
    }

    private mutating func ordinal() -> Int? {
        if takeAll(["twenty", "-", "first"]) { return 21 }
        if let ordinal = lookUp(TimeLexicon.ordinals) { return ordinal }
        guard let number = word()?.number, let suffix = word(1), suffix.isGlued,
            ["st", "nd", "rd", "th"].contains(suffix.text),
            (1...99).contains(number)
        else { return nil }
        position += 2
        return number
    }

    /// "summer 2020", "the spring of 2019", "winter 2019-20", "Q1 2021", "the first quarter of 2021".
    mutating func seasonOrQuarter() -> TimeDraft? {
        _ = take("the")
        if let season = lookUp(TimeLexicon.seasons) {
            if season == 3, let years = attempt({ $0.shortYears(after: "of") }) { return TimeDraft(.season(years, 3)) }
            return TimeDraft(year: year()) { TimeSpan(.season($0, season)) }
        }
        if take("q"), let number = word()?.number, word()?.isGlued == true, (1...4).contains(number) {
            position += 1
            return quarter(number, year())
        }
        guard let number = ordinal(), (1...4).contains(number), take("quarter") else { return nil }
        return quarter(number, year())
    }

    private func quarter(_ number: Int, _ year: Int?) -> TimeDraft {
        TimeDraft(year: year) { TimeSpan(from: .month($0, number * 3 - 2), to: .month($0, number * 3)) }
    }

    /// "2019-20" and "of 2019/2020" after "winter": the year in which it starts.
    private mutating func shortYears(after word: String) -> Int? {
        _ = take(word)
        guard let year = fourDigitYear(), takeDash(), let end = self.word()?.number,
            end == year + 1 || end == (year + 1) % 100
        else { return nil }
        position += 1
        return year
    }
}
