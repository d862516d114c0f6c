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
        var reader = TokenReader(rest: Substring(text.foldedForm))
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

/// Reads the tokens of a folded text.
private struct TokenReader {
    var rest: Substring

    mutating func items() -> [[TextForm.Token]] {
        var items: [[TextForm.Token]] = [[]]
        var isAfterWord = false
        while let first = rest.first {
            if let number = takeNumber(isAfterWord: isAfterWord) {
                items[items.count - 1].append(number)
                isAfterWord = true
            } else if Self.separators.contains(first) || first.isWhitespace {
                if ",;+".contains(first), items.last?.isEmpty == false { items.append([]) }
                rest.removeFirst()
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
        let isNegative =
            !isAfterWord && "-−".contains(rest.first ?? " ") && rest.dropFirst().first?.isASCIIDigit == true
        let digits = rest.dropFirst(isNegative ? 1 : 0)
        var (text, index) = ("", digits.startIndex)
        while index < digits.endIndex {
            let character = digits[index]
            let next = digits[digits.index(after: index)...]
            if character.isASCIIDigit {
                text.append(character)
            } else if character == ".", !text.isEmpty, !text.contains("."), next.first?.isASCIIDigit == true {
                text.append(character)
            } else if character != "," || text.isEmpty || text.contains(".") || !Self.isGroup(next) {
                break
            }
            index = digits.index(after: index)
        }
        // "04" is a code, not the number four.
        let isCode = text.hasPrefix("0") && text.count > 1 && !text.hasPrefix("0.")
        guard !text.isEmpty else { return nil }
        rest = digits[index...]
        let number = isCode ? nil : WrittenNumber((isNegative ? "-" : "") + text)
        return number.map(TextForm.Token.number) ?? .word(text)
    }

    /// Whether exactly three digits come.
    private static func isGroup(_ text: Substring) -> Bool { text.prefix { $0.isASCIIDigit }.count == 3 }

    /// Letters and what belongs to them; digits belong to a word that they do not begin.
    private mutating func takeWord() -> String {
        let isLetter = rest.first?.isLetter == true
        let word = rest.prefix { character in
            !Self.separators.contains(character) && !character.isWhitespace && (isLetter || !character.isASCIIDigit)
        }
        rest = rest[word.endIndex...]
        return String(word)
    }

    private static let separators: Set<Character> = [
        ",", ";", ":", ".", "(", ")", "[", "]", "{", "}", "/", "+", "-", "−", "_", "*", "•", "|",
    ]
}
