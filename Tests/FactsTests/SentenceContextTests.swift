@testable import Facts
import Testing

@Suite struct `The context of a quotation` {
    private let text = "One is first. Two follows it. Three holds the quote here. Four comes next. Five is last."

    private func context(_ quote: String, in text: String) throws -> SentenceContext {
        let evidence = try #require(QuoteAnchor(text: Array(text.utf8)).evidence(for: .init(quote: quote)))
        return SentenceContext(of: try #require(evidence.range), in: Array(text.utf8))
    }

    @Test func `is the sentence and its neighbours`() throws {
        let context = try context("the quote", in: text)
        #expect(context.stands(in: Array(text.utf8)))
        #expect(
            context.stands(in: Array("Other. Two follows it. Three holds the quote here. Four comes next. More.".utf8)))
        #expect(!context.stands(in: Array("Two followed it. Three holds the quote here. Four comes next. ".utf8)))
        #expect(!context.stands(in: Array("Two follows it. Three holds the quote here. Four came next. ".utf8)))
    }

    @Test(arguments: ["One", "first", "Five", "last"])
    func `ends where the text ends`(quote: String) throws {
        #expect(try context(quote, in: text).stands(in: Array(text.utf8)))
    }

    @Test func `goes over tags in HTML, which are no part of it`() throws {
        func report(_ html: String) throws -> Report {
            var record = ReportRecord(name: try #require(ReportName("r")), text: Array(html.utf8))
            record.format = .html
            return Report(record: record, text: Array(html.utf8))
        }
        let old = try report("<p>One is.</p><p>Two is.</p><p>Three <b>holds</b> it.</p><p>Four is.</p><p>Five is.</p>")
        let found = try #require(QuoteAnchor(old).evidence(for: .init(quote: "holds it")))
        let context = SentenceContext(of: try #require(found.range), in: ReportWords(old))
        let new = try report("<div id=\"x\">Six was.\nTwo is. Three holds it.</div> Four is. <p>Seven was.")
        #expect(context.stands(in: ReportWords(new)))
        let edited = try report("<p>Two was.</p><p>Three holds it.</p><p>Four is.</p>")
        #expect(!context.stands(in: ReportWords(edited)))
    }

    @Test func `a place that the text does not have is no harm`() {
        for (start, end) in [(-5, -1), (500, 900), (0, 0), (88, 900)] {
            let context = SentenceContext(of: TextRange(start: start, end: end, line: 1), in: Array(text.utf8))
            _ = context.stands(in: Array(text.utf8))
        }
        _ = SentenceContext(of: TextRange(start: 0, end: 0, line: 1), in: [])
    }
}

@Suite struct `The distance of two words` {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("polarity", "polarty", 1), ("é", "e", 1), ("ab", "ba", 2),
    ])
    func `counts letters put in, taken out and replaced`(a: String, b: String, distance: Int) {
        #expect(EditDistance.between(a, b) == distance)
        #expect(EditDistance.between(b, a) == distance)
    }

    @Test func `names the nearest word when it is near enough`() {
        let words = ["polarity", "certainty", "modality"]
        #expect(EditDistance.nearest(to: "Polarty", in: words) == "polarity")
        #expect(EditDistance.nearest(to: "x", in: words) == nil)
        #expect(EditDistance.nearest(to: "b", in: ["c", "a"]) == "a", "of two as near, the first in order")
        #expect(EditDistance.nearest(to: "a", in: []) == nil)
    }
}

@Suite struct `Claims with their quotations looked for` {
    @Test func `are none when one quotation is absent`() throws {
        let anchor = QuoteAnchor(text: Array("severed  ties".utf8))
        var stated = StatedClaim(report: try #require(ReportName("r")), subject: .plain("Qatar"), predicate: "p")
        stated.evidence = [.init(quote: "severed ties"), .init(quote: "ties", start: 3)]
        let claim = try #require(AnchoredClaim(stated, in: anchor))
        var normalised = stated
        normalised.evidence = [.init(quote: "severed  ties"), .init(quote: "ties")]
        #expect(claim.id == ClaimID(normalised))
        #expect(Vocabulary.empty.read(stated, evidence: claim.evidence).id == claim.id)
        stated.evidence.append(.init(quote: "absent"))
        #expect(AnchoredClaim(stated, in: anchor) == nil)
    }
}
