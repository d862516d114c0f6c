import Facts
import Rendering
import Testing

@testable import Web

@Suite struct ReportTextTests {
    private static func paragraph(_ text: String, from start: Int = 0) -> ReportText.Paragraph {
        let words = Array(text.utf8)
        return .init(.words, words: words, map: SourceMap(identityOf: start..<start + words.count), line: 1)
    }

    private static func evidence(_ start: Int, _ end: Int) -> Evidence {
        Evidence(quote: "x", anchor: .exact(TextRange(start: start, end: end, line: 1)))
    }

    @Test func `a quotation is marked where it stands`() throws {
        let text = ReportText([Self.paragraph("First.", from: 0), Self.paragraph("He said no, twice.", from: 10)])
        let passage = try #require(Passage(of: Self.evidence(18, 20), in: text))
        #expect(passage.html.source == "<p class=\"passage\" dir=\"auto\">He said <mark>no</mark>, twice.</p>")
    }

    @Test func `a quotation that goes on beyond a paragraph is marked as far as that goes`() throws {
        let text = ReportText([Self.paragraph("ends here", from: 0), Self.paragraph("and goes on", from: 11)])
        let passage = try #require(Passage(of: Self.evidence(5, 14), in: text))
        #expect(passage.html.source.contains("ends <mark>here</mark>"))
    }

    @Test func `no character is cut in two`() throws {
        let text = ReportText([Self.paragraph("é and ü", from: 0)])
        let passage = try #require(Passage(of: Self.evidence(1, 2), in: text))
        #expect(passage.html.source.contains("<mark>é</mark> and ü"))
    }

    @Test func `of a long paragraph the part around the quotation is shown`() throws {
        let long = String(repeating: "word ", count: 2000) + "HERE" + String(repeating: " word", count: 2000)
        let passage = try #require(Passage(of: Self.evidence(10_000, 10_004), in: ReportText([Self.paragraph(long)])))
        #expect(passage.html.source.utf8.count < 2000)
        #expect(passage.html.source.contains("<mark>HERE</mark>"))
        #expect(passage.html.source.contains(">… "))
    }

    @Test func `marks may overlap, and the words stay the same`() {
        let words = Array("one two three".utf8)
        let runs = MarkedText(words, in: 0..<words.count, marks: [(1, 0..<7), (2, 4..<13), (3, 4..<7)]).runs
        #expect(runs.flatMap { Array($0.words) } == words)
        #expect(runs.map(\.marks) == [[1], [1, 2, 3], [2]])
        #expect(runs.map(\.opening) == [[1], [2, 3], []])
    }
}
