import Synchronization

// MARK: counts

extension QuantityReader {
    /// A figure in digits and one word in small letters, "57545 people", as most quantities are; `nil` for anything else, which may
    /// be a quantity all the same.
    ///
    /// What the word makes of a figure is worked out once.
    static func count(_ text: String) -> Quantity? {
        let bytes = text.utf8
        guard let space = bytes.firstIndex(of: UInt8(ascii: " ")), bytes.first != UInt8(ascii: "0"),
            bytes[..<space].allSatisfy(\.isASCIIDigit), bytes[..<space].count <= 15,
            case let word = text[bytes.index(after: space)...], word.utf8.allSatisfy({ 0x61...0x7A ~= $0 }),
            let unit = countedUnits.unit(of: String(word)), let number = WrittenNumber(String(text[..<space]))
        else { return nil }
        return Quantity(.figure(number), unit: unit)
    }

    private static let countedUnits = CountedUnits()
}

/// The units of words that were met after a figure.
private final class CountedUnits: Sendable {
    private let known = Mutex<[String: Unit?]>([:])
    private static let limit = 4096

    /// The unit that a word alone gives the figure before it; `nil` when it makes something else of it, such as a magnitude does.
    func unit(of word: String) -> Unit? {
        if let unit = known.withLock({ $0[word] }) { return unit }
        let unit = Self.unit(of: word)
        known.withLock { known in
            if known.count >= Self.limit { known = [:] }
            known[word] = .some(unit)
        }
        return unit
    }

    private static func unit(of word: String) -> Unit? {
        guard let figure = WrittenNumber("57"), let quantity = QuantityReader.readAnyForm("57 \(word)"),
            quantity == Quantity(.figure(figure), unit: quantity.unit),
            // A word such as "daily" leaves it to others what is counted.
            quantity == QuantityReader.readAnyForm("57 \(word)", unit: Unit(symbol: "another"))
        else { return nil }
        return quantity.unit
    }
}
