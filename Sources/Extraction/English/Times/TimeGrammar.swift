import Facts

/// Reads time expressions from left to right; a rule that fails takes nothing.
struct TimeGrammar {
    let words: [TimeWord]
    let anchor: TimeAnchor?
    let tense: TimeReader.Tense
    var position = 0
    /// How many times deep inside one another are being read: "the end of the first week of March" is two.
    private(set) var depth = 0

    /// Nobody says more; text that only looks like it stays cheap.
    private static let greatestDepth = 5

    init(words: [TimeWord], anchor: TimeAnchor?, tense: TimeReader.Tense) {
        (self.words, self.anchor, self.tense) = (words, anchor, tense)
    }

    /// Whether nothing is left but punctuation.
    var isAtEnd: Bool { words[position...].allSatisfy { [".", ",", ";", ":"].contains($0.text) } }

    /// The word so many after the next.
    func word(_ offset: Int = 0) -> TimeWord? {
        words.indices.contains(position + offset) ? words[position + offset] : nil
    }

    /// A rule, undone when it fails.
    mutating func attempt<Result>(_ rule: (inout TimeGrammar) -> Result?) -> Result? {
        let start = position
        if let result = rule(&self) { return result }
        position = start
        return nil
    }

    /// A rule for a time inside another one.
    mutating func nested<Result>(_ rule: (inout TimeGrammar) -> Result?) -> Result? {
        guard depth < Self.greatestDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        return attempt(rule)
    }

    mutating func take(_ text: String) -> Bool {
        guard word()?.text == text else { return false }
        position += 1
        return true
    }

    mutating func takeAny(_ texts: [String]) -> Bool {
        texts.contains { take($0) }
    }

    mutating func takeAll(_ texts: [String]) -> Bool {
        guard texts.indices.allSatisfy({ word($0)?.text == texts[$0] }) else { return false }
        position += texts.count
        return true
    }

    mutating func takeDash() -> Bool { takeAny(["-", "–", "—", "‑", "/"]) }

    mutating func lookUp<Meaning>(_ table: [String: Meaning]) -> Meaning? {
        guard let text = word()?.text, let meaning = table[text] else { return nil }
        position += 1
        return meaning
    }
}

// MARK: expressions

extension TimeGrammar {
    /// An expression with its prepositions, or `nil` with anything taken.
    mutating func expression() -> TimeSpan? {
        if let span = attempt({ $0.relation() }) { return span }
        return attempt { grammar in
            var isApproximate = grammar.takeApproximation()
            grammar.takeLeadIn()
            isApproximate = grammar.takeApproximation() || isApproximate
            grammar.takeLeadIn()
            guard let span = grammar.range() else { return nil }
            return isApproximate ? span.approximate : span
        }
    }

    /// Prepositions and words that change nothing: "in", "sometime in", "as early as", "for most of".
    private mutating func takeLeadIn() {
        for _ in 0..<4 {
            if takeAll(["some", "time"]) || take("sometime") || takeAll(["as", "of"]) { continue }
            if Self.comparisons.contains(where: { takeAll(["as", $0, "as"]) }) { continue }
            guard let word = word()?.text, Self.prepositions.contains(word) else { return }
            position += 1
            for share in ["most", "much", "all", "part"] { _ = takeAll([share, "of"]) }
        }
    }

    private static let comparisons = ["early", "late", "recently", "long", "far"]
    private static let prepositions: Set<String> = ["in", "on", "at", "during", "over", "throughout", "for"]

    private mutating func takeApproximation() -> Bool {
        if takeAll(["in", "or", "around"]) || takeAll(["on", "or", "about"]) || takeAll(["c", "."])
            || takeAll(["ca", "."])
        {
            return true
        }
        return attempt { grammar -> Bool? in
            // "around 10 p.m. on Sunday" is on Sunday.
            grammar.takeAny(["around", "about", "circa", "approximately", "roughly"]) && !grammar.startsClock
                ? true : nil
        } ?? false
    }

    /// "since 2014", "until March", "before 2010", "between 2010 and 2014", "two days before March 2".
    private mutating func relation() -> TimeSpan? {
        if let span = attempt({ $0.between() }) ?? attempt({ $0.from() }) ?? attempt({ $0.counted() }) { return span }
        for (texts, relation) in Self.relations where takeAll(texts) {
            // "before 5 p.m. on Monday" is on Monday.
            if relation == .before || relation == .after, startsClock {
                return core()?.resolved(from: anchor, tense: tense)
            }
            takeLeadIn()
            let isApproximate = takeApproximation()
            takeLeadIn()
            // What is to happen before the end of a year may still happen in it.
            let isBeforeEnd =
                relation == .before && ["end", "close"].contains(word(word()?.text == "the" ? 1 : 0)?.text)
            guard let span = range().flatMap(isBeforeEnd ? Relation.until.span : relation.span) else { return nil }
            return isApproximate ? span.approximate : span
        }
        return nil
    }

    private enum Relation {
        case onwards, until, before, after

        func span(of span: TimeSpan) -> TimeSpan? {
            switch self {
            case .onwards: span.onwards
            case .until: span.until
            case .before: span.strictlyBefore
            case .after: span.strictlyAfter
            }
        }
    }

    private static let relations: [([String], Relation)] = [
        (["ever", "since"], .onwards), (["since"], .onwards), (["starting"], .onwards), (["beginning"], .onwards),
        (["effective"], .onwards), (["as", "from"], .onwards), (["no", "earlier", "than"], .onwards),
        (["not", "earlier", "than"], .onwards), (["not", "before"], .onwards), (["not", "until"], .onwards),
        (["no", "later", "than"], .until), (["not", "later", "than"], .until), (["up", "until"], .until),
        (["up", "to"], .until), (["until"], .until), (["till"], .until), (["through"], .until), (["by"], .until),
        (["prior", "to"], .before), (["earlier", "than"], .before), (["before"], .before), (["later", "than"], .after),
        (["after"], .after),
    ]

    private mutating func between() -> TimeSpan? {
        guard take("between") else { return nil }
        return attempt { $0.pair(joined: { $0.take("and") }) } ?? range().flatMap { $0.point == nil ? $0 : nil }
    }

    /// "from 2010 to 2014", "from March onwards", "from 2015".
    private mutating func from() -> TimeSpan? {
        guard take("from") else { return nil }
        _ = take("around")
        if let span = attempt({ $0.range() }) {
            if takeAny(["on", "onwards", "onward", "forward"]) { return span.point == nil ? nil : span.onwards }
            return span.point == nil && span.to != nil && !isPart(span) ? span : span.onwards
        }
        return nil
    }

    /// Whether a span is a part of one unit, such as a week or "early 2019", and not a range that was said.
    private func isPart(_ span: TimeSpan) -> Bool {
        words[..<position].suffix(8).allSatisfy {
            !["to", "until", "till", "through", "-", "–", "—"].contains($0.text)
        }
    }

    /// "two days before March 2": only what is counted in days from a day.
    private mutating func counted() -> TimeSpan? {
        guard let count = count(), let unit = lookUp(TimeLexicon.units), unit == .day || unit == .week else {
            return nil
        }
        let isBefore = word()?.text == "before"
        guard takeAny(["before", "after"]), case .day(let day)? = core()?.resolved(from: anchor, tense: tense)?.point
        else {
            return nil
        }
        let days = (isBefore ? -count : count) * (unit == .week ? 7 : 1)
        return TimeSpan(.day(Day(number: day.number + days)))
    }

    /// One time, or one to another.
    mutating func range() -> TimeSpan? {
        if let span = attempt({ $0.pair { $0.takeDash() || $0.takeAny(["to", "until", "till", "through", "thru"]) } }) {
            return span
        }
        guard let draft = core() else { return nil }
        return draft.resolved(from: anchor, tense: tense)
    }

    /// Two times with something between; the year of one holds for the other.
    private mutating func pair(joined: (inout TimeGrammar) -> Bool) -> TimeSpan? {
        if let days = attempt({ $0.daysOfMonth(joined: joined) }) { return days.resolved(from: anchor, tense: tense) }
        if let years = attempt({ $0.shortYears() }) { return years }
        guard let first = core(), joined(&self) else { return nil }
        if takeAny(["present", "now", "date"]) || takeAll(["the", "present"]) {
            return first.resolved(from: anchor, tense: tense)?.onwards
        }
        _ = take("in")
        guard let last = core() else { return nil }
        guard let from = first.resolved(with: last, isFirst: true, anchor, tense),
            var to = last.resolved(with: first, isFirst: false, anchor, tense)
        else { return nil }
        if first.lacksYear, last.lacksYear, let start = from.from?.first,
            to.to.map({ $0.last.number < start.number }) ?? false
        {
            guard let later = last.span(in: start.date.year), let end = later.to?.last.number else { return nil }
            to = end < start.number ? last.span(in: start.date.year + 1) ?? later : later
        }
        return TimeSpan.from(from, to: to)
    }

    /// "2008-09", "2019/20": a span of years, which also covers the month that ISO 8601 would read.
    private mutating func shortYears() -> TimeSpan? {
        guard let year = fourDigitYear(), takeDash(), let end = word(), end.isGlued, end.digitCount == 2,
            let number = end.number, number > year % 100
        else { return nil }
        position += 1
        guard word()?.isGlued != true || !["-", "/"].contains(word()?.text ?? "") else { return nil }
        return TimeSpan(from: .year(year), to: .year(year / 100 * 100 + number))
    }
}

extension TimeDraft {
    /// This end of a range, in the year of the other end where only that has one.
    fileprivate func resolved(
        with other: TimeDraft, isFirst: Bool, _ anchor: TimeAnchor?, _ tense: TimeReader.Tense
    ) -> TimeSpan? {
        guard lacksYear, !other.lacksYear, let fixed = other.resolved(from: anchor, tense: tense),
            let year = (isFirst ? fixed.to?.last : fixed.from?.first)?.date.year, let span = span(in: year)
        else { return resolved(from: anchor, tense: tense) }
        if isFirst, let from = span.from?.first, let to = fixed.to?.last, from.number > to.number {
            return self.span(in: year - 1)
        }
        if !isFirst, let to = span.to?.last, let from = fixed.from?.first, to.number < from.number {
            return self.span(in: year + 1)
        }
        return span
    }
}
