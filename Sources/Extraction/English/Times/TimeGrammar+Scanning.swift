// MARK: times among other words

extension TimeGrammar {
    /// An expression that stands by itself in running words, or `nil` with anything taken.
    mutating func standaloneExpression() -> TimeSpan? {
        let start = position
        guard startsExpression, !isCounted(before: start), let span = expression(), position > start else { return nil }
        let first = words[start]
        let isLed = !startsBarely(first)
        guard isLed || standsAlone(start) else { return nil }
        guard !modifies(start, isLed), !isName(start) else { return nil }
        return span
    }

    /// Whether the words are a part of a name: "Academy of Tomorrow", "Black Friday".
    private func isName(_ start: Int) -> Bool {
        guard start > 0, words[start].isCapitalised else { return false }
        let before = words[start - 1]
        if TimeLexicon.weekdays[words[start].text] != nil { return Self.namedDays.contains(before.text) }
        return before.isWord && TimeLexicon.months[words[start].text] == nil
    }

    private static let namedDays: Set<String> = [
        "ash", "black", "bloody", "cyber", "easter", "good", "holy", "maundy", "palm", "sheffield", "shrove", "super",
    ]

    /// Whether the next word can start an expression: cheap, so that scanning stays cheap.
    private var startsExpression: Bool {
        guard let word = word() else { return false }
        return word.number != nil || Self.starters.contains(word.text) || TimeLexicon.months[word.text] != nil
            || TimeLexicon.weekdays[word.text] != nil || TimeLexicon.numbers[word.text] != nil
            || TimeLexicon.ordinals[word.text] != nil
    }

    private static let starters: Set<String> = [
        "in", "on", "at", "during", "over", "throughout", "for", "since", "ever", "starting", "beginning", "effective",
        "as",
        "no", "not", "up", "until", "till", "through", "by", "prior", "before", "after", "later", "between", "from",
        "around", "about", "circa", "approximately", "roughly", "nearly", "almost", "some", "sometime", "the", "these",
        "early", "mid", "late", "earlier", "last", "this", "next", "past", "coming", "yesterday", "today", "tonight",
        "tomorrow", "overnight", "christmas", "new", "q", "year", "spring", "summer", "autumn", "fall", "winter",
    ]

    /// Whether words before bound or split the number that follows: "more than two years ago", "two and a half years ago".
    private func isCounted(before start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = words[start - 1].text
        let isNumber = words[start].number != nil || TimeLexicon.numbers[words[start].text] != nil
        if isNumber, ["than", "over", "least", "most", "half", "few", "several", "exactly", "only"].contains(before) {
            return true
        }
        if isNumber, before == "and", start > 1, TimeLexicon.numbers[words[start - 2].text] != nil { return true }
        return ["fiscal", "$", "€", "£", "no", "until"].contains(before) || (before == "." && words[start].isGlued)
            || (before == "," && words[start].isGlued)
    }

    /// Whether a bare date, month or year starts here, without a preposition or a word that points.
    private func startsBarely(_ word: TimeWord) -> Bool {
        word.number != nil || TimeLexicon.months[word.text] != nil || TimeLexicon.seasons[word.text] != nil
    }

    /// Whether a bare expression is a time all the same: a date that names its month and more, or a year between commas.
    private func standsAlone(_ start: Int) -> Bool {
        let taken = words[start..<position].filter { $0.isWord || $0.number != nil }
        let isDecade = taken.count == 2 && taken.last?.text == "s"
        if taken.count >= 2, !isDecade { return true }
        if start > 1, words[start - 2].number != nil { return false }
        let isSetOff = start > 0 && [",", "("].contains(words[start - 1].text)
        return isSetOff && taken.first?.number != nil
            && word().map { !$0.isWord && !$0.isGlued || $0.text == ")" || $0.text == "," } ?? true
    }

    /// Whether the words only tell one thing from another: "the March 2 election", "last year's budget", "a 2019 law".
    private func modifies(_ start: Int, _ isLed: Bool) -> Bool {
        if let next = word(), next.isGlued {
            if next.text == "'" || (next.text == "-" && word(1)?.isGlued == true) { return true }
            if next.isWord { return true }
        }
        if let next = word(), next.isWord, words[position - 1].number != nil, TimeLexicon.counted.contains(next.text) {
            return true
        }
        let isDated = words[start].text == "the" && (words[start + 1].number.map { $0 < 32 } ?? false)
        if isDated, let next = word(), next.isWord, !next.isCapitalised, !Self.afterDates.contains(next.text) {
            return true
        }
        let before = start > 0 ? words[start - 1].text : ""
        if !isLed || TimeLexicon.weekdays[words[start].text] != nil {
            return ["the", "a", "an", "its", "their", "his", "her", "our", "s", "this", "that"].contains(before)
        }
        return false
    }

    /// Words that go on with the clause after "the 9th of March".
    private static let afterDates: Set<String> = [
        "and", "or", "but", "when", "in", "at", "to", "for", "by", "with", "he", "she", "it", "they", "the", "a", "his",
        "after", "before", "as", "that", "which", "who", "was", "is", "were", "are", "had", "has", "of", "on", "from",
    ]
}
