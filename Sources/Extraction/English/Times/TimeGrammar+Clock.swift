// MARK: clock times, which a date does not keep

extension TimeGrammar {
    /// "at 5 p.m.", "around noon", "14:06 GMT" before a date.
    mutating func takeClock() -> Bool {
        attempt { grammar -> Bool? in
            _ = grammar.takeAll(["shortly", "after"]) || grammar.takeAny(["at", "around", "about", "by"])
            return grammar.clock() ? true : nil
        } ?? false
    }

    /// Whether a clock time is next.
    var startsClock: Bool {
        var grammar = self
        return grammar.clock()
    }

    private mutating func clock() -> Bool {
        if takeAny(["noon", "midnight"]) { return true }
        guard let hour = word()?.number, hour <= 24 else { return false }
        position += 1
        var isClock = false
        if [":", "."].contains(word()?.text ?? ""), word()?.isGlued == true, let minute = word(1), minute.isGlued,
            minute.digitCount == 2
        {
            isClock = words[position].text == ":"
            position += 2
            if word()?.text == ":", word(1)?.digitCount == 2 { position += 2 }
        }
        if takeAny(["am", "pm"]) || takeAll(["a", ".", "m"]) || takeAll(["p", ".", "m"]) {
            isClock = true
            if word()?.text == ".", word()?.isGlued == true { position += 1 }
        }
        _ = takeAll(["local", "time"])
        if let zone = word(), TimeLexicon.zones.contains(zone.text) {
            isClock = true
            position += 1
        }
        return isClock
    }

    /// What tells the hour after a day: "night", ", at 5 p.m.", "- 14:06".
    mutating func takeTimeOfDay() {
        _ = attempt { grammar -> Bool? in
            _ = grammar.takeAny(["early", "late", "at", "in"])
            _ = grammar.take("the")
            guard let word = grammar.word(), TimeLexicon.dayParts.contains(word.text) else { return nil }
            grammar.position += 1
            _ = grammar.takeAll(["local", "time"])
            return true
        }
        _ = attempt { grammar -> Bool? in
            _ = grammar.takeAny([",", "-", "–"])
            return grammar.takeClock() ? true : nil
        }
    }
}
