@testable import Facts
import TestSupport
import Testing

@Suite struct `Words and tags of HTML` {
    private func words(_ html: String) -> String { MappedText(markup: Array(html.utf8)).text }

    @Test(arguments: [
        ("<p>One <b>two</b>three</p><p>four</p>", "One twothree four"), ("a<br>b<hr/>c", "a b c"),
        ("1 < 2 <3 a<>b", "1 < 2 <3 a<>b"),
        ("<a title=\"x > y\" href='>'>z</a>", "z"), ("<a href=x>y</a >z", "yz"),
        ("a<!-- <p>no</p> -->b<!doctype html>c", "abc"),
        ("<script>if (a</p>b) '</p>'</script>x", "x"), ("<SCRIPT>a</Script >b", "b"), ("<style>p > a {}</style>c", "c"),
        ("<script src=x />after", "after"), ("<title>no</title>yes", "yes"), ("a<!-->b", "ab"), ("a<!--", "a"),
        ("a<b", "a"),
        ("a</", "a</"), ("a</>b", "ab"), ("a<", "a<"), ("a<?php x ?>b", "ab"), ("a<![CDATA[x>y]]>b", "ab"),
        ("<p a='x", ""),
        ("<script>never ends", ""), ("caf&eacute; &amp; &lt;b&gt;", "café & <b>"), ("“a”&nbsp;&rsquo;b", "\"a\" 'b"),
        ("x&shy;y&#8203;z", "xyz"), ("<td>a<td>b", "a b"), ("<p =a=b>c", "c"), ("<a b==c>d", "d"),
    ])
    func `are told apart as browsers do`(html: String, read: String) {
        #expect(words(html) == read)
    }

    @Test(arguments: UInt64(0)..<300)
    func `any place of the words leads to bytes that have them, and only such places have words`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "<p>", "</p>", "<b", ">", "<!--", "-->", "<script>", "</script>", "&amp;", "&", "&#8217;", " ", "\n",
            "word", "é", "“",
            "<", "/", "\"", "=", "<a href=\"", "\u{AD}", "<br/>", "title", "'",
        ]
        let text = Array(random.list(0...40) { $0.pick(pieces) }.joined().utf8)
        let words = MappedText(markup: text)
        var record = ReportRecord(name: try #require(ReportName("r")), text: text)
        record.format = .html
        let report = Report(record: record, text: text)
        let (stored, anchor) = (ReportWords(report), QuoteAnchor(report))
        #expect(String(validating: words.bytes, as: UTF8.self) != nil, "seed \(seed)")
        for _ in 0..<20 where !words.bytes.isEmpty {
            let start = Int.random(in: words.bytes.indices, using: &random)
            let end = Int.random(in: (start + 1)...words.bytes.count, using: &random)
            guard let quote = String(validating: words.bytes[start..<end], as: UTF8.self), quote.first != " ",
                quote.last != " "
            else { continue }
            let place = words.map.source(of: start..<end)
            #expect(stored.quote(at: place) == quote, "seed \(seed)")
            let found = try #require(anchor.evidence(for: .init(quote: quote, start: place.lowerBound)), "seed \(seed)")
            if let range = found.range {
                #expect(stored.quote(at: range.start..<range.end) == found.quote, "seed \(seed)")
            }
        }
    }

    @Test func `hold quotations between their tags, not in them`() throws {
        let html =
            "<title>Trade ties</title><p class=\"Trade ties\">Qatar  <b>severed</b> its &ldquo;trade&rdquo; ties.</p>\n<p>Ties ended."
        var record = ReportRecord(name: try #require(ReportName("r")), text: Array(html.utf8))
        record.format = .html
        let report = Report(record: record, text: Array(html.utf8))
        let anchor = QuoteAnchor(report)
        let found = try #require(anchor.evidence(for: .init(quote: "severed its “trade” ties")))
        #expect(found.quote == "severed its \"trade\" ties")
        let range = try #require(found.range)
        #expect(
            String(decoding: report.text[range.start..<range.end], as: UTF8.self)
                == "severed</b> its &ldquo;trade&rdquo; ties")
        #expect(found.anchor == .folded(range))
        #expect(anchor.evidence(for: .init(quote: "Trade ties")) == nil)
        #expect(anchor.evidence(for: .init(quote: "ties. Ties ended"))?.range?.line == 1)
        let exact = try #require(anchor.evidence(for: .init(quote: "Ties ended.")))
        #expect(exact.anchor == .exact(try #require(exact.range)))
        #expect(exact.range?.line == 2)
        let stored = ReportWords(report)
        for wrong in [0..<5, 1..<3, 26..<31, range.start..<(range.end + 20000), (range.start - 3)..<range.end, -2..<4] {
            #expect(stored.quote(at: wrong) == nil)
        }
    }

    @Test func `take linear time whatever is left open`() {
        for piece in ["<", "<a ", "<a \"", "<!--", "<script>", "&", "<a b='", "</", "<script></scrip", "<![CDATA["] {
            let text = [UInt8](String(repeating: piece, count: 1_000_000 / piece.utf8.count).utf8)
            _ = MappedText(markup: text)
        }
    }

    @Test func `a record says that its text is HTML, and says nothing of plain text`() throws {
        var record = ReportRecord(name: try #require(ReportName("r")), text: [])
        #expect(record.json.object?["format"] == nil)
        record.format = .html
        #expect(record.json.object?["format"] == "html")
        #expect(ReportRecord(json: record.json) == record)
        var members = try #require(record.json.object)
        members["format"] = "scroll"
        #expect(ReportRecord(json: .object(members)) == nil)
    }
}
