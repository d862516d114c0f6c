/// Reads a quantity as English news writes it: "US$30 million a month", "more than 80 planes", "12–21", "up to 5%".
///
/// What is left after the number and the words that belong to it is the unit. A text without a number, or with words that
/// cannot be placed, is not a quantity; neither is a date, a telephone number or an ordinal.
package struct QuantityReader {
    /// What has not been read yet: words with one space between them, in the case they were written in.
    var rest: Substring

    /// The quantity that `text` says, or `nil`.
    ///
    /// - Parameter unit: what is counted when the text does not say it.
    package static func read(_ text: String, unit: Unit? = nil) -> Quantity? {
        guard text.utf8.count <= longest else { return nil }
        return count(text) ?? readAnyForm(text, unit: unit)
    }

    /// The quantity that `text` says in whatever form, or `nil`.
    static func readAnyForm(_ text: String, unit: Unit? = nil) -> Quantity? {
        var reader = QuantityReader(rest: Substring(normalized(text)))
        return reader.quantity(defaultUnit: unit)
    }

    /// More bytes than a number is written with, and what it is of.
    private static let longest = 256

    private mutating func quantity(defaultUnit: Unit?) -> Quantity? {
        let qualifier = takeAny(Self.marks) ?? takeAny(Self.qualifiers) ?? .none
        skipSpace()
        if let share = takeShare() { return self.share(qualifier.form(share)) }
        guard let first = amount(joinsWords: qualifier != .between) else {
            guard qualifier == .none || qualifier == .about, let form = vagueNumber() else { return nil }
            return UnitReader.unit(rest, default: defaultUnit).map { Quantity(form, unit: $0) }
        }
        if let last = takeRangeEnd(after: first, mayBeAnd: qualifier == .between) {
            guard qualifier != .above, qualifier != .below, first.code == nil || last.code ?? first.code == first.code
            else { return nil }
            return finish(.range(first.sharingMagnitude(of: last).number, last.number), first, last, defaultUnit)
        }
        guard qualifier != .between else { return nil }
        let suffix = takeAny(Self.suffixes)
        guard suffix == nil || qualifier == .none || (suffix == .about && qualifier == .about) else { return nil }
        return finish((suffix ?? qualifier).form(first.number), first, first, defaultUnit)
    }

    private func finish(_ form: Quantity.Form, _ first: Amount, _ last: Amount, _ given: Unit?) -> Quantity? {
        UnitReader.unit(rest, code: last.code ?? first.code, default: given).map { Quantity(form, unit: $0) }
    }

    private init(rest: Substring) { self.rest = rest }
}

// MARK: ranges

extension QuantityReader {
    /// The upper end of a range, or `nil` with nothing taken: "–21", " to $7 million", "% to 7%".
    private mutating func takeRangeEnd(after first: Amount, mayBeAnd: Bool) -> Amount? {
        let start = rest
        let hasPercent = UnitReader.takePercent(&rest)
        skipSpace()
        let isDashed = takeDash()
        let isChoice = !isDashed && takeWord("or")
        if isDashed || isChoice || takeWord("to") || (mayBeAnd && takeWord("and")) {
            skipSpace()
            if let last = amount(joinsWords: true), !hasPercent || UnitReader.startsWithPercent(rest),
                !isDashed || isRange(first, last), !isChoice || areNeighbours(first, last)
            {
                return last
            }
        }
        rest = start
        return nil
    }

    /// Whether two figures joined by a dash are a range, and not a month ("2020-12") or a telephone number ("555-1234").
    private func isRange(_ first: Amount, _ last: Amount) -> Bool {
        let isTelephone = first.isPlain(digits: 3) && last.isPlain(digits: 4) && rest.isEmpty
        return !isTelephone && first.sharingMagnitude(of: last).number.value <= last.number.value
    }

    /// Whether "or" joins neighbours, as "two or three" does: then it leaves open which.
    private func areNeighbours(_ first: Amount, _ last: Amount) -> Bool {
        first.number.value.adding(DecimalNumber(1)) == last.number.value
    }

    private mutating func takeDash() -> Bool {
        guard let dash = rest.first, "–—-".contains(dash) else { return false }
        rest.removeFirst()
        return true
    }
}

// MARK: words around the number

extension QuantityReader {
    /// What the words before or after a number say of it.
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

    private static let marks: [(words: String, meaning: Qualifier)] = [
        (">=", .atLeast), ("≥", .atLeast), ("<=", .atMost), ("≤", .atMost), (">", .above), ("<", .below), ("~", .about),
        ("≈", .about),
    ]

    private static let suffixes: [(words: String, meaning: Qualifier)] = [
        ("+", .atLeast), (" or more", .atLeast), (" or fewer", .atMost), (" or less", .atMost), (" or so", .about),
        ("-odd", .about), (" odd", .about),
    ]

    private static let qualifiers: [(words: String, meaning: Qualifier)] = [
        ("more than", .above), ("greater than", .above), ("over", .above), ("just over", .above), ("well over", .above),
        ("above", .above), ("upwards of", .above), ("in excess of", .above), ("exceeding", .above),
        ("at least", .atLeast), ("no fewer than", .atLeast), ("no less than", .atLeast), ("not less than", .atLeast),
        ("a minimum of", .atLeast), ("less than", .below), ("fewer than", .below), ("under", .below),
        ("just under", .below), ("below", .below), ("up to", .atMost), ("at most", .atMost), ("no more than", .atMost),
        ("not more than", .atMost), ("as many as", .atMost), ("as much as", .atMost), ("a maximum of", .atMost),
        ("about", .about), ("around", .about), ("approximately", .about), ("approx.", .about), ("roughly", .about),
        ("some", .about), ("nearly", .about), ("almost", .about), ("an estimated", .about), ("estimated", .about),
        ("circa", .about), ("ca.", .about), ("close to", .about), ("just about", .about), ("as few as", .atLeast),
        ("as little as", .atLeast), ("between", .between), ("anywhere between", .between), ("from", .between),
        ("anywhere from", .between), ("exactly", .none), ("a total of", .none), ("a further", .none),
        ("an additional", .none), ("another", .none), ("a record", .none), ("only", .none), ("just", .none),
    ]
}

// MARK: reading

extension QuantityReader {
    /// One space for white space, nothing at the ends; a space that does not break a number is its separator of thousands.
    private static func normalized(_ text: String) -> String {
        if isNormalized(text.utf8) { return text }
        var result = ""
        for (index, character) in zip(text.indices, text) {
            let next = text[text.index(after: index)...].first
            if "\u{A0}\u{202F}\u{2009}".contains(character), result.last?.isASCIIDigit == true,
                next?.isASCIIDigit == true
            {
                result.append(",")
            } else if !character.isWhitespace {
                result.append(character)
            } else if !result.isEmpty, result.last != " " {
                result.append(" ")
            }
        }
        while let last = result.last, " .,;:".contains(last) { result.removeLast() }
        return result
    }

    /// Whether there is nothing to normalize: printable ASCII, single spaces, a letter, digit or other mark at the end.
    private static func isNormalized(_ text: String.UTF8View) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in text {
            guard 0x20...0x7E ~= byte, byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return !" .,;:".utf8.contains(last)
    }

    /// Takes the first words of the table that stand here, and returns what they mean.
    mutating func takeAny<Meaning>(_ table: [(words: String, meaning: Meaning)]) -> Meaning? {
        guard let first = rest.utf8.first else { return nil }
        let letter = (0x41...0x5A).contains(first) ? first | 0x20 : first
        // The labels are those of the tables: a table without them would be copied, element by element, at each call.
        for (words, meaning) in table {
            // Most words are told from what stands here by their first byte.
            if letter < 0x80, let own = words.utf8.first, own < 0x80, own != letter { continue }
            if takeWord(words) { return meaning }
        }
        return nil
    }

    /// Takes words in any case, if they stand here and, being letters, do not go on.
    mutating func takeWord(_ word: String) -> Bool {
        switch plainComparison(with: word) {
        case .differs: return false
        case .open: return takeAnyWord(word)
        case .ends(let end):
            rest = rest[end...]
            return true
        }
    }

    /// What is known of a word by the bytes of what stands here.
    private enum PlainComparison {
        case differs
        case ends(String.Index)
        /// Something is not ASCII.
        case open
    }

    private func plainComparison(with word: String) -> PlainComparison {
        let bytes = rest.utf8
        var (place, last) = (bytes.startIndex, UInt8(0))
        for own in word.utf8 {
            guard place < bytes.endIndex else { return .differs }
            let byte = bytes[place]
            guard byte < 0x80 else { return .open }
            if own >= 0x80 {
                let after = bytes.index(after: place)
                // A letter and its accent may be one that the word has as one.
                return after < bytes.endIndex && bytes[after] >= 0x80 ? .open : .differs
            }
            guard (0x41...0x5A).contains(byte) ? byte | 0x20 == own : byte == own else { return .differs }
            (place, last) = (bytes.index(after: place), own)
        }
        guard place < bytes.endIndex else { return .ends(place) }
        let next = bytes[place]
        guard next < 0x80 else { return .open }
        let goesOn = next.isASCIIDigit || (0x61...0x7A).contains(next | 0x20)
        return (0x61...0x7A).contains(last) && goesOn ? .differs : .ends(place)
    }

    private mutating func takeAnyWord(_ word: String) -> Bool {
        guard rest.prefix(word.count).lowercased() == word else { return false }
        let after = rest.dropFirst(word.count)
        if word.last?.isLetter == true, let next = after.first, next.isLetter || next.isNumber { return false }
        rest = after
        return true
    }

    mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }
}

extension Character {
    var isASCIIDigit: Bool { isASCII && isNumber }
}
