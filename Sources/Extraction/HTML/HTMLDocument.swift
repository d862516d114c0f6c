import Facts

/// An HTML document as its tags and words in the order of the bytes.
struct HTMLDocument {
    /// Words between two tags that are not white space alone.
    struct Run: Hashable {
        /// Their index among the pieces.
        let piece: Int
        /// How many bytes they are.
        let length: Int
        /// Whether they are a link.
        let isLink: Bool
        /// Whether nobody sees them, or they are the mark of a footnote.
        let isDropped: Bool
    }

    /// A document may have this many tags and stretches of words.
    static let maximumPieces = 500_000

    let bytes: [UInt8]
    let pieces: [MarkupScanner.Piece]
    let runs: [Run]

    /// The parts of a document; `nil` when they are too many.
    init?(_ bytes: [UInt8]) {
        var scanner = MarkupScanner(bytes)
        var pieces: [MarkupScanner.Piece] = []
        while let piece = scanner.next() {
            if case .aside = piece { continue }
            pieces.append(piece)
            guard pieces.count <= Self.maximumPieces else { return nil }
        }
        self.bytes = bytes
        self.pieces = pieces
        var reader = InlineElements(bytes)
        runs = pieces.enumerated().compactMap { reader.run($1, at: $0) }
    }

    /// The attributes of a tag by their lower-case names; of one given twice the first counts.
    func attributes(of tag: MarkupTag) -> [String: String] { tag.values(in: bytes) }

    /// The attributes of the tag at an index among the pieces.
    func attributes(at piece: Int) -> [String: String] {
        if case .tag(let tag) = pieces[piece] { attributes(of: tag) } else { [:] }
    }
}

extension MarkupTag {
    /// The attributes by their lower-case names; of one given twice the first counts.
    func values(in bytes: [UInt8]) -> [String: String] {
        guard attributes.count > 1 else { return [:] }
        var walk = MarkupAttributes(bytes, attributes)
        var values: [String: String] = [:]
        while let (name, value) = walk.next() {
            let name = String(decoding: bytes[name], as: UTF8.self).lowercased()
            if values[name] == nil { values[name] = bytes.plainText(value) }
        }
        return values
    }

    /// Whether the element is not to be seen, by its own attributes.
    func isHidden(_ values: [String: String]) -> Bool {
        if values["hidden"] != nil || values["aria-hidden"]?.lowercased() == "true" { return true }
        let style = (values["style"] ?? "").lowercased().filter { $0 != " " }
        return style.contains("display:none") || style.contains("visibility:hidden")
    }
}

extension [UInt8] {
    /// A stretch with its character references as characters, white space as it is written on one line.
    func plainText(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        var position = range.lowerBound
        while position < range.upperBound {
            if let reference = CharacterReference(in: self, at: position),
                position + reference.length <= range.upperBound
            {
                text.append(reference.scalar)
                position += reference.length
            } else {
                let (scalar, length) = scalar(at: position)
                text.append(scalar ?? "\u{FFFD}")
                position += length
            }
        }
        return String(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
