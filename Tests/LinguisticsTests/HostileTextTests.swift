import Linguistics
import TestSupport
import Testing

@Suite struct HostileTextTests {
    /// What holds of every reading: tokens and white space are the text, heads and sentences are in it, names do not overlap.
    private func expectSound(_ parsed: ParsedText, _ comment: Comment) {
        var end = 0
        for token in parsed.tokens {
            #expect(token.range.lowerBound == end, comment)
            #expect(token.text.utf8.count == token.range.count, comment)
            #expect(parsed.tokens.indices.contains(token.head), comment)
            end = token.range.upperBound + (token.isFollowedBySpace ? 1 : 0)
        }
        #expect(end == parsed.text.utf8.count, comment)
        #expect(parsed.tokens.map { $0.text + ($0.isFollowedBySpace ? " " : "") }.joined() == parsed.text, comment)
        #expect(parsed.sentences.flatMap(\.self) == Array(parsed.tokens.indices), comment)
        var last = 0
        for name in parsed.entities {
            #expect(name.tokens.lowerBound >= last && !name.tokens.isEmpty, comment)
            last = name.tokens.upperBound
        }
        #expect(last <= parsed.tokens.count, comment)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `any text is read whole`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "the", "Ships", " ", "  ", "\n", "\t", ".", "...", "(", ")", "\"", "’s", "n't", "U.S.", "a.m.", ":)",
            "http://", "@", "10", "€",
            "\u{A0}", "\u{300}", "é", "e\u{301}", "\u{200D}", "👩‍👩‍👧", "中文", "\u{FEFF}", "\u{0}", "\u{1C}", "ß", "İ", "Σ",
            "can't've", "-", "—", "/", "'",
            "\u{10FFFF}", "\r\n", "don't", "%", "km", "$5", "#", "_", "x".lowercased(), "\u{2028}", "．",
        ]
        let text = random.list(0...80) { $0.pick(parts) }.joined()
        let pipeline = try Pipeline.english()
        expectSound(pipeline.parse(text), "seed \(seed)")
        expectSound(pipeline.parse(sentence: text), "seed \(seed), as one sentence")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `random bytes are read whole`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = String(decoding: random.list(0...400) { UInt8.random(in: 0...255, using: &$0) }, as: UTF8.self)
        expectSound(try Pipeline.english().parse(text), "seed \(seed)")
    }

    @Test(arguments: ["(", "a.", "x(", ".", "http://a", "a-", "'", "((A.", "1,", "\u{300}", "a:b@", "n't"])
    func `a word of many thousand letters takes no longer than as many words`(part: String) throws {
        let text = String(repeating: part, count: 2_000)
        let parsed = try Pipeline.english().parse(sentence: text)
        expectSound(parsed, "\(part)")
    }

    @Test func `a text longer than one piece is read piece by piece`() throws {
        let text = String(repeating: "One more boat came in. ", count: 2_000)
        let parsed = try Pipeline.english().parse(text)
        #expect(parsed.tokens.count == 12_000)
        expectSound(parsed, "long")
    }
}
