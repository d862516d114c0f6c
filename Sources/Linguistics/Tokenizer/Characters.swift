/// What kinds of characters there are, as the model was trained to see them.
extension Unicode.Scalar {
    /// Bidirectional white space or separators, and spaces.
    var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Letters of any kind.
    var isLetter: Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// Digits, superscripts among them.
    var isDigit: Bool {
        if value < 0x80 { return (0x30...0x39).contains(value) }
        return properties.numericType == .decimal || properties.numericType == .digit
    }
}

extension String {
    /// Whether it is letters alone, and at least one.
    var isAlphabetic: Bool { !isEmpty && unicodeScalars.allSatisfy(\.isLetter) }

    /// Whether it is white space alone, and some.
    var isSpace: Bool { !isEmpty && unicodeScalars.allSatisfy(\.isSpace) }

    /// In small letters, with the form that sigma has at the end of a word.
    var lowered: String {
        let lower = lowercased()
        guard unicodeScalars.contains("\u{3A3}") else { return lower }
        let letters = Array(unicodeScalars)
        return letters.indices.map { place in
            letters[place] == "\u{3A3}" && isFinal(place, letters)
                ? "\u{3C2}" : letters[place].properties.lowercaseMapping
        }.joined()
    }

    private func isFinal(_ place: Int, _ letters: [Unicode.Scalar]) -> Bool {
        let before = letters[..<place].last { !$0.properties.isCaseIgnorable }
        let after = letters[(place + 1)...].first { !$0.properties.isCaseIgnorable }
        return before?.properties.isCased == true && after?.properties.isCased != true
    }

    /// The pattern of its letters and digits, no more than four of a kind together: `Xxxxx`, `dd-xxx`.
    var wordShape: String {
        var shape = UnicodeScalarView()
        var last: Unicode.Scalar?
        var (run, count) = (0, 0)
        for letter in unicodeScalars {
            count += 1
            if count >= 100 { return "LONG" }
            let kind: Unicode.Scalar =
                letter.isLetter ? (letter.properties.isUppercase ? "X" : "x") : letter.isDigit ? "d" : letter
            run = kind == last ? run + 1 : 0
            last = kind
            if run < 4 { shape.append(kind) }
        }
        return String(shape)
    }
}
