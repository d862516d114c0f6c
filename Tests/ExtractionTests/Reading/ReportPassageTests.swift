import Extraction
import Facts
import Testing

@Suite struct `Passages of a report` {
    private func report(_ text: String) throws -> Report { try ExtractionTests.report(text, "wire.md") }

    @Test func `are its prose in order, each with those before it`() throws {
        let report = try report(
            "---\ntitle: T\nsource: Gulf Ledger\npublished: 2020-02-23\n---\n# T\n\nOne was.\n\n## Sub\n\nTwo was.\n\n- Three was.\n\n> Four was.\n\nFive was.\n\nShare on X\n"
        )
        let passages = report.passages.map(\.passage)
        #expect(passages.map(\.text) == ["One was.", "Two was.", "Three was.", "Four was.", "Five was."])
        #expect(passages.map(\.before).last == ["Two was.", "Three was.", "Four was."])
        #expect(passages.first?.title == "T")
        #expect(passages.first?.source == "Gulf Ledger")
        #expect(passages.first?.published?.edtf == "2020-02-23")
    }

    @Test func `lead quotations back to the stored words, marks and all`() throws {
        let report = try report(
            "---\ntitle: T\n---\nHe  said “**no** [deal](https://example.org)”.\n\nHe said “no deal”.")
        let passage = report.passages[0]
        var claim = try claim(quoting: "\"no deal\"", "He said", "absent")
        claim.evidence[0].start = 8
        claim.evidence[1].start = 99
        let located = passage.located(claim).evidence
        #expect(located.map(\.quote) == ["“**no** [deal](https://example.org)”", "He  said", "absent"])
        for item in located.dropLast() {
            let (start, end) = (try #require(item.start), try #require(item.end))
            #expect(String(decoding: report.text[start..<end], as: UTF8.self) == item.quote)
        }
        #expect(located[2].start == nil)
        let anchored = AnchoredReading(
            [passage.located(try ExtractionTests.claim(quoting: "He said"))], by: .unnamed, in: report)
        #expect(anchored.claims.claims.first?.evidence.first?.range?.start == 17)
    }

    @Test func `a block that is too long is parted behind sentences, and every part leads back`() throws {
        let text = String(repeating: "The envoy flew to Doha and came back with nothing. ", count: 1000) + "End."
        let report = try report(text)
        let passages = report.passages
        #expect(passages.count > 5)
        #expect(passages.map(\.passage.text).joined(separator: " ") == text)
        for passage in passages {
            #expect(passage.passage.text.utf8.count <= Passage.maximumLength)
            let source = passage.source(of: 0..<passage.passage.text.utf8.count)
            #expect(String(decoding: report.text[source], as: UTF8.self) == passage.passage.text)
        }
    }

    @Test func `a word without an end is parted where it must be`() throws {
        let text = String(repeating: "é", count: 20_000)
        #expect(try report(text).passages.map(\.passage.text).joined() == text)
    }
}
