import Facts

/// A line of a plain or Markdown text, and what its marks make of it.
struct TextLine: Hashable {
    /// What a line is, by the mark it begins with.
    enum Shape: Hashable {
        case text
        case blank
        /// `# Title`, `== Title ==`.
        case heading(level: Int)
        /// `===` or `---` below a title.
        case underline(level: Int)
        /// `- item`, `• item`, `3. item`.
        case item
        /// `> words`.
        case quotation
        /// `| cell | cell |`.
        case row
        /// "```".
        case fence
        /// `***`, `[1]: https://…`: nothing to read.
        case ornament
    }

    /// What it is.
    let shape: Shape
    /// The bytes of its words, without marks and the white space around them.
    let content: Range<Int>
    /// The bytes of its words and marks.
    let whole: Range<Int>
    /// How many characters wide it is, with what it is set in by.
    let width: Int

    /// Reads the line that has some bytes.
    init(_ bytes: [UInt8], _ line: Range<Int>) {
        whole = bytes.trimmed(line)
        (shape, content) = Self.read(bytes, whole)
        width = bytes.width(line.lowerBound..<whole.upperBound)
    }

    /// A line whose mark is one of the words of its text.
    init(unmarked line: Self) {
        (shape, content, whole, width) = (.text, line.whole, line.whole, line.width)
    }

    private static func read(_ bytes: [UInt8], _ line: Range<Int>) -> (Shape, Range<Int>) {
        guard let first = line.first.map({ bytes[$0] }) else { return (.blank, line) }
        let words = bytes[line]
        switch first {
        case UInt8(ascii: "#"): return heading(bytes, line, mark: first, closes: false) ?? (.text, line)
        case UInt8(ascii: "="):
            if words.allSatisfy({ $0 == first }) { return (.underline(level: 1), line) }
            return heading(bytes, line, mark: first, closes: true) ?? (.text, line)
        case UInt8(ascii: ">"): return (.quotation, bytes.trimmed(bytes.drop(line) { $0 == first || $0 == 0x20 }))
        case UInt8(ascii: "|"): return (isRule(words, of: "|-: +") ? .ornament : .row, line)
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            return (words.starts(with: [first, first, first]) ? .fence : .text, line)
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
            if words.count > 1, words.allSatisfy({ $0 == first }) {
                return (first == UInt8(ascii: "-") ? .underline(level: 2) : .ornament, line)
            }
            if isRule(words, of: "-*_ ") { return (.ornament, line) }
        case UInt8(ascii: "[") where isDefinition(words): return (.ornament, line)
        default: break
        }
        return item(bytes, line) ?? (.text, line)
    }

    private static func isRule(_ words: ArraySlice<UInt8>, of marks: StaticString) -> Bool {
        words.count { $0 != 0x20 } > 2 && words.allSatisfy(Array("\(marks)".utf8).contains)
    }

    /// Whether it says where a link leads or what a footnote says: `[1]: https://…`.
    private static func isDefinition(_ words: ArraySlice<UInt8>) -> Bool {
        guard let end = words.firstIndex(of: UInt8(ascii: "]")), end + 1 < words.endIndex else { return false }
        return words[end + 1] == UInt8(ascii: ":")
    }

    /// A title after one to six marks; wiki titles have as many behind.
    private static func heading(
        _ bytes: [UInt8], _ line: Range<Int>, mark: UInt8, closes: Bool
    ) -> (Shape, Range<Int>)? {
        let start = bytes.drop(line) { $0 == mark }
        let level = start.lowerBound - line.lowerBound
        let end = start.reversed().first { bytes[$0] != mark }.map { $0 + 1 } ?? start.lowerBound
        let title = bytes.trimmed(start.lowerBound..<end)
        guard (1...6).contains(level), !title.isEmpty else { return nil }
        let isHeading = closes ? start.upperBound - end == level : bytes[start.lowerBound] == 0x20
        return isHeading ? (.heading(level: level), title) : nil
    }

    private static func item(_ bytes: [UInt8], _ line: Range<Int>) -> (Shape, Range<Int>)? {
        let (scalar, length) = bytes.scalar(at: line.lowerBound)
        var rest = (line.lowerBound + length)..<line.upperBound
        if let scalar, scalar.value < 0x80, scalar.properties.numericType == .decimal {
            rest = bytes.drop(line, while: \.isASCIIDigit)
            guard rest.lowerBound - line.lowerBound < 4, let mark = rest.first.map({ bytes[$0] }),
                mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
            else { return nil }
            rest = rest.dropFirst().startIndex..<rest.upperBound
        } else if let scalar, !"-*+•‣◦▪●–".unicodeScalars.contains(scalar) {
            return nil
        }
        guard let next = rest.first.map({ bytes.scalar(at: $0).scalar }), let next, next.properties.isWhitespace else {
            return nil
        }
        return (.item, bytes.trimmed(rest))
    }
}

extension [UInt8] {
    /// A range without the white space and the invisible characters at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let (scalar, length) = scalar(at: start)
            guard let scalar, scalar.isUnseen else { break }
            start += length
        }
        var end = range.upperBound
        while end > start, let length = unseenLength(before: end), end - length >= start { end -= length }
        return start..<Swift.max(start, end)
    }

    private func unseenLength(before end: Int) -> Int? {
        (1...3).first { back in
            guard back <= end else { return false }
            let (scalar, length) = scalar(at: end - back)
            return length == back && scalar?.isUnseen == true
        }
    }

    /// How many characters some bytes have.
    func width(_ range: Range<Int>) -> Int { self[range].count { $0 & 0xC0 != 0x80 } }

    /// A range without the bytes at its start for which a condition holds.
    func drop(_ range: Range<Int>, while holds: (UInt8) -> Bool) -> Range<Int> {
        (range.first { !holds(self[$0]) } ?? range.upperBound)..<range.upperBound
    }
}

extension Unicode.Scalar {
    fileprivate var isUnseen: Bool {
        properties.isWhitespace || value == 0xFEFF || (0x200B...0x200F).contains(value) || value == 0x2060
    }
}
