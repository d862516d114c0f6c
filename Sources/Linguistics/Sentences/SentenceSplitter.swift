/// Finds the sentences of English prose.
///
/// Every boundary is decided by the few words around it, so that an edit inside one sentence moves its own boundaries and
/// no others. The time is linear in the text, whatever the text is.
package struct SentenceSplitter {
    /// No sentence is longer, in UTF-8 bytes; what is gets cut at clause punctuation, at white space, or between two scalars.
    ///
    /// The longest sentences of edited English stay well below; the bound is there for text that is not prose.
    package static let maximumByteCount = 2048

    /// The sentences of a passage in order: UTF-8 byte ranges without white space at either end or a bullet in front.
    ///
    /// Ranges do not overlap, none is empty, and between them lies nothing but white space and bullets.
    package static func sentences(in text: String) -> [Range<Int>] {
        let bytes = SentenceBytes(text)
        var sentences: [Range<Int>] = []
        var start = 0
        for end in SentenceBoundaries(bytes: bytes).all() + [bytes.count] {
            var rest = bytes.trimmed(start..<end)
            while rest.count > maximumByteCount {
                let cut = cut(rest, in: bytes)
                sentences.append(bytes.trimmed(rest.lowerBound..<cut))
                rest = bytes.trimmed(cut..<rest.upperBound)
            }
            sentences.append(rest)
            start = end
        }
        return sentences.filter { !$0.isEmpty }
    }

    /// Where the first piece of an over-long sentence ends: as late in the second half of what is allowed as can be.
    private static func cut(_ range: Range<Int>, in bytes: SentenceBytes) -> Int {
        let limit = range.lowerBound + maximumByteCount
        let half = range.lowerBound + maximumByteCount / 2
        var lastSpace: Int?
        var lastComma: Int?
        for position in stride(from: limit - 1, to: half, by: -1) where bytes.isSpace(position) {
            lastSpace = lastSpace ?? position
            switch bytes[position - 1] {
            case UInt8(ascii: ";"), UInt8(ascii: ":"): return position
            case UInt8(ascii: ","): lastComma = lastComma ?? position
            default: break
            }
        }
        if let position = lastComma ?? lastSpace { return position }
        var position = limit
        while bytes.isContinuation(position) { position -= 1 }
        return position
    }
}
