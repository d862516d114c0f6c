/// A run of letters, a run of digits, or one mark.
struct TimeWord: Hashable, Sendable {
    /// In lower case.
    let text: String
    /// The number that digits say, up to nine of them.
    let number: Int?
    /// UTF-8 bytes of the words it was read from.
    let range: Range<Int>
    /// Whether nothing stands between it and the word before.
    let isGlued: Bool
    let isCapitalised: Bool

    var digitCount: Int { number == nil ? 0 : text.utf8.count }
    var isWord: Bool { number == nil && text.unicodeScalars.first?.properties.isAlphabetic == true }

    private enum Kind { case letters, digits, mark, space }

    /// The words of a text, white space left out.
    static func words(in text: String) -> [TimeWord] {
        var words: [TimeWord] = []
        var (run, kind, start, end) = (String.UnicodeScalarView(), Kind.space, 0, 0)
        func finish() {
            guard kind != .space, let first = run.first else { return }
            let string = String(run)
            words.append(
                TimeWord(
                    text: string.lowercased(), number: kind == .digits && string.utf8.count <= 9 ? Int(string) : nil,
                    range: start..<end, isGlued: words.last?.range.upperBound == start,
                    isCapitalised: first.properties.isUppercase))
        }
        for scalar in text.unicodeScalars {
            let next = Self.kind(scalar)
            if next != kind || next == .mark {
                finish()
                (run, kind, start) = (String.UnicodeScalarView(), next, end)
            }
            run.append(scalar == "’" ? "'" : scalar)
            end += UTF8.width(scalar)
        }
        finish()
        return words
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        if ("0"..."9").contains(scalar) { return .digits }
        if scalar.properties.isWhitespace { return .space }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark ? .letters : .mark
    }
}
