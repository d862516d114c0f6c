/// Reads a quantity as English news writes it: "US$30 million a month", "more than 80 planes", "12–21", "up to 5%".
///
/// What is left after the number and the words that belong to it is the unit. A text without a number, or with words that
/// cannot be placed, is not a quantity.
package struct QuantityReader {
    private var rest: Substring

    /// The quantity that `text` says, or `nil`.
    ///
    /// - Parameter unit: what is counted when the text does not say it.
    package static func read(_ text: String, unit: Unit? = nil) -> Quantity? {
        var reader = QuantityReader(rest: Substring(text.lowercased()))
        return reader.quantity(defaultUnit: unit)
    }

    private mutating func quantity(defaultUnit: Unit?) -> Quantity? {
        skipSpace()
        let qualifier = takeQualifier()
        let opensRange = qualifier == .between
        var code = takeSign()
        guard var low = number() else { return vagueMagnitude(defaultUnit: defaultUnit) }
        var form = Quantity.Form.figure(low)
        skipSpace()
        if takeRangeMark(afterBetween: opensRange) {
            code = takeSign() ?? code
            guard let high = number() else { return nil }
            if low.precision == 0, high.precision > 0, low.value.magnitude < DecimalNumber(1000) {
                low = low.scaled(byPowerOfTen: magnitudeOfLastNumber)
            }
            form = .range(low, high)
        } else if opensRange {
            return nil
        } else {
            form = qualifier.form(low)
        }
        guard let unit = takeUnit(code: code, default: defaultUnit) else { return nil }
        return Quantity(form, unit: unit)
    }

    private var magnitudeOfLastNumber = 0

    private init(rest: Substring) { self.rest = rest }
}

// MARK: numbers

extension QuantityReader {
    private mutating func number() -> WrittenNumber? {
        magnitudeOfLastNumber = 0
        guard let plain = digits() ?? wordNumber() else { return nil }
        let mark = rest
        skipSpace()
        for (word, power) in Self.magnitudes where takeWord(word) {
            magnitudeOfLastNumber = power
            return plain.scaled(byPowerOfTen: power)
        }
        rest = mark
        return plain
    }

    private mutating func digits() -> WrittenNumber? {
        var text = ""
        var remaining = rest
        if let sign = remaining.first, "-−+".contains(sign) {
            if sign != "+" { text = "-" }
            remaining.removeFirst()
        }
        var whole = remaining.prefix { $0.isASCIIDigit || $0 == "," }
        while whole.last == "," { whole.removeLast() }
        guard Self.isGrouped(whole) else { return nil }
        remaining = remaining[whole.endIndex...]
        text += whole.filter { $0 != "," }
        if remaining.first == ".", let next = remaining.dropFirst().first, next.isASCIIDigit {
            let fraction = remaining.dropFirst().prefix { $0.isASCIIDigit }
            text += "." + fraction
            remaining = remaining[fraction.endIndex...]
        }
        guard let number = WrittenNumber(text) else { return nil }
        rest = remaining
        return number
    }

    /// Digits, with commas only before groups of three: "1,5" is nothing that can be read without guessing.
    private static func isGrouped(_ text: Substring) -> Bool {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty else { return false }
        return groups.count == 1 || (first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    }

    private mutating func wordNumber() -> WrittenNumber? {
        for (word, value) in Self.words where takeWord(word) {
            return WrittenNumber(DecimalNumber(value), precision: 0)
        }
        return nil
    }

    /// "hundreds of millions of dollars": from two hundred million to under a thousand million.
    private mutating func vagueMagnitude(defaultUnit: Unit?) -> Quantity? {
        for (word, power) in [
            ("dozens", 1), ("tens", 1), ("hundreds", 2), ("thousands", 3), ("millions", 6), ("billions", 9),
        ]
        where takeWord(word) {
            var scale = power
            let mark = rest
            skipSpace()
            if takeWord("of") {
                skipSpace()
                if let inner = Self.magnitudes.first(where: { takeWord($0.word + "s") }) {
                    scale += inner.power
                } else {
                    rest = mark
                }
            } else {
                rest = mark
            }
            skipSpace()
            _ = takeWord("of")
            guard let unit = takeUnit(code: nil, default: defaultUnit) else { return nil }
            let low = WrittenNumber(DecimalNumber(2, exponent: scale), precision: 0)
            let span = scale - power + (power == 1 ? 2 : power < 3 ? power + 1 : power + 3)
            let high = WrittenNumber(DecimalNumber(1, exponent: span).adding(DecimalNumber(-1)), precision: 0)
            return Quantity(.range(low, high), unit: unit)
        }
        return nil
    }

    private static let magnitudes: [(word: String, power: Int)] = [
        ("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("mln", 6), ("bln", 9),
        ("mn", 6),
        ("bn", 9), ("tn", 12),
    ]

    private static let words: [(String, Int128)] = [
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
        ("eight", 8),
        ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15),
        ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30),
        ("forty", 40),
        ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90), ("a dozen", 12),
    ]
}

// MARK: words around the number

extension QuantityReader {
    private enum Qualifier {
        case none, about, above, atLeast, below, atMost, between

        func form(_ number: WrittenNumber) -> Quantity.Form {
            switch self {
            case .none, .between: .figure(number)
            case .about: .approximate(number)
            case .above: .above(number)
            case .atLeast: .atLeast(number)
            case .below: .below(number)
            case .atMost: .atMost(number)
            }
        }
    }

    private static let qualifiers: [(String, Qualifier)] = [
        ("more than", .above), ("greater than", .above), ("over", .above), ("above", .above), ("upwards of", .above),
        ("in excess of", .above), ("exceeding", .above), ("at least", .atLeast), ("no fewer than", .atLeast),
        ("no less than", .atLeast), ("not less than", .atLeast), ("a minimum of", .atLeast), ("less than", .below),
        ("fewer than", .below), ("under", .below), ("below", .below), ("up to", .atMost), ("at most", .atMost),
        ("no more than", .atMost), ("not more than", .atMost), ("as many as", .atMost), ("as much as", .atMost),
        ("a maximum of", .atMost), ("about", .about), ("around", .about), ("approximately", .about),
        ("approx.", .about),
        ("roughly", .about), ("some", .about), ("nearly", .about), ("almost", .about), ("an estimated", .about),
        ("estimated", .about), ("circa", .about), ("ca.", .about), ("between", .between), ("from", .between),
        ("exactly", .none),
    ]

    private mutating func takeQualifier() -> Qualifier {
        for (mark, qualifier) in [
            (">=", Qualifier.atLeast), ("≥", .atLeast), ("<=", .atMost), ("≤", .atMost), (">", .above),
            ("<", .below), ("~", .about), ("≈", .about),
        ]
        where rest.hasPrefix(mark) {
            rest.removeFirst(mark.count)
            skipSpace()
            return qualifier
        }
        for (words, qualifier) in Self.qualifiers where takeWord(words) {
            skipSpace()
            return qualifier
        }
        return .none
    }

    private mutating func takeRangeMark(afterBetween: Bool) -> Bool {
        let mark = rest
        if let dash = rest.first, "–—-".contains(dash) {
            rest.removeFirst()
        } else if !(takeWord("to") || (afterBetween && takeWord("and"))) {
            return false
        }
        skipSpace()
        if rest.first.map({ $0.isASCIIDigit || Currency.signs.map(\.sign).joined().lowercased().contains($0) }) == true
        {
            return true
        }
        rest = mark
        return false
    }

    private mutating func takeSign() -> String? {
        for (sign, code) in Currency.signs where rest.hasPrefix(sign.lowercased()) {
            rest.removeFirst(sign.count)
            skipSpace()
            return code
        }
        let code = rest.prefix(3).uppercased()
        guard Currency.codes.contains(code), rest.dropFirst(3).first.map({ $0.isASCIIDigit || $0.isWhitespace }) == true
        else { return nil }
        rest.removeFirst(3)
        skipSpace()
        return code
    }

    /// The unit in what is left, or `nil` when the rest cannot be a unit.
    private mutating func takeUnit(code: String?, default given: Unit?) -> Unit? {
        var words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
        if let first = words.first, first.hasPrefix("%") {
            words[0] = String(first.dropFirst())
            words.removeAll(where: \.isEmpty)
            return Self.unit("%", per: Self.takePeriod(&words), rest: words)
        }
        let period = Self.takePeriod(&words)
        let noun = words.joined(separator: " ")
        if let code { return Self.unit(code, per: period, rest: words) }
        if ["percent", "per cent", "pct"].contains(noun) { return Self.unit("%", per: period, rest: []) }
        if let currency = Currency.words[noun] ?? Self.currencyCode(noun) {
            return Self.unit(currency, per: period, rest: [])
        }
        if let symbol = Measure.symbols[noun] { return Self.unit(symbol, per: period, rest: []) }
        if noun.isEmpty { return Self.unit(given?.symbol ?? "", per: period, rest: []) }
        guard words.count <= 4, noun.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" || $0 == "'" }) else {
            return nil
        }
        return Self.unit(Self.singular(noun), per: period, rest: [])
    }

    private static func unit(_ symbol: String, per period: String?, rest: [String]) -> Unit? {
        guard rest.isEmpty else { return nil }
        return Unit(symbol: period.map { "\(symbol)/\($0)" } ?? symbol)
    }

    private static func currencyCode(_ noun: String) -> String? {
        Currency.codes.contains(noun.uppercased()) ? noun.uppercased() : nil
    }

    /// Removes "a year", "per month", "/day", "annually" from the end and returns the period.
    private static func takePeriod(_ words: inout [String]) -> String? {
        let adverbs = [
            "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "h",
        ]
        if let last = words.last, let period = adverbs[last] {
            words.removeLast()
            return period
        }
        if words.count >= 2, ["a", "an", "per", "each", "every"].contains(words[words.count - 2]),
            let period = Measure.symbols[words[words.count - 1]]
        {
            words.removeLast(2)
            return period
        }
        guard let last = words.last, let slash = last.firstIndex(of: "/"),
            let period = Measure.symbols[String(last[last.index(after: slash)...])]
        else { return nil }
        words[words.count - 1] = String(last[..<slash])
        words.removeAll(where: \.isEmpty)
        return period
    }

    /// The last word in the singular, by the regular rules and the irregular nouns that news counts.
    private static func singular(_ noun: String) -> String {
        let irregular = [
            "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
            "lives": "life",
        ]
        let head = noun.split(separator: " ").dropLast().map { $0 + " " }.joined()
        let last = String(noun.dropFirst(head.count))
        if let known = irregular[last] { return head + known }
        if last.hasSuffix("ies"), last.count > 4 { return head + last.dropLast(3) + "y" }
        if ["ches", "shes", "sses", "xes"].contains(where: last.hasSuffix) { return head + last.dropLast(2) }
        if last.hasSuffix("s"), !last.hasSuffix("ss"), !last.hasSuffix("us"), last.count > 2 {
            return head + last.dropLast()
        }
        return noun
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard rest.hasPrefix(word) else { return false }
        let after = rest.dropFirst(word.count)
        guard after.first.map({ !$0.isLetter && !$0.isNumber }) ?? true else { return false }
        rest = after
        return true
    }

    private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }
}

extension Character {
    var isASCIIDigit: Bool { isASCII && isNumber }
}
