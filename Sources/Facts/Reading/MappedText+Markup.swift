extension MappedText {
    /// The words of an HTML document, with a space where a block or line ends.
    init(markup bytes: [UInt8]) {
        self.init()
        var scanner = MarkupScanner(bytes)
        while let piece = scanner.next() {
            switch piece {
            case .text(let range): append(markup: range, of: bytes)
            case .tag(let tag) where tag.partsWords: appendSpace(for: tag.range)
            case .tag, .raw, .aside: break
            }
        }
        trim()
    }

    /// Adds a stretch between tags, its character references as the characters they stand for.
    package mutating func append(markup range: Range<Int>, of bytes: [UInt8]) {
        var start = range.lowerBound
        while let ampersand = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
            append(start..<ampersand, of: bytes)
            if let reference = CharacterReference(in: bytes, at: ampersand),
                ampersand + reference.length <= range.upperBound
            {
                start = ampersand + reference.length
                append(reference.scalar, for: ampersand..<start)
            } else {
                start = ampersand + 1
                append(byte: bytes[ampersand], for: ampersand..<start)
            }
        }
        append(start..<range.upperBound, of: bytes)
    }
}
