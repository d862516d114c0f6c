import Facts

/// A block's words without the marks inside it: emphasis, link targets, footnotes, templates; dashes are written in one way.
struct InlineText {
    /// What may be mark-up inside a block.
    enum Marks {
        /// Markdown's and the wikis'.
        case markdown
        /// Nothing: the tags are gone already.
        case none
    }

    /// The words, mapped to where the words read came from.
    private(set) var result = MappedText()
    private let read: MappedText
    private let marks: Marks
    private var bytes: [UInt8] { read.bytes }
    private var nextBracket = NextByte("]")
    /// The end of the target behind the closing bracket that was asked for last: many may open before it.
    private var target: (close: Int, end: Int?)?
    private var nextBrace = NextByte("}")
    private var nextAngle = NextByte(">")

    /// Reads words that have their own source.
    init(_ read: MappedText, marks: Marks) {
        self.read = read
        self.marks = marks
        var position = 0
        while position < read.bytes.count { position = step(position) }
        result.trim()
    }

    /// Reads what stands at a position, and says where it ends.
    private mutating func step(_ position: Int) -> Int {
        let byte = bytes[position]
        if byte < 0x80, byte.isASCIILetterOrDigit || byte == 0x20 { return keep(position) }
        switch byte {
        case UInt8(ascii: "-"): return dash(position)
        case 0xE2: return typographicDash(position)
        case UInt8(ascii: "["): return bracket(position)
        default: return marks == .markdown ? mark(byte, position) : keep(position)
        }
    }

    private mutating func mark(_ byte: UInt8, _ position: Int) -> Int {
        switch byte {
        case UInt8(ascii: "&"): return reference(position)
        case UInt8(ascii: "\\") where byteAt(position + 1).map("\\`*_{}[]()#+-.!|".utf8.contains) == true:
            return keep(position + 1)
        case UInt8(ascii: "!") where byteAt(position + 1) == UInt8(ascii: "["):
            return linkEnd(position + 1)?.end ?? keep(position)
        case UInt8(ascii: "]"): return closing(position)
        case UInt8(ascii: "*"), UInt8(ascii: "_"): return emphasis(byte, position)
        case UInt8(ascii: "`"): return position + 1
        case UInt8(ascii: "~") where byteAt(position + 1) == byte: return position + 2
        case UInt8(ascii: "'"): return apostrophes(position)
        case UInt8(ascii: "{") where byteAt(position + 1) == byte: return template(position)
        case UInt8(ascii: "<"): return tag(position)
        default: return keep(position)
        }
    }

    // MARK: keeping

    private func byteAt(_ position: Int) -> UInt8? { bytes.indices.contains(position) ? bytes[position] : nil }

    private mutating func keep(_ position: Int) -> Int {
        if bytes[position] == 0x20 {
            result.appendSpace(for: read.map.source(of: position..<(position + 1)))
        } else {
            result.append(byte: bytes[position], for: read.map.source(of: position..<(position + 1)))
        }
        return position + 1
    }

    private mutating func put(_ scalar: Unicode.Scalar, for range: Range<Int>) -> Int {
        result.append(raw: scalar, for: read.map.source(of: range))
        return range.upperBound
    }

    private mutating func reference(_ position: Int) -> Int {
        guard let reference = CharacterReference(in: bytes, at: position) else { return keep(position) }
        let range = position..<(position + reference.length)
        result.append(reference.scalar, for: read.map.source(of: range))
        return range.upperBound
    }

    // MARK: dashes

    /// `--` and `---` are a long dash, a lone hyphen between spaces a dash.
    private mutating func dash(_ position: Int) -> Int {
        let end = bytes[position...].firstIndex { $0 != UInt8(ascii: "-") } ?? bytes.count
        let range = position..<end
        switch range.count {
        case 1 where isSpaced(range): return put("–", for: range)
        case 2...3: return put(isSpaced(range) ? "–" : "—", for: range)
        default:
            for index in range { _ = keep(index) }
            return end
        }
    }

    private mutating func typographicDash(_ position: Int) -> Int {
        let range = position..<min(position + 3, bytes.count)
        switch bytes.scalar(at: position).scalar {
        case "\u{2010}"?, "\u{2011}"?: return put(isSpaced(range) ? "–" : "-", for: range)
        case "–"?, "—"?, "―"?:
            if isSpaced(range) { return put("–", for: range) }
            return put(bytes[position + 2] == 0x93 ? "–" : "—", for: range)
        default: return keep(position)
        }
    }

    private func isSpaced(_ range: Range<Int>) -> Bool {
        byteAt(range.lowerBound - 1) ?? 0x20 == 0x20 && byteAt(range.upperBound) ?? 0x20 == 0x20
    }

    // MARK: brackets

    /// A footnote's number, a wiki's link, the words of a link, or a bracket.
    private mutating func bracket(_ position: Int) -> Int {
        guard let close = nextBracket.index(after: position, in: bytes) else { return keep(position) }
        if isNote(bytes[(position + 1)..<close]) { return close + 1 }
        guard marks == .markdown else { return keep(position) }
        if byteAt(position + 1) == UInt8(ascii: "["), byteAt(close + 1) == UInt8(ascii: "]") {
            let words = bytes[(position + 2)..<close]
            let start = words.lastIndex(of: UInt8(ascii: "|")).map { $0 + 1 } ?? words.startIndex
            for index in start..<close { _ = keep(index) }
            return close + 2
        }
        return linkEnd(position) != nil || byteAt(position + 1) == UInt8(ascii: "!") ? position + 1 : keep(position)
    }

    /// `[1]`, `[^2]`, `[a]`, `[note 3]`, `[citation needed]`, `[edit]`.
    private func isNote(_ words: ArraySlice<UInt8>) -> Bool {
        guard let first = words.first, words.count < 24 else { return false }
        if words.count < 4, words.allSatisfy(\.isASCIIDigit) { return true }
        if first == UInt8(ascii: "^") || words.count == 1 && (0x61...0x7A).contains(first) { return true }
        return ["note ", "citation needed", "edit", "clarification needed", "better source needed", "update"].contains {
            $0 == "note " ? words.starts(with: $0.utf8) : words.elementsEqual($0.utf8)
        }
    }

    /// Where the words of a link that begins with a bracket end, and where the link does.
    private mutating func linkEnd(_ position: Int) -> (words: Int, end: Int)? {
        guard let close = nextBracket.index(after: position, in: bytes), let end = targetEnd(close) else { return nil }
        return (close, end)
    }

    /// Where the target behind a closing bracket ends: `](https://…)`, `][1]`.
    private mutating func targetEnd(_ close: Int) -> Int? {
        if let target, target.close == close { return target.end }
        let end = findTargetEnd(close)
        target = (close, end)
        return end
    }

    private func findTargetEnd(_ close: Int) -> Int? {
        let rest = bytes[min(close + 1, bytes.count)...].prefix(Self.longestTarget)
        guard let first = rest.first else { return nil }
        if first == UInt8(ascii: "[") { return rest.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } }
        guard first == UInt8(ascii: "(") else { return nil }
        var depth = 0
        for index in rest.indices {
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return nil
    }

    /// The target of a link may have this many bytes; it is looked for no farther.
    private static let longestTarget = 500

    /// A bracket that closes the words of a link takes the target with it.
    private mutating func closing(_ position: Int) -> Int { targetEnd(position) ?? keep(position) }

    // MARK: marks

    /// Marks that stand at the edge of a word; a star or underscore inside of one is part of it.
    private mutating func emphasis(_ mark: UInt8, _ position: Int) -> Int {
        let end = bytes[position...].firstIndex { $0 != mark } ?? bytes.count
        let (before, after) = (byteAt(position - 1) ?? 0x20, byteAt(end) ?? 0x20)
        let isInside = isWord(before) && isWord(after) && (mark == UInt8(ascii: "_") || end - position == 1)
        let isAlone = before == 0x20 && after == 0x20
        let isPartOfName = mark == UInt8(ascii: "_") && (before == UInt8(ascii: "@") || before == UInt8(ascii: "/"))
        if !isInside, !isAlone, !isPartOfName { return end }
        for index in position..<end { _ = keep(index) }
        return end
    }

    private func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isASCIILetterOrDigit }

    /// A wiki's marks for slanted and thick letters; two single quotation marks otherwise mean a double one.
    private mutating func apostrophes(_ position: Int) -> Int {
        let end = bytes[position...].firstIndex { $0 != UInt8(ascii: "'") } ?? bytes.count
        switch end - position {
        case 2: return put("\"", for: position..<end)
        case 3, 5: return end
        default:
            for index in position..<end { _ = keep(index) }
            return end
        }
    }

    private mutating func template(_ position: Int) -> Int {
        guard let close = nextBrace.index(after: position, in: bytes), byteAt(close + 1) == UInt8(ascii: "}") else {
            return keep(position)
        }
        return close + 2
    }

    /// A tag is left out, a footnote with its words; of `<https://…>` the brackets are.
    private mutating func tag(_ position: Int) -> Int {
        guard let next = byteAt(position + 1),
            next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!"),
            let close = nextAngle.index(after: position, in: bytes)
        else { return keep(position) }
        let words = bytes[(position + 1)..<close]
        if words.contains(UInt8(ascii: ":")), !words.contains(0x20) {
            for index in words.indices { _ = keep(index) }
        } else if words.starts(with: "ref".utf8), words.last != UInt8(ascii: "/"),
            let open = nextAngle.index(after: close, in: bytes), bytes[..<open].suffix(5).elementsEqual("</ref".utf8)
        {
            return open + 1
        } else if words.starts(with: "br".utf8) {
            result.appendSpace(for: read.map.source(of: position..<(close + 1)))
        }
        return close + 1
    }
}

/// The next place of one byte, which is looked for once for all the places before it.
private struct NextByte {
    private let byte: UInt8
    /// From where was looked, and what was found there.
    private var last: (asked: Int, found: Int?)?

    init(_ byte: Unicode.Scalar) { self.byte = UInt8(ascii: byte) }

    /// The first place after `position`.
    mutating func index(after position: Int, in bytes: [UInt8]) -> Int? {
        if let last, last.asked <= position, last.found.map({ $0 > position }) ?? true { return last.found }
        let found = bytes[min(position + 1, bytes.count)...].firstIndex(of: byte)
        last = (position, found)
        return found
    }
}
