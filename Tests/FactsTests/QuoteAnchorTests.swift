@testable import Facts
import TestSupport
import Testing

@Suite struct `Quotations are found in a report` {
    private func evidence(_ quote: String, in text: String, from bodyStart: Int = 0, at start: Int? = nil) -> Evidence?
    {
        QuoteAnchor(text: Array(text.utf8), bodyStart: bodyStart).evidence(for: .init(quote: quote, start: start))
    }

    @Test(arguments: [
        ("Qatar severed ties.", "severed", 6, 13, 1), ("a\nb\n\nc", "c", 5, 6, 4), ("é😀x", "x", 6, 7, 1),
        ("é😀x", "😀", 2, 6, 1),
        ("one\r\ntwo", "two", 5, 8, 2), ("x", "x", 0, 1, 1), ("a\nb", "a\nb", 0, 3, 1), ("حماس قالت", "قالت", 9, 17, 1),
    ])
    func `once, byte for byte`(text: String, quote: String, start: Int, end: Int, line: Int) {
        let place = TextRange(start: start, end: end, line: line)
        #expect(evidence(quote, in: text) == Evidence(quote: quote, anchor: .exact(place)))
        #expect(
            evidence(quote, in: text, at: 999) == Evidence(quote: quote, anchor: .exact(place)),
            "a wrong offset is no harm")
    }

    @Test(arguments: [
        ("he  said “no”", "said \"no\"", "said “no”", 4), ("it's", "it’s", "it's", 0),
        ("one\r\ntwo", "one\ntwo", "one\r\ntwo", 0),
        ("one\u{A0}two", "one two", "one\u{A0}two", 0), ("one two", "one\ntwo", "one two", 0),
        ("one two", " one \t two\n", "one two", 0),
        ("a ‘b’ c", "'b'", "‘b’", 2), ("é one\n\n two", "one two", "one\n\n two", 3),
        ("one\u{2028}two", "one two", "one\u{2028}two", 0),
        ("one\u{3000}two", "one two", "one\u{3000}two", 0), ("x\u{2009}y", "x y", "x\u{2009}y", 0),
    ])
    func `once, when white space and quotation marks are folded`(text: String, quote: String, found: String, start: Int)
    {
        let place = TextRange(start: start, end: start + found.utf8.count, line: 1)
        let evidence = evidence(quote, in: text)
        #expect(evidence?.anchor == .folded(place))
        #expect(evidence?.quote.utf8.elementsEqual(found.utf8) == true)
    }

    @Test func `one of several only where the offset says so`() {
        let text = "ties, ties and “ties” and 'ties'"
        #expect(evidence("ties", in: text)?.anchor == .orphaned)
        #expect(evidence("ties", in: text, at: 1)?.anchor == .orphaned)
        #expect(evidence("ties", in: text, at: 6)?.anchor == .exact(TextRange(start: 6, end: 10, line: 1)))
        let folded = "a  b, a\tb"
        #expect(evidence("a b", in: folded)?.anchor == .orphaned)
        #expect(evidence("a b", in: folded, at: 6)?.anchor == .folded(TextRange(start: 6, end: 9, line: 1)))
    }

    @Test func `overlapping places are several places`() {
        #expect(evidence("aba", in: "ababa")?.anchor == .orphaned)
        #expect(evidence("aba", in: "ababa", at: 2)?.anchor == .exact(TextRange(start: 2, end: 5, line: 1)))
    }

    @Test(arguments: [
        ("Qatar severed ties", "severed trade ties"), ("", "x"), ("x", ""), ("x", "  "), ("short", "longer than that"),
        ("Qatar", "qatar"),
        ("café", "cafe"), ("a-b", "a–b"), ("one two", "onetwo"), ("ties", "ties."),
    ])
    func `not at all when it is not there`(text: String, quote: String) {
        #expect(evidence(quote, in: text) == nil)
    }

    @Test func `not in the front matter`() {
        let text = "title: Qatar\n\nQatar severed ties"
        #expect(evidence("title", in: text, from: 14) == nil)
        #expect(evidence("Qatar", in: text, from: 14)?.anchor == .exact(TextRange(start: 14, end: 19, line: 3)))
        #expect(
            evidence("Qatar  severed", in: text, from: 14)?.anchor == .folded(TextRange(start: 14, end: 27, line: 3)))
        #expect(evidence("Qatar", in: text, from: 15) == nil)
        #expect(evidence("Qatar", in: text, from: 1000) == nil)
    }

    @Test func `bytes that are not UTF-8 are stepped over`() {
        let text: [UInt8] = [0xFF, 0xC2, 0xE2, 0x80] + Array("ties".utf8) + [0xE2, 0x80]
        let found = QuoteAnchor(text: text).evidence(for: .init(quote: "ties"))
        #expect(found?.anchor == .exact(TextRange(start: 4, end: 8, line: 1)))
    }

    @Test func `a long run of one letter is searched in linear time`() {
        let text = [UInt8](repeating: UInt8(ascii: "a"), count: 2_000_000)
        let anchor = QuoteAnchor(text: text)
        let quote = String(repeating: "a", count: 100_000)
        #expect(anchor.evidence(for: .init(quote: quote))?.anchor == .orphaned)
        #expect(anchor.evidence(for: .init(quote: quote + "b")) == nil)
    }

    @Test(arguments: UInt64(0)..<200)
    func `what is found stands in the report, byte for byte`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = ["a", "b", " ", "\n", "\r\n", "\u{A0}", "“", "\"", "’", "'", "é", "😀", "\u{301}", "\u{2028}"]
        let text = Array(random.list(0...40) { $0.pick(alphabet) }.joined().utf8)
        let bodyStart = Int.random(in: 0...8, using: &random)
        let anchor = QuoteAnchor(text: text, bodyStart: bodyStart)
        for _ in 0..<20 {
            let quote = random.list(1...5) { $0.pick(alphabet) }.joined()
            let start = random.pick([nil, Int.random(in: 0...40, using: &random)])
            guard let evidence = anchor.evidence(for: .init(quote: quote, start: start)), let range = evidence.range
            else { continue }
            #expect(range.start >= bodyStart && range.end <= text.count, "seed \(seed)")
            #expect(Array(text[range.start..<range.end]) == Array(evidence.quote.utf8), "seed \(seed)")
            #expect(range.line == text[..<range.start].count { $0 == 0x0A } + 1, "seed \(seed)")
            #expect(Evidence(json: evidence.json) == evidence, "seed \(seed)")
        }
    }
}
