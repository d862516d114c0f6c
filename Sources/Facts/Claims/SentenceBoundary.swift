/// Where one sentence of a text ends and the next one starts.
///
/// A rule of thumb that looks at the nearest words only, in any language: it serves to show a quotation in its sentence, and to tell
/// whether what stands around one has changed. In doubt two sentences stay together.
struct SentenceBoundary {
    /// Lines wider than this, in Unicode scalars, were not wrapped by whoever wrote them: each is a paragraph.
    private static let widestWrapped = 120
    /// Words before a name that are written with a full stop, in lower case; of one with hyphens, the last part.
    private static let titles: Set<String> = [
        "adm", "brig", "capt", "cmdr", "col", "dr", "gen", "gov", "hon", "lt", "maj", "mr", "mrs", "ms", "mt", "pres",
        "prof",
        "rep", "rev", "sen", "sgt", "sr", "st", "vs",
    ]
    /// Months that are written with a full stop before the day, in lower case.
    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    private let text: [UInt8]

    /// The boundaries of a text in UTF-8.
    init(in text: [UInt8]) { self.text = text }

    /// Whether a sentence starts at `index`: after an end mark and white space, an empty line, or a line that is a paragraph.
    func stands(at index: Int) -> Bool {
        guard index > 1, index < text.count, text[index - 1].isASCIISpace, !text[index].isASCIISpace else {
            return false
        }
        var last = index - 1
        var lines = 0
        while last > 0, text[last].isASCIISpace {
            lines += text[last] == 0x0A ? 1 : 0
            last -= 1
        }
        if lines > 1 { return true }
        return isEnd(last, before: index) || lines == 1 && (isLong(endingAt: last) || isLong(startingAt: index))
    }

    /// Whether what stands at `last` ends a sentence when `next` is where the text goes on.
    private func isEnd(_ last: Int, before next: Int) -> Bool {
        let goesOn = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[next])
        let mark = last - closingMarks(endingAt: last)
        guard mark > 0 else { return false }
        switch text[mark] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return mark == last || !goesOn
        case UInt8(ascii: "."): return !goesOn && (mark < last || !isAbbreviation(text[..<mark], before: next))
        default: return false
        }
    }

    /// How many bytes of closing quotation marks and brackets stand there.
    private func closingMarks(endingAt last: Int) -> Int {
        if "\"')]".utf8.contains(text[last]) { return 1 }
        let isCurly =
            last > 2 && text[last - 2] == 0xE2 && text[last - 1] == 0x80 && (text[last] == 0x9D || text[last] == 0x99)
        return isCurly ? 3 : 0
    }

    /// Whether a full stop belongs to the word before it.
    private func isAbbreviation(_ before: ArraySlice<UInt8>, before next: Int) -> Bool {
        // No title is longer; a text without spaces is not searched through.
        let word = before.suffix(12).reversed().prefix { $0.isASCIILetter || $0 == UInt8(ascii: ".") }.reversed()
        guard let first = word.first else { return false }
        // An initial, or initials with full stops between them.
        if word.count == 1 || word.dropFirst().first == UInt8(ascii: ".") { return first.isASCIILetter }
        let lowercased = String(decoding: Array(word), as: UTF8.self).lowercased()
        return Self.titles.contains(lowercased) || Self.months.contains(lowercased) && text[next].isASCIIDigit
    }

    private func isLong(endingAt last: Int) -> Bool { isWide(text[...last].lazy.reversed().prefix { $0 != 0x0A }) }
    private func isLong(startingAt first: Int) -> Bool { isWide(text[first...].lazy.prefix { $0 != 0x0A }) }

    private func isWide(_ line: some Sequence<UInt8>) -> Bool {
        var width = 0
        for byte in line where byte & 0xC0 != 0x80 {
            width += 1
            if width > Self.widestWrapped { return true }
        }
        return false
    }
}
