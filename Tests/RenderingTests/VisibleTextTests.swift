import Testing

@testable import Rendering

@Suite struct VisibleTextTests {
    @Test(
        "what a terminal would obey or hide is spelled out",
        arguments: [
            ("a\u{1B}[31mb", "a␛[31mb"), ("\u{7F}", "␡"), ("a\u{0}b", "a␀b"), ("\u{9B}31m", "‹U+009B›31m"),
            ("\u{202E}abc", "‹U+202E›abc"), ("a\u{200B}b", "a‹U+200B›b"), ("a\u{2028}b", "a‹U+2028›b"),
            ("\u{FEFF}a", "‹U+FEFF›a"), ("\u{E000}", "‹U+E000›"), ("a\u{E0041}", "a‹U+E0041›"),
            ("a\u{FE0F}", "a‹U+FE0F›"), ("a\u{3164}b", "a‹U+3164›b"), ("a\u{AD}b", "a‹U+00AD›b"),
            ("a\u{85}b", "a‹U+0085›b"), ("a\u{B}b", "a␋b"),
        ])
    func spelledOut(raw: String, shown: String) {
        #expect(VisibleText(raw).text == shown)
    }

    @Test("line ends and tabs inside a quotation become one space, an empty line a paragraph mark") func spaces() {
        #expect(VisibleText("met with\n top\tofficials").text == "met with top officials")
        #expect(VisibleText("one.\n\nTwo").text == "one. ¶ Two")
        #expect(VisibleText("one.\r\n\r\nTwo").text == "one. ¶ Two")
        #expect(VisibleText("  a  ").text == "a")
    }

    @Test("what is too long is cut, and the rest is counted") func long() {
        let text = VisibleText(String(repeating: "x", count: 1400))
        #expect(text.text == String(repeating: "x", count: 400) + "… (1,000 more characters)")
        #expect(VisibleText(String(repeating: "x", count: 400)).text.utf8.count == 400)
        #expect(VisibleText("東京都庁", limit: 5).text == "東京… (2 more characters)")
    }

    @Test("marks need a letter, and only so many") func marks() {
        #expect(VisibleText("\u{301}a").text.unicodeScalars.first == "\u{25CC}")
        let piled = VisibleText("a" + String(repeating: "\u{301}", count: 50)).text
        #expect(piled.unicodeScalars.count { $0 == "\u{301}" } == VisibleText.maximumMarks)
        #expect(piled.hasSuffix("‹+42 marks›"))
    }

    @Test(
        "letters of every script stay as they are",
        arguments: ["إسماعيل هنية", "東京", "Türkiye", "“guided missile”", "नमस्ते"])
    func letters(text: String) {
        #expect(VisibleText(text).text == text)
    }

    @Test(
        "short plain text stays as it is, but for spaces too many",
        arguments: [
            ("", ""), (" ", ""), ("a", "a"), (" a", "a"), ("a ", "a"), ("a  b", "a b"), ("a b", "a b"), ("a\tb", "a b"),
            ("~", "~"),
        ])
    func plain(raw: String, shown: String) {
        #expect(VisibleText(raw).text == shown)
    }

    @Test("text made harmless twice is the same") func idempotent() {
        for raw in HostileText.all {
            let once = VisibleText(raw, limit: .max)
            #expect(VisibleText(once.text, limit: .max) == once)
        }
    }

    @Test("tokens joined are the text") func tokens() {
        let text = VisibleText("Israel's 1,500.5 dollars, e\u{301}—(24h)  東京")
        #expect(VisibleText.joined(text.tokens) == text)
        #expect(text.tokens.map(\.text).prefix(4) == ["Israel's", " ", "1,500.5", " "])
    }
}

@Suite struct DisplayWidthTests {
    @Test(
        "columns are those of a terminal",
        arguments: [
            ("abc", 3), ("東京", 4), ("e\u{301}", 1), ("é", 1), ("한국", 4), ("ｆ", 2), ("😀", 2), ("إسماعيل", 7), ("—›", 2),
            ("", 0),
        ])
    func columns(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    @Test("the table of wide scalars is sorted without overlap") func table() {
        for (a, b) in zip(DisplayWidth.wide, DisplayWidth.wide.dropFirst()) { #expect(a.upperBound < b.lowerBound) }
    }
}
