@testable import Facts
import TestSupport
import Testing

/// Reports and claims are not to be trusted: whatever they hold, readers answer, and what they answer can be stored.
@Suite struct `Hostile text` {
    private static let pieces = [
        "5", "0", "12", "1,000", "1.5", "-", "–", "−", "+", "%", "$", "US$", "€", "€", "QR", "USD", "/", "..", "/..",
        "E", "E9", ".", ",", " ", "  ",
        "\u{A0}", "\u{202F}", "\n", "million", " million", "bn", "trillion ", "hundred", " and ", " to ", "between ",
        "from ", "more than ", "up to ",
        "about ", "dozens", "hundreds of ", "millions", "two", "twenty", "-one", "half a ", "a ", "people", " people",
        "km", " a month", "/day", " per ",
        " of ", "of GDP", "percent", " per cent", "May", "2020", "2020-02", "199X", "Y17000", "~", "?", "T10:00:00Z",
        "X", "or more", "the ", "Mr. ",
        "'s", "’", "\"", "\u{301}", "\u{200D}", "\u{202E}", "\u{0}", "é", "ß", "ﬁ", "İ", "½", "٣", "３", "²", "حماس",
        "😀", "{", "}", "[", "]", ":", "\\u0000",
        "9999999999999999999999999999", "null", "true", "- ", "#", "&a", "*a", "!!int", "|",
    ]

    @Test(arguments: UInt64(0)..<100)
    func `is answered by every reader`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<30 {
            let text = random.list(0...7) { $0.pick(Self.pieces) }.joined()
            if let quantity = QuantityReader.read(text) {
                #expect(Quantity(number: quantity.number, unit: quantity.unit) == quantity, "seed \(seed): \(text)")
                #expect(quantity.relation(to: quantity) == .same, "seed \(seed): \(text)")
                #expect(
                    Unit(named: quantity.unit.symbol) == quantity.unit, "seed \(seed): \(text) \(quantity.unit.symbol)")
            }
            let key = EntityKey(name: text)
            #expect(EntityKey(name: key.description) == key, "seed \(seed): \(text)")
            _ = key.mightName(EntityKey(name: random.pick(Self.pieces)))
            let value = Vocabulary.empty.value(.plain(text), nil)
            #expect(Value(json: value.json) == value, "seed \(seed): \(text)")
            _ = try? JSONParser.parse(text)
            _ = try? VocabularyReader.read("format: vocabulary/1\npredicates: \(text)")
            if let name = ReportName(fileName: text) {
                #expect(ReportName(name.description) == name, "seed \(seed): \(text)")
            }
        }
    }

    @Test(arguments: ["trillion", "hundred", "billion"])
    func `a number too large to be stored is not read`(magnitude: String) {
        let text = "5" + String(repeating: " \(magnitude)", count: 40)
        #expect(QuantityReader.read(text) == nil)
    }

    @Test func `thousands of words of one kind are read before anybody waits`() {
        for piece in ["5", "a ", "-", " million", "'s", "e\u{301}", "..", "1,000,", "the ", "Mr. "] {
            let text = String(repeating: piece, count: 5000)
            let key = EntityKey(name: text)
            // Judged outside #expect, which would print both sides of every comparison.
            let isRead = QuantityReader.read(text) != nil || Vocabulary.empty.value(.plain(text), nil).quantity != nil
            let isItsOwnKey = EntityKey(name: key.description) == key
            #expect(!isRead && isItsOwnKey, "\(piece)")
        }
    }
}
