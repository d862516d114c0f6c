/// Punctuation that may end a sentence, with the quotation marks, brackets and note marks that close after it.
struct SentenceMark {
    /// Where the first full stop, question or exclamation mark stands.
    let start: Int
    /// Past the last of what belongs to the mark.
    private(set) var end: Int
    /// Whether a question or exclamation mark is in it.
    private(set) var isLoud = false
    /// Whether it is an ellipsis, with or without spaces in it.
    private(set) var isEllipsis = false
    /// Whether a quotation closes in it.
    private(set) var closesQuotation = false
    /// Whether a bracket closes in it.
    private(set) var closesBracket = false
    /// Whether a note mark such as "[1]" follows.
    private(set) var hasNote = false

    /// Reads the mark at a position, or returns `nil` when none stands there.
    init?(in bytes: SentenceBytes, at position: Int) {
        start = position
        end = position
        readStops(bytes)
        guard end > start else { return nil }
        while readNote(bytes) || readBracket(bytes) || readQuotationMark(bytes) {}
    }

    private mutating func readStops(_ bytes: SentenceBytes) {
        var dots = 0
        while true {
            if bytes[end] == UInt8(ascii: ".") {
                dots += 1
                end += 1
            } else if bytes[end] == UInt8(ascii: "?") || bytes[end] == UInt8(ascii: "!") {
                isLoud = true
                end += 1
            } else if bytes.startsWith("…", at: end) {
                dots += 3
                end += 3
            } else if dots > 0, bytes.startsWith(" .", at: end), !bytes.isDigit(end + 2) {
                end += 1
            } else {
                break
            }
        }
        isEllipsis = dots > 1
    }

    /// "[1]", "[12]", "[a]".
    private mutating func readNote(_ bytes: SentenceBytes) -> Bool {
        guard bytes[end] == UInt8(ascii: "[") else { return false }
        var close = end + 1
        while close < end + 4, bytes.isDigit(close) || (close == end + 1 && bytes.isLowercase(close)) { close += 1 }
        guard close > end + 1, bytes[close] == UInt8(ascii: "]") else { return false }
        end = close + 1
        hasNote = true
        return true
    }

    private mutating func readBracket(_ bytes: SentenceBytes) -> Bool {
        guard bytes[end] == UInt8(ascii: ")") || bytes[end] == UInt8(ascii: "]") else { return false }
        end += 1
        closesBracket = true
        return true
    }

    private mutating func readQuotationMark(_ bytes: SentenceBytes) -> Bool {
        for mark: StaticString in ["”", "’", "»", "''"] where bytes.startsWith(mark, at: end) {
            end += mark.utf8CodeUnitCount
            closesQuotation = true
            return true
        }
        if bytes[end] == UInt8(ascii: "'"), !bytes.isLetter(end + 1) {
            end += 1
            closesQuotation = true
            return true
        }
        let isSetOff = bytes.isSpace(end) && bytes[end + 1] == UInt8(ascii: "\"") && bytes.isSpace(end + 2)
        let quotation = isSetOff ? end + 1 : end
        guard bytes[quotation] == UInt8(ascii: "\""), Self.closes(bytes, at: quotation) else { return false }
        end = quotation + 1
        closesQuotation = true
        return true
    }

    /// Whether the straight quotation mark at a position closes: by the space beside it or, without any to tell, the
    /// opposite of what the nearest mark within reach before it does, or of the nearest after it.
    private static func closes(_ bytes: SentenceBytes, at position: Int) -> Bool {
        if let closes = closesBySpace(bytes, at: position) { return closes }
        let earlier = stride(from: position - 1, to: max(-1, position - reach), by: -1)
        let later = stride(from: position + 1, to: min(bytes.count, position + reach), by: 1)
        guard
            let nearest = earlier.first(where: { bytes[$0] == UInt8(ascii: "\"") })
                ?? later.first(where: { bytes[$0] == UInt8(ascii: "\"") })
        else { return true }
        return closesBySpace(bytes, at: nearest).map { !$0 } ?? true
    }

    /// How far a quotation mark without space on either side is matched with others, in bytes.
    private static let reach = 200

    private static func closesBySpace(_ bytes: SentenceBytes, at position: Int) -> Bool? {
        let before = bytes.isSpace(position - 1) || "([".utf8.contains(bytes[position - 1])
        let after = bytes.isSpace(position + 1) || ".,;:?!)]".utf8.contains(bytes[position + 1])
        return before == after ? nil : after
    }
}
