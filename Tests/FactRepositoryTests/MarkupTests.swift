import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

/// Quotations of an HTML page are the words between its tags, and are checked as such.
@Suite struct MarkupTests {
    private static let html = Array(
        "<p class=\"paid\">Qatar  <b>paid</b> US&#36;30&nbsp;million.</p><p>Later it paid more.</p>".utf8)

    private func report() throws -> Report {
        var record = ReportRecord(name: try #require(ReportName("n")), text: Self.html)
        record.format = .html
        return Report(record: record, text: Self.html)
    }

    private func claim(quoting quote: String) throws -> ReadClaims {
        var claim = StatedClaim(report: try report().record.name, subject: .plain("Qatar"), predicate: "pays")
        claim.object = .plain("US$30 million")
        claim.evidence = [.init(quote: quote)]
        let anchored = try #require(AnchoredClaim(claim, in: QuoteAnchor(try report())))
        return ReadClaims(extractor: .unnamed, claims: [anchored])
    }

    @Test func `a quotation over tags and references is recorded, read again and verified`() throws {
        try withStory { story in
            try story.record {
                $0.reports = [try report()]
                $0.claims[try report().record.name] = try claim(quoting: "Qatar paid US$30 million")
            }
            let evidence = try #require(try story.latest.claims(of: try report().record.name).first?.evidence.first)
            let range = try #require(evidence.range)
            #expect(evidence.quote == "Qatar paid US$30 million")
            #expect(
                String(decoding: Self.html[range.start..<range.end], as: UTF8.self)
                    == "Qatar  <b>paid</b> US&#36;30&nbsp;million")
            #expect(try story.latest.report(try report().record.name).record.format == .html)
            #expect(try story.problems.isEmpty)
        }
    }

    @Test func `a quotation that lies in a tag or elsewhere is named`() throws {
        for (from, to) in [(#""start":16"#, #""start":10"#), (#""start":16"#, #""start":17"#), ("paid US", "owes US")] {
            try withStory { story in
                try story.record {
                    $0.reports = [try report()]
                    $0.claims[try report().record.name] = try claim(quoting: "Qatar paid US$30 million")
                }
                let bytes = try story.git("cat-file", "blob", "HEAD:facts.jsonl").output
                let edited = String(decoding: bytes, as: UTF8.self).replacing(from, with: to)
                #expect(edited != String(decoding: bytes, as: UTF8.self))
                let id = try story.git.commit(["facts.jsonl": Array(edited.utf8)], message: "edit")
                let problems = try story.problems
                #expect(
                    problems.contains { $0.hasPrefix("\(id.hex.prefix(8)) n: the quotation of claim") }, "\(problems)")
            }
        }
    }

    @Test func `the page's new look leaves its quotations where their words went`() throws {
        try withStory { story in
            let name = try report().record.name
            try story.record {
                $0.reports = [try report()]
                $0.claims[name] = try claim(quoting: "Qatar paid US$30 million")
            }
            let text = Array("<div><h1>News</h1><p>Qatar <em>paid</em>\nUS$30 million.</div>".utf8)
            var record = ReportRecord(name: name, text: text)
            record.format = .html
            try story.record(day: 1) { $0.reports = [Report(record: record, text: text)] }
            let evidence = try story.latest.claims(of: name).flatMap(\.evidence)
            #expect(evidence.map(\.quote) == ["Qatar paid US$30 million"])
            #expect(evidence.first?.range?.start == 21)
            #expect(try story.problems.isEmpty)
        }
    }
}
