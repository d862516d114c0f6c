import Facts
import Testing

@Suite struct SentenceSearchTests {
    private static let text = """
        ---
        title: Ports
        ---
        The Café of Norland closed. It sold 12 tonnes of grain!

        Nobody bought the grain later. Grainy pictures show it.
        """

    private func found(_ texts: String...) throws -> [String] {
        let text = Array(Self.text.utf8)
        let record = ReportRecord(name: try #require(ReportName("n")), text: text, bodyStart: 21)
        let search = try #require(SentenceSearch(texts))
        return search.sentences(in: Report(record: record, text: text)).map { "\($0.line) \($0.sentence)" }
    }

    @Test func `all words stand in one sentence, whatever their case and diacritics`() throws {
        #expect(try found("CAFE", "closed") == ["4 The Café of Norland closed."])
        #expect(try found("café", "grain").isEmpty)
    }

    @Test func `the last word of a text may go on, and several stand side by side`() throws {
        #expect(try found("grain").count == 3)
        #expect(try found("tonnes of gra") == ["4 It sold 12 tonnes of grain!"])
        #expect(try found("of tonnes").isEmpty)
        #expect(try found("the gra") == ["6 Nobody bought the grain later."])
    }

    @Test func `nothing to look for is no search`() {
        #expect(SentenceSearch(["…", ""]) == nil)
    }
}
