/// A text made easy to read from another one, with the way back to the other's bytes.
///
/// Runs of white space are one space, none at the start; quotation marks are straight; what is not seen is left out.
package struct MappedText: Hashable, Sendable {
    /// The text in UTF-8, as far as its source is.
    package private(set) var bytes: [UInt8] = []
    /// Where its bytes come from.
    package private(set) var map = SourceMap()

    /// An empty text.
    package init() {}

    /// The text as a string.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a character as it is read.
    package mutating func append(_ scalar: Unicode.Scalar, for source: Range<Int>) {
        switch ReadCharacter(scalar) {
        case .itself: append(raw: scalar, for: source)
        case .space: appendSpace(for: source)
        case .apostrophe: append(byte: UInt8(ascii: "'"), for: source)
        case .quotationMark: append(byte: UInt8(ascii: "\""), for: source)
        case .nothing: break
        }
    }

    /// Adds a space, unless there is one.
    package mutating func appendSpace(for source: Range<Int>) {
        if let last = bytes.last, last != 0x20 { append(byte: 0x20, for: source) }
    }

    /// Adds a byte as it is.
    package mutating func append(byte: UInt8, for source: Range<Int>) {
        bytes.append(byte)
        map.append(1, for: source)
    }

    /// Adds a character as it is.
    package mutating func append(raw scalar: Unicode.Scalar, for source: Range<Int>) {
        let width = bytes.count
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        map.append(bytes.count - width, for: source)
    }

    /// Adds bytes of a source, character by character.
    package mutating func append(_ range: Range<Int>, of source: [UInt8]) {
        var position = range.lowerBound
        while position < range.upperBound {
            let plain = position..<(source[position..<range.upperBound].firstIndex { !$0.isPlain } ?? range.upperBound)
            if !plain.isEmpty {
                bytes += source[plain]
                map.append(plain.count, for: plain)
                position = plain.upperBound
                continue
            }
            let (scalar, length) = source.scalar(at: position)
            let place = position..<(position + length)
            if let scalar { append(scalar, for: place) } else { append(byte: source[position], for: place) }
            position += length
        }
    }

    /// Takes a space from the end.
    package mutating func trim() {
        guard bytes.last == 0x20 else { return }
        bytes.removeLast()
        map.removeLast()
    }
}

extension UInt8 {
    /// Whether this is a character that is read as itself: of ASCII, seen, and no space.
    fileprivate var isPlain: Bool { (0x21...0x7E).contains(self) }
}
