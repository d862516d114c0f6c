import Facts

/// Follows the elements inside a line of words: which words are a link, hidden, or the mark of a footnote.
///
/// Inline elements are left open so often that they are no part of the tree; the end of a block closes them here.
struct InlineElements {
    private let bytes: [UInt8]
    private var isLink = false
    private var isNote = false
    /// The element that hides what is in it, and how many of its kind are open.
    private var hidden: (element: String, depth: Int)?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The words of a piece, unless it is a tag or white space; pieces are given in their order.
    mutating func run(_ piece: MarkupScanner.Piece, at index: Int) -> HTMLDocument.Run? {
        switch piece {
        case .tag(let tag):
            follow(tag)
            return nil
        case .text(let range) where !bytes[range].allSatisfy(\.isASCIISpace):
            let isMark = isNote && range.count < 8
            return .init(piece: index, length: range.count, isLink: isLink, isDropped: hidden != nil || isMark)
        case .text, .raw, .aside: return nil
        }
    }

    private mutating func follow(_ tag: MarkupTag) {
        switch tag.name {
        case "a": isLink = !tag.isEnd
        case "sup": isNote = !tag.isEnd && marksNote(tag)
        default: break
        }
        if tag.partsWords, tag.name != "br" {
            (isNote, hidden) = (false, nil)
            if tag.isEnd { isLink = false }
        } else if let (element, depth) = hidden {
            if tag.name == element { hidden = depth == 1 && tag.isEnd ? nil : (element, depth + (tag.isEnd ? -1 : 1)) }
        } else if !tag.isEnd, Self.hiding.contains(tag.name), hides(tag) {
            hidden = (tag.name, 1)
        }
    }

    /// Inline elements that may be hidden and have an end.
    private static let hiding: Set<String> = [
        "a", "b", "em", "i", "label", "small", "span", "strong", "sub", "sup", "time",
    ]

    private func hides(_ tag: MarkupTag) -> Bool {
        let values = tag.values(in: bytes)
        return tag.isHidden(values) || ClassWords(values["class"] ?? "").areHidden
    }

    /// Whether a raised element is the mark of a footnote rather than a power or an ordinal: it says so, or holds a link or a
    /// bracket.
    private func marksNote(_ tag: MarkupTag) -> Bool {
        let rest = bytes[tag.range.upperBound...].prefix(80)
        if rest.starts(with: "<a".utf8) || rest.first == UInt8(ascii: "[") { return true }
        let words = ClassWords(tag.values(in: bytes)["class"] ?? "").words
        return !words.isDisjoint(with: ["reference", "footnote", "noteref", "cite"])
    }
}
