extension QuantityReader {
    /// One number as it stands in a text: "US$1.5bn" is 1.5 with power 9 and the code USD.
    struct Amount {
        /// The number before its magnitude.
        var plain: WrittenNumber
        /// The power of ten of "million" and the like; 0 without one.
        var power = 0
        /// The currency whose sign stands before it.
        var code: String?
        /// How many digits it was written with when it was written with digits only, otherwise 0.
        var digitCount = 0

        var number: WrittenNumber { plain.scaled(byPowerOfTen: power) }

        func isPlain(digits: Int) -> Bool { digitCount == digits && power == 0 && code == nil }

        /// The lower end of "5–7 million" is five million; that of "900 to 1.2 million" is nine hundred.
        func sharingMagnitude(of upper: Amount) -> Amount {
            var shared = self
            if power == 0, plain.value <= upper.plain.value { shared.power = upper.power }
            return shared
        }
    }

    /// A number with its sign, currency and magnitude, or `nil` with nothing taken.
    ///
    /// - Parameter joinsWords: whether "and" may stand in the number: "two hundred and fifty".
    mutating func amount(joinsWords: Bool) -> Amount? {
        let start = rest
        let isNegative = takeMinus()
        let code = takeCurrency()
        guard var amount = digits(isNegative || takeMinus()) ?? wordNumber(joinsWords: joinsWords && !isNegative) else {
            rest = start
            return nil
        }
        amount.code = code
        amount.power = takeMagnitudes(afterCurrency: code != nil)
        return amount.power <= Self.maximumPower ? amount : nil
    }

    private mutating func takeMinus() -> Bool {
        if takeWord("minus ") { return true }
        guard let sign = rest.first, "-−".contains(sign) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func takeCurrency() -> String? {
        if let code = takeAny(Currency.signs) {
            skipSpace()
            return code
        }
        let letters = rest.prefix { $0.isASCII && $0.isUppercase }
        guard let code = Currency.code(String(letters)) else { return nil }
        let after = rest[letters.endIndex...].drop(while: \.isWhitespace)
        guard let next = after.first, next.isASCIIDigit || "-−".contains(next) else { return nil }
        rest = after
        return code
    }

    private mutating func takeMagnitudes(afterCurrency: Bool) -> Int {
        var power = 0
        while true {
            let mark = rest
            if afterCurrency, rest.first == "-" { rest.removeFirst() }
            skipSpace()
            let mayBeLetter = power == 0 && (afterCurrency || standsBeforeCurrencyWord)
            if let more = takeAny(Self.magnitudes) ?? (mayBeLetter ? takeAny(Self.letters) : nil) {
                power += more
            } else {
                rest = mark
                return power
            }
        }
    }

    /// Whether one letter and then a currency follow: "13m euros".
    private var standsBeforeCurrencyWord: Bool {
        var reader = self
        guard reader.takeAny(Self.letters) != nil, reader.rest.first == " " else { return false }
        return Currency.words[reader.rest.dropFirst().lowercased()] != nil
    }

    /// Nothing that is counted goes beyond; the normal form holds it.
    private static let maximumPower = 24

    static let magnitudes: [(words: String, meaning: Int)] = [
        ("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("mln", 6), ("bln", 9),
        ("mn", 6), ("bn", 9), ("tn", 12),
    ]

    /// What stands for a magnitude only beside a currency: "5m" alone is five metres.
    private static let letters: [(words: String, meaning: Int)] = [("k", 3), ("m", 6), ("b", 9)]
}

// MARK: digits

extension QuantityReader {
    private mutating func digits(_ isNegative: Bool) -> Amount? {
        var remaining = rest
        let hasPlus = !isNegative && remaining.first == "+"
        if hasPlus { remaining.removeFirst() }
        var whole = remaining.prefix { $0.isASCIIDigit || $0 == "," }
        while whole.last == "," { whole.removeLast() }
        guard Self.isGrouped(whole), !(hasPlus && whole.count > 6 && !whole.contains(",")) else { return nil }
        remaining = remaining[whole.endIndex...]
        var text = (isNegative ? "-" : "") + whole.filter { $0 != "," }
        var digitCount = whole.contains(",") || isNegative || hasPlus ? 0 : whole.count
        if remaining.first == ".", remaining.dropFirst().first?.isASCIIDigit == true {
            let fraction = remaining.dropFirst().prefix { $0.isASCIIDigit }
            text += "." + fraction
            digitCount = 0
            remaining = remaining[fraction.endIndex...]
        }
        guard let number = WrittenNumber(text) else { return nil }
        rest = remaining
        return Amount(plain: number, digitCount: digitCount)
    }

    /// Digits that do not start with 0, with commas only before groups of three: "1,5" cannot be read without guessing.
    private static func isGrouped(_ text: Substring) -> Bool {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty, first == "0" || first.first != "0" else { return false }
        return groups.count == 1
            || (first != "0" && first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    }
}

// MARK: words

extension QuantityReader {
    /// "twenty-one", "two hundred and fifty", "a dozen", "half a" million.
    private mutating func wordNumber(joinsWords: Bool) -> Amount? {
        if takeWord("half a dozen") { return Amount(plain: .init(DecimalNumber(6), precision: 0)) }
        if takeWord("half a"), standsBeforeMagnitude {
            return Amount(plain: .init(DecimalNumber(5, exponent: -1), precision: -1))
        }
        guard let head = belowHundred() ?? (takeWord("a") && standsBeforeMagnitude ? 1 : nil) else { return nil }
        if takeWord(" dozen") { return Amount(plain: .init(DecimalNumber(head * 12), precision: 0)) }
        guard takeWord(" hundred") else { return Amount(plain: .init(DecimalNumber(head), precision: 0)) }
        let mark = rest
        if !joinsWords || !takeWord(" and") { rest = mark }
        skipSpace()
        guard let tail = belowHundred() else {
            rest = mark
            return Amount(plain: .init(DecimalNumber(head * 100), precision: 2))
        }
        return Amount(plain: .init(DecimalNumber(head * 100 + tail), precision: 0))
    }

    private var standsBeforeMagnitude: Bool {
        var reader = self
        reader.skipSpace()
        return reader.takeAny(Self.magnitudes) != nil || reader.takeWord("dozen")
    }

    private mutating func belowHundred() -> Int128? {
        guard let tens = takeAny(Self.tens) else { return takeAny(Self.ones) }
        let mark = rest
        if rest.first == "-" || rest.first == " " { rest.removeFirst() }
        if let ones = takeAny(Self.ones), (1...9).contains(ones) { return tens + ones }
        rest = mark
        return tens
    }

    private static let ones: [(words: String, meaning: Int128)] = [
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
        ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
        ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19),
    ]

    private static let tens: [(words: String, meaning: Int128)] = [
        ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80),
        ("ninety", 90),
    ]

    /// "hundreds of millions" of dollars: from two hundred million to under a thousand million; "several hundred" people.
    mutating func vagueNumber() -> Quantity.Form? {
        if takeWord("several ") || takeWord("a few ") {
            guard let power = takeAny(Self.magnitudes), power == 2 || power == 3 || power >= 6 else { return nil }
            return Self.range(2, 10, power: power)
        }
        guard let (low, limit) = takeAny(Self.vague) else { return nil }
        let mark = rest
        let power = takeWord(" of ") ? takeAny(Self.magnitudes.map { ($0.words + "s", $0.meaning) }) : nil
        if power == nil { rest = mark }
        _ = takeWord(" of")
        return Self.range(low, limit, power: power ?? 0)
    }

    /// From so many to one less than so many, both times a power of ten.
    private static func range(_ low: Int128, _ limit: Int128, power: Int) -> Quantity.Form {
        let highest = DecimalNumber(limit, exponent: power).adding(DecimalNumber(-1))
        return .range(
            WrittenNumber(DecimalNumber(low, exponent: power), precision: 0), WrittenNumber(highest, precision: 0))
    }

    /// The least that the word stands for, and what it stays below.
    private static let vague: [(words: String, meaning: (low: Int128, limit: Int128))] = [
        ("dozens", (24, 100)), ("tens", (20, 100)), ("hundreds", (200, 1000)), ("thousands", (2000, 1_000_000)),
        ("millions", (2_000_000, 1_000_000_000)), ("billions", (2_000_000_000, 1_000_000_000_000)),
    ]
}
