/// Text that is safe to lay out: everything that a terminal or a reader's eye would not show is spelled out.
///
/// The one place where untrusted text is made harmless. It looks at Unicode scalars, never at `Character`, which joins a quotation
/// mark and the combining mark after it into one.
package struct VisibleText: Hashable, Sendable {
    /// The text.
    package let text: String

    /// Columns after which a text is cut, unless told otherwise.
    package static let defaultLimit = 400

    /// Marks that may follow one letter; more are counted instead of shown.
    static let maximumMarks = 8

    /// Makes a text harmless.
    ///
    /// Controls become their pictures (`␛`), other hidden scalars their numbers (`‹U+202E›`). Runs of white space become one
    /// space, and ` ¶ ` where they hold an empty line. What is wider than `limit` columns is cut, and the rest is counted.
    package init(_ raw: String, limit: Int = defaultLimit) {
        guard !Self.isPlain(raw, limit: limit) else {
            text = raw
            return
        }
        var builder = Builder(limit: limit)
        for scalar in raw.unicodeScalars { builder.append(scalar) }
        text = builder.finished
    }

    /// Whether it is short visible ASCII with single spaces inside, as nearly every text is: then nothing is to be done.
    private static func isPlain(_ raw: String, limit: Int) -> Bool {
        var last: UInt8 = 0x20
        var count = 0
        for byte in raw.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != 0x20 || last != 0x20 else { return false }
            last = byte
            count += 1
        }
        return count <= limit && (last != 0x20 || count == 0)
    }

    /// A part or a joining of texts that are harmless already.
    private init(checked: String) { text = checked }

    /// One space, at which a line may be folded.
    package static let space = VisibleText(checked: " ")
    /// One space, at which it may not.
    package static let noBreakSpace = VisibleText(checked: "\u{A0}")
    /// A wider space, at which a line may be folded.
    package static let wideSpace = VisibleText(checked: "\u{2002}")

    /// Whether the scalar shows nothing, or changes how its neighbours are shown.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20..<0x7F).contains(scalar.value) { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// What stands for a hidden scalar.
    static func picture(of scalar: Unicode.Scalar) -> String {
        if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return String(picture) }
        if scalar.value == 0x7F { return "\u{2421}" }
        return "‹U+\(scalar.hexadecimal)›"
    }
}

extension VisibleText {
    /// The text in words, numbers, runs of spaces and single other scalars; joined, they are the text again.
    var tokens: [VisibleText] {
        let scalars = Array(text.unicodeScalars)
        var tokens: [VisibleText] = []
        var start = 0
        while start < scalars.count {
            var end = start + 1
            while end < scalars.count, Self.continues(scalars, at: end, from: start) { end += 1 }
            tokens.append(.init(checked: String(String.UnicodeScalarView(scalars[start..<end]))))
            start = end
        }
        return tokens
    }

    /// The text in sentences and their like, each with the space behind it; joined, they are the text again.
    ///
    /// A piece ends where a full stop, a semicolon, a question or an exclamation mark stands before a space.
    var sentences: [VisibleText] {
        var sentences: [VisibleText] = []
        var (start, last): (String.Index, Unicode.Scalar) = (text.startIndex, " ")
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            if scalar == " ", ".;?!".unicodeScalars.contains(last) {
                let end = text.unicodeScalars.index(after: index)
                sentences.append(VisibleText(checked: String(text.unicodeScalars[start..<end])))
                start = end
            }
            last = scalar
        }
        let rest = text.unicodeScalars[start...]
        return rest.isEmpty ? sentences : sentences + [VisibleText(checked: String(rest))]
    }

    /// The texts in a row.
    static func joined(_ parts: some Sequence<VisibleText>) -> VisibleText {
        VisibleText(checked: parts.map(\.text).joined())
    }

    /// The text without spaces at its ends.
    var trimmed: VisibleText {
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { $0 != 0x20 }), let last = bytes.lastIndex(where: { $0 != 0x20 })
        else {
            return VisibleText(checked: "")
        }
        return VisibleText(checked: String(text[first...last]))
    }

    /// Whether it begins with part of a word.
    var startsWithWord: Bool { text.unicodeScalars.first?.isWordPart ?? false }

    /// Whether it ends with part of a word.
    var endsWithWord: Bool { text.unicodeScalars.last?.isWordPart ?? false }

    /// The spaces at its ends.
    var outerSpaces: (leading: String, trailing: String) {
        let leading = text.utf8.prefix { $0 == 0x20 }.count
        let trailing = text.utf8.reversed().prefix { $0 == 0x20 }.count
        return (String(repeating: " ", count: leading), String(repeating: " ", count: trailing))
    }

    /// Whether there are only spaces.
    var isSpace: Bool { text.utf8.allSatisfy { $0 == 0x20 } }

    private static func continues(_ scalars: [Unicode.Scalar], at index: Int, from start: Int) -> Bool {
        let (first, scalar) = (scalars[start], scalars[index])
        if scalar.isMark { return true }
        if first == " " { return scalar == " " }
        guard first.isWordPart else { return false }
        if scalar.isWordPart { return true }
        // Joints inside a word or a number: Israel's, 1,500.5
        guard index + 1 < scalars.count, scalars[index + 1].isWordPart else { return false }
        let isNumberJoint = ".,".unicodeScalars.contains(scalar)
        let isDigits = scalars[index - 1].isDigit && scalars[index + 1].isDigit
        return "'’".unicodeScalars.contains(scalar) || (isNumberJoint && isDigits)
    }
}

extension VisibleText {
    /// Takes scalars one after another.
    private struct Builder {
        let limit: Int
        private var scalars = String.UnicodeScalarView()
        private var columns = 0
        private var marks = 0
        private var isSpacePending = false
        private var linesPending = 0
        private var left = 0

        init(limit: Int) { self.limit = limit }

        mutating func append(_ scalar: Unicode.Scalar) {
            if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
                isSpacePending = true
                linesPending += scalar == "\n" ? 1 : 0
                return
            }
            flushSpace()
            if scalar.isMark, !VisibleText.isHidden(scalar) { return appendMark(scalar) }
            flushMarks()
            put(VisibleText.isHidden(scalar) ? VisibleText.picture(of: scalar) : String(scalar))
        }

        var finished: String {
            var last = self
            last.flushMarks()
            guard last.left > 0 else { return String(last.scalars) }
            return String(last.scalars) + "… (\(last.left.grouped) more characters)"
        }

        private mutating func flushSpace() {
            guard isSpacePending else { return }
            flushMarks()
            if !scalars.isEmpty { put(linesPending > 1 ? " ¶ " : " ") }
            isSpacePending = false
            linesPending = 0
        }

        /// A mark needs a letter to stand on, and must not be stacked without end.
        private mutating func appendMark(_ scalar: Unicode.Scalar) {
            if scalars.isEmpty || scalars.last == " " { put("\u{25CC}") }
            marks += 1
            if marks <= VisibleText.maximumMarks { put(String(scalar)) }
        }

        private mutating func flushMarks() {
            let hidden = marks - VisibleText.maximumMarks
            marks = 0
            if hidden > 0 { put("‹+\(hidden) marks›") }
        }

        private mutating func put(_ shown: String) {
            let width = DisplayWidth.columns(of: shown)
            guard left == 0, columns + width <= limit else {
                left += 1
                return
            }
            columns += width
            scalars.append(contentsOf: shown.unicodeScalars)
        }
    }
}

extension Unicode.Scalar {
    /// At least four hexadecimal digits, as in U+202E.
    var hexadecimal: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// Whether it belongs to the letter before it.
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }

    fileprivate var isDigit: Bool { properties.generalCategory == .decimalNumber }
    fileprivate var isWordPart: Bool { properties.isAlphabetic || isDigit || isMark }
}
