/// The words and numbers of a text without the marks between them, in the items of which it is a list.
///
/// White space, case, punctuation and separators of thousands are form; words, numbers, signs, quotation marks and symbols of
/// units are not.
struct TextForm: Hashable, Sendable {
    /// A word in lower case, or a number.
    enum Token: Hashable, Sendable {
        case word(String)
        case number(WrittenNumber)
    }

    /// The tokens between commas, semicolons and pluses, in the order of the text; no item is empty.
    let items: [[Token]]

    /// The form of a text.
    init(_ text: String) {
        var reader = TokenReader(text.foldedForm)
        items = reader.items()
    }

    /// How this text stands to another.
    ///
    /// The same items in any order are the same text. Where only numbers differ they decide, by what they say up to their
    /// written precision. Other words are not comparable.
    func relation(to other: TextForm) -> Relation {
        if tokens == other.tokens || isReordering(of: other) { return .same }
        let pairs = zip(tokens, other.tokens)
        guard tokens.count == other.tokens.count else { return .incomparable }
        var relations: [Relation] = []
        for (a, b) in pairs {
            switch (a, b) {
            case (.word(let a), .word(let b)) where a == b: continue
            case (.number(let a), .number(let b)): relations.append(a.relationInPrecision(to: b))
            default: return .incomparable
            }
        }
        return .combined(relations)
    }

    private var tokens: [Token] { items.flatMap { $0 } }

    private func isReordering(of other: TextForm) -> Bool {
        guard items.count == other.items.count, items.count > 1 else { return false }
        var counts: [[Token]: Int] = [:]
        for item in items { counts[item, default: 0] += 1 }
        for item in other.items { counts[item, default: 0] -= 1 }
        return counts.values.allSatisfy { $0 == 0 }
    }
}

extension WrittenNumber {
    /// `same` for one number, `narrower` or `wider` when it is the other one written more or less precisely, else `disjoint`.
    func relationInPrecision(to other: WrittenNumber) -> Relation {
        if value == other.value { return .same }
        guard precision != other.precision else { return .disjoint }
        let (coarse, fine) = precision > other.precision ? (self, other) : (other, self)
        guard coarse.isRounding(of: fine) else { return .disjoint }
        return precision < other.precision ? .narrower : .wider
    }

    /// Whether this number is another one rounded to its last written digit; half a unit may go either way.
    func isRounding(of fine: WrittenNumber) -> Bool {
        let half = DecimalNumber(5, exponent: precision - 1)
        let distance = value.adding(fine.value.negated)
        return max(distance, distance.negated) <= half
    }
}

/// Reads the tokens of a folded text, scalar by scalar: what parts tokens is one scalar each.
private struct TokenReader {
    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func items() -> [[TextForm.Token]] {
        var items: [[TextForm.Token]] = [[]]
        var isAfterWord = false
        while place < scalars.count {
            if let number = takeNumber(isAfterWord: isAfterWord) {
                items[items.count - 1].append(number)
                isAfterWord = true
            } else if scalars[place].isBetweenTokens {
                if scalars[place].isBetweenItems, items.last?.isEmpty == false { items.append([]) }
                place += 1
                isAfterWord = false
            } else {
                items[items.count - 1].append(.word(takeWord()))
                isAfterWord = true
            }
        }
        return items.filter { !$0.isEmpty }
    }

    /// Digits with separators of thousands and a fraction; a dash before them is a sign when nothing stands before it.
    private mutating func takeNumber(isAfterWord: Bool) -> TextForm.Token? {
        let isNegative = !isAfterWord && scalars[place].isMinus && isDigit(at: place + 1)
        var index = place + (isNegative ? 1 : 0)
        guard isDigit(at: index) else { return nil }
        var (digits, hasPoint) = ("", false)
        while index < scalars.count {
            let isPoint = scalars[index] == "." && !hasPoint && isDigit(at: index + 1)
            if scalars[index].isASCIIDigit || isPoint {
                digits.unicodeScalars.append(scalars[index])
                hasPoint = hasPoint || isPoint
            } else if scalars[index] != "," || hasPoint || !isGroup(at: index + 1) {
                break
            }
            index += 1
        }
        place = index
        // "04" is a code, not the number four.
        let isCode = digits.hasPrefix("0") && digits.utf8.count > 1 && !digits.hasPrefix("0.")
        let number = isCode ? nil : WrittenNumber((isNegative ? "-" : "") + digits)
        return number.map(TextForm.Token.number) ?? .word(digits)
    }

    private func isDigit(at index: Int) -> Bool { index < scalars.count && scalars[index].isASCIIDigit }

    /// Whether exactly three digits come.
    private func isGroup(at index: Int) -> Bool {
        (index..<index + 3).allSatisfy(isDigit) && !isDigit(at: index + 3)
    }

    /// Letters and what belongs to them; digits belong to a word that they do not begin.
    private mutating func takeWord() -> String {
        let start = place
        let isLetter = scalars[start].properties.isAlphabetic
        while place < scalars.count, !scalars[place].isBetweenTokens, isLetter || !isDigit(at: place) { place += 1 }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[start..<place])
        return String(word)
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }

    fileprivate var isMinus: Bool { self == "-" || self == "\u{2212}" }

    fileprivate var isBetweenItems: Bool { self == "," || self == ";" || self == "+" }

    /// Whether this is white space, or a mark that parts words.
    fileprivate var isBetweenTokens: Bool {
        switch self {
        case "a"..."z", "0"..."9": false
        case " ", ",", ";", ":", ".", "(", ")", "[", "]", "{", "}", "/", "+", "-", "\u{2212}", "_", "*", "\u{2022}",
            "|":
            true
        default: properties.isWhitespace
        }
    }
}
