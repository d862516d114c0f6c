/// Reads what a quantity counts or measures: "million" is gone, " Qatari prisoners a month" is left.
enum UnitReader {
    /// The unit in what follows a number, or `nil` when the words cannot be a unit.
    ///
    /// - Parameters:
    ///   - code: the currency whose sign stood before the number.
    ///   - given: what is counted when the text does not say it.
    static func unit(_ text: Substring, code: String? = nil, default given: Unit?) -> Unit? {
        var text = text
        let isPercent = takePercent(&text)
        let isGlued = text.first.map { $0 != " " } ?? false
        var words = text.split(separator: " ").map(String.init)
        let period = takePeriod(&words)
        if let first = words.first, ["more", "other", "others", "additional", "further"].contains(first) {
            words.removeFirst()
        }
        let noun = words.joined(separator: " ")
        if let code = isPercent ? "%" : code {
            guard noun.isEmpty || (isPercent && noun.hasPrefix("of ") && isNoun(Array(words.dropFirst()))) else {
                return nil
            }
            return unit(noun.isEmpty ? code : "\(code) \(noun.lowercased())", per: period)
        }
        if noun.isEmpty { return unit(given?.symbol ?? "", per: period) }
        if let known = known(noun) { return unit(known, per: period) }
        return !isGlued && isNoun(words) ? unit(singular(noun), per: period) : nil
    }

    /// The unit that somebody names: "people" and "person" are one; a normal form is its own name.
    static func unit(named name: String) -> Unit {
        Measure.named[name] == nil ? unit(" \(name)", default: nil) ?? Unit(symbol: name) : Unit(symbol: name)
    }

    private static func unit(_ symbol: String, per period: String?) -> Unit {
        Unit(symbol: period.map { "\(symbol)/\($0)" } ?? symbol)
    }

    /// A currency, or a measure and what is measured: "USD", "bbl of oil".
    private static func known(_ noun: String) -> String? {
        let lowered = noun.lowercased()
        if let currency = Currency.words[lowered] ?? Currency.code(noun) { return currency }
        let head = lowered.firstRange(of: " of ").map { lowered[..<$0.lowerBound] } ?? lowered[...]
        // "5G" and "3M" are names; "5g" and "3m" are not.
        guard let symbol = Measure.symbols[String(head)], noun.count > 1 || noun == lowered || noun == symbol else {
            return nil
        }
        // "18 years of age for men; none for women" measures nothing that has a name.
        let measured = lowered.dropFirst(head.count).split(separator: " ").dropFirst().map(String.init)
        guard measured.isEmpty || isNoun(measured) else { return nil }
        return symbol + lowered.dropFirst(head.count)
    }
}

// MARK: percent and periods

extension UnitReader {
    /// Whether a text goes on with per cent.
    static func startsWithPercent(_ text: Substring) -> Bool {
        var text = text
        return takePercent(&text)
    }

    /// Takes "%", " percent", " per cent" or " pct".
    static func takePercent(_ text: inout Substring) -> Bool {
        let after = text.drop(while: \.isWhitespace)
        guard let first = after.utf8.first, first >= 0x80 || first == UInt8(ascii: "%") || first | 0x20 == 0x70 else {
            return false
        }
        for word in ["%", "percent", "per cent", "pct"] where after.prefix(word.count).lowercased() == word {
            let rest = after.dropFirst(word.count)
            if word == "%" || rest.first?.isLetter != true {
                text = rest
                return true
            }
        }
        return false
    }

    /// Removes "a year", "per person", "/day", "annually" from the end and returns the period.
    private static func takePeriod(_ words: inout [String]) -> String? {
        guard let last = words.last?.lowercased() else { return nil }
        if let period = adverbs[last] {
            words.removeLast()
            return period
        }
        if let slash = last.firstIndex(of: "/"), let period = Measure.symbols[String(last[last.index(after: slash)...])]
        {
            words[words.count - 1] = String(words[words.count - 1].prefix { $0 != "/" })
            words.removeAll(where: \.isEmpty)
            return period
        }
        guard words.count >= 2, ["a", "an", "per", "each", "every"].contains(words[words.count - 2].lowercased()),
            let period = Measure.symbols[last]
                ?? (words[words.count - 2] == "per" && isNoun([last]) ? singular(last) : nil)
        else { return nil }
        words.removeLast(2)
        return period
    }

    private static let adverbs = [
        "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "h",
    ]
}

// MARK: things that are counted

extension UnitReader {
    /// Whether words can name what is counted: "Qatari prisoners", "members of parliament", not "in custody" or "Downing Street".
    private static func isNoun(_ words: [String]) -> Bool {
        guard (1...4).contains(words.count), words[0].lowercased() != "of", words.last?.lowercased() != "of" else {
            return false
        }
        let areWords = words.allSatisfy { word in
            word.first?.isLetter == true && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
        }
        // "18 batches of Syrian refugees" counts batches; "10 Downing Street" counts nothing.
        let isOfName = words.contains("of") && words.first?.first?.isLowercase == true
        let isName = words.count > 1 && words.last?.first?.isUppercase == true && !isOfName
        return areWords && !isName && !words.contains { notNouns.contains($0.lowercased()) }
    }

    /// Words that make what follows a number something other than what is counted: a date, an age, a place, another number.
    private static let notNouns: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "a", "am",
        "pm",
        "ad", "bc", "ago", "est", "estimate", "estimated", "old", "later", "earlier", "and", "or", "in", "on", "at",
        "to", "by", "from", "for", "with",
        "than", "the", "as", "is", "are", "was", "were", "be", "after", "before", "between", "hundred", "hundreds",
        "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "trillions", "dozen",
        "dozens",
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
        "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "half", "dollar", "dollars", "euro",
        "euros",
    ]

    /// The counted word in lower case and in the singular, by the regular rules and the irregular nouns that news counts.
    private static func singular(_ noun: String) -> String {
        let noun = noun.lowercased()
        if let of = noun.firstRange(of: " of ") {
            return singular(String(noun[..<of.lowerBound])) + noun[of.lowerBound...]
        }
        let head = noun.lastIndex(of: " ").map { noun[...$0] } ?? ""
        return head + singular(word: noun.dropFirst(head.count))
    }

    private static func singular(word: Substring) -> String {
        if let known = irregular[String(word)] { return known }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        if ["ches", "shes", "sses", "xes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
        let isPlural = word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us") && !word.hasSuffix("is")
        return String(isPlural && word.count > 3 ? word.dropLast() : word)
    }

    private static let irregular = [
        "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "lives": "life",
        "policemen": "policeman", "servicemen": "serviceman", "fishermen": "fisherman", "crises": "crisis",
        "buses": "bus", "viruses": "virus", "series": "series", "species": "species",
    ]
}
