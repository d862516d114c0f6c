/// Tells the words of an HTML document from its tags, in the order of its bytes and in linear time.
///
/// It follows the tokenizer of HTML where that decides what is text: comments, quoted attributes that hold `>`, scripts that hold
/// tags, a `<` that begins no tag. What was left open reaches to the end, as in browsers. It knows nothing of how elements nest.
///
/// Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization.
package struct MarkupScanner {
    /// A part of the document.
    package enum Piece: Hashable, Sendable {
        /// Words, with character references.
        case text(Range<Int>)
        /// A start or end tag.
        case tag(MarkupTag)
        /// What an element holds that has neither words to read nor tags: a script, a style, the title.
        case raw(element: String, Range<Int>)
        /// A comment, a declaration, an instruction.
        case aside(Range<Int>)
    }

    private let bytes: [UInt8]
    private var position: Int
    /// The element whose content comes next, where that has no tags.
    private var rawElement: String?

    /// Reads a document from a byte on.
    package init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        position = max(0, start)
    }

    /// The next part; `nil` at the end.
    package mutating func next() -> Piece? {
        guard position < bytes.count else { return nil }
        if let element = rawElement { return raw(element) }
        return markup() ?? text()
    }

    /// Elements that hold no tags, and nothing to read.
    private static let rawElements: Set<String> = [
        "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp",
    ]

    // MARK: parts

    /// Words up to the next tag.
    private mutating func text() -> Piece {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") || !isMarkup(position) { position += 1 }
        return .text(start..<position)
    }

    private mutating func markup() -> Piece? {
        guard bytes[position] == UInt8(ascii: "<"), isMarkup(position) else { return nil }
        switch bytes[position + 1] {
        case UInt8(ascii: "!"): return aside(declaration)
        case UInt8(ascii: "?"): return aside(end(of: ">"))
        case UInt8(ascii: "/") where !bytes[position + 2].isASCIILetter: return aside(end(of: ">"))
        default: return tag()
        }
    }

    /// Whether `<` begins anything but text.
    private func isMarkup(_ position: Int) -> Bool {
        guard position + 1 < bytes.count else { return false }
        let next = bytes[position + 1]
        if next == UInt8(ascii: "/") { return position + 2 < bytes.count }
        return next.isASCIILetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    }

    private mutating func aside(_ end: Int) -> Piece {
        defer { position = end }
        return .aside(position..<end)
    }

    private var declaration: Int {
        let rest = bytes[position...]
        if rest.starts(with: "<!-->".utf8) { return position + 5 }
        if rest.starts(with: "<!--".utf8) { return end(of: "-->", from: position + 4) }
        if rest.starts(with: "<![CDATA[".utf8) { return end(of: "]]>") }
        return end(of: ">")
    }

    /// Where the next occurrence of a few characters ends, or the document does.
    private func end(of mark: StaticString, from start: Int? = nil) -> Int {
        let pattern = Array("\(mark)".utf8)
        var index = start ?? position
        while let found = bytes[index...].firstIndex(of: pattern[0]) {
            if bytes[found...].starts(with: pattern) { return found + pattern.count }
            index = found + 1
        }
        return bytes.count
    }

    private mutating func tag() -> Piece {
        let isEnd = bytes[position + 1] == UInt8(ascii: "/")
        let nameStart = position + (isEnd ? 2 : 1)
        let nameEnd = bytes[nameStart...].firstIndex { $0.endsName } ?? bytes.count
        var attributes = MarkupAttributes(bytes, nameEnd..<bytes.count)
        while attributes.next() != nil {}
        let tag = MarkupTag(
            name: String(decoding: bytes[nameStart..<nameEnd].map(\.lowercasedASCII), as: UTF8.self), isEnd: isEnd,
            range: position..<attributes.end, attributes: nameEnd..<attributes.end)
        position = attributes.end
        if !isEnd, Self.rawElements.contains(tag.name), !bytes[tag.range].suffix(2).elementsEqual("/>".utf8) {
            rawElement = tag.name
        }
        return .tag(tag)
    }

    private mutating func raw(_ element: String) -> Piece {
        rawElement = nil
        let start = position
        while position < bytes.count, !endsRaw(element) { position += 1 }
        return .raw(element: element, start..<position)
    }

    private func endsRaw(_ element: String) -> Bool {
        guard bytes[position] == UInt8(ascii: "<"), position + 2 + element.utf8.count <= bytes.count,
            bytes[position + 1] == UInt8(ascii: "/")
        else { return false }
        let name = bytes[(position + 2)...].prefix(element.utf8.count)
        guard zip(name, element.utf8).allSatisfy({ $0.lowercasedASCII == $1 }) else { return false }
        return name.endIndex == bytes.count || bytes[name.endIndex].endsName
    }
}

/// A tag of an HTML document.
package struct MarkupTag: Hashable, Sendable {
    /// The element's name in lower case.
    package let name: String
    /// Whether it ends the element.
    package let isEnd: Bool
    /// Its bytes, brackets and all.
    package let range: Range<Int>
    /// The bytes of its attributes.
    package let attributes: Range<Int>

    /// Whether it parts words: a line or block ends before it or begins behind it.
    package var partsWords: Bool { Self.blockElements.contains(name) }

    private static let blockElements: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "col", "colgroup",
        "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3",
        "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li", "main", "menu", "nav",
        "ol",
        "optgroup", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot",
        "th",
        "thead", "title", "tr", "ul", "video",
    ]
}

/// The attributes of a tag, one after another.
package struct MarkupAttributes {
    /// The byte behind the tag once all attributes were read.
    package private(set) var end: Int
    private let bytes: [UInt8]
    private let limit: Int

    /// Reads attributes from the first byte behind a tag's name.
    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        (end, limit) = (range.lowerBound, range.upperBound)
    }

    /// The next attribute's name and value, without quotation marks; `nil` at the end of the tag.
    package mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
        skip { $0.isASCIISpace || $0 == UInt8(ascii: "/") }
        guard end < limit else { return nil }
        guard bytes[end] != UInt8(ascii: ">") else {
            end += 1
            return nil
        }
        let start = end
        // A name may begin with an equals sign, which else would stop every reader here.
        end += 1
        skip { !$0.endsName && $0 != UInt8(ascii: "=") }
        let name = start..<end
        skip(\.isASCIISpace)
        guard end < limit, bytes[end] == UInt8(ascii: "=") else { return (name, end..<end) }
        end += 1
        skip(\.isASCIISpace)
        return (name, value())
    }

    private mutating func value() -> Range<Int> {
        guard end < limit else { return end..<end }
        let mark = bytes[end]
        guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
            let start = end
            skip { !$0.isASCIISpace && $0 != UInt8(ascii: ">") }
            return start..<end
        }
        let start = end + 1
        let close = bytes[start..<limit].firstIndex(of: mark) ?? limit
        end = min(close + 1, limit)
        return start..<close
    }

    private mutating func skip(_ holds: (UInt8) -> Bool) {
        while end < limit, holds(bytes[end]) { end += 1 }
    }
}

extension UInt8 {
    /// Whether this ends the name of a tag or attribute.
    fileprivate var endsName: Bool { isASCIISpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }
    /// The small letter of a capital one.
    fileprivate var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
