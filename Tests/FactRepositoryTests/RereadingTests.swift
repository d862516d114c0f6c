import FactDiff
import FactRepository
import Facts
import StoryTestSupport
import TestSupport
import Testing

@Suite struct RereadingTests {
    private let first = News.Sentence("Qatar", "pays", "US$30 million")
    private let second = News.Sentence("Israel", "met", "Hamas")

    @Test func `a text edited around a quotation moves its evidence`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", [second])) }
            let before = try story.latest
            try story.record(day: 1) { try $0.add(News("n", [first, second]), by: nil) }
            let set = try story.changes(from: before, to: story.latest)
            #expect(set.changes.map(\.evidence) == [.moved])
            #expect(set.changes.map(\.cause) == [.report])
            #expect(try story.problems == [])
        }
    }

    @Test func `a quotation that left the text is orphaned, and found again when the text returns`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", [first, second])) }
            let before = try story.latest
            try story.record(day: 1) { try $0.add(News("n", [second]), by: nil) }
            let set = try story.changes(from: before, to: story.latest)
            #expect(set.changes.map(\.support).sorted { $0.rawValue < $1.rawValue } == [.kept, .orphaned])
            #expect(try story.latest.facts().flatMap(\.claims).count(where: \.isOrphaned) == 1)
            try story.record(day: 2) { try $0.add(News("n", [first, second]), by: nil) }
            #expect(try story.latest.facts() == before.facts())
            #expect(try story.latest.tree == before.tree)
            #expect(try story.problems == [])
        }
    }

    @Test func `a quotation found after folding stays so when the text is edited elsewhere`() throws {
        try withStory { story in
            let name = try #require(ReportName("n"))
            func report(_ text: String) -> Report {
                Report(record: ReportRecord(name: name, text: Array(text.utf8)), text: Array(text.utf8))
            }
            var claim = StatedClaim(report: name, subject: .plain("Qatar"), predicate: "pays")
            claim.evidence = [.init(quote: "Qatar pays")]
            func read(_ report: Report) throws -> ReadClaims {
                let anchored = try #require(AnchoredClaim(claim, in: QuoteAnchor(text: report.text)))
                return ReadClaims(extractor: .unnamed, claims: [anchored])
            }
            let (first, edited) = (report("Qatar\u{A0}pays. One."), report("Qatar\u{A0}pays. Two."))
            try story.record {
                $0.reports = [first]
                $0.claims[name] = try read(first)
            }
            try story.record(day: 1) { $0.reports = [edited] }
            let before = try story.latest.tree
            try story.record(day: 2) { $0.claims[name] = try read(edited) }
            #expect(try story.latest.tree == before)
        }
    }

    @Test func `quotation marks that a publisher curled do not break a claim`() throws {
        try withStory { story in
            let straight = Array(#"He said "no deal" on Monday."#.utf8)
            let curly = Array("He said “no deal” on Monday.".utf8)
            let name = try #require(ReportName("n"))
            var claim = StatedClaim(report: name, subject: .plain("He"), predicate: "said")
            claim.evidence = [.init(quote: #"said "no deal" on"#)]
            let anchored = try #require(AnchoredClaim(claim, in: QuoteAnchor(text: straight)))
            try story.record { recording in
                recording.reports = [Report(record: ReportRecord(name: name, text: straight), text: straight)]
                recording.claims[name] = ReadClaims(extractor: .unnamed, claims: [anchored])
            }
            let before = try story.latest
            for (day, text) in [(1, curly), (2, straight)] {
                try story.record(day: day) {
                    $0.reports = [Report(record: ReportRecord(name: name, text: text), text: text)]
                }
                let claims = try story.latest.claims(of: name)
                #expect(claims.map(\.isOrphaned) == [false])
                #expect(try story.problems == [])
            }
            #expect(try story.latest.claims(of: name).map(\.id) == before.claims(of: name).map(\.id))
        }
    }

    @Test func `of a sentence that stands twice, the claim whose place moved is replaced and the other stays`() throws {
        try withStory { story in
            var news = News("n", [first, second, first])
            news.isPlaced = true
            try story.record { try $0.add(news) }
            #expect(try story.latest.claims(of: news.reportName).count == 3)
            news.sentences = [first, second, second, first]
            try story.record(day: 1) { try $0.add(news) }
            #expect(try story.latest.claims(of: news.reportName).count == 4)
            #expect(try story.problems == [])
        }
    }

    @Test func `claims may come later than their report, without the report coming again`() throws {
        try withStory { story in
            let news = News("n", [first])
            try story.record { try $0.add(news, by: nil) }
            let revisions = try story.record(day: 1) { $0.claims = try [news.reportName: news.claims(by: "desk@1")] }
            #expect(revisions.map(\.kind) == [.record])
            #expect(revisions.first?.counts.reportsEdited == 0)
            #expect(try story.latest.claims(of: news.reportName).count == 1)
            #expect(try story.problems == [])
        }
    }

    @Test func `claims of a report that the story does not have are refused, with names that are near`() throws {
        try withStory { story in
            try story.record { try $0.add(News("letter-1", [first])) }
            let tip = try story.tip()
            let stray = News("letter-2", [first])
            let error = #expect(throws: RepositoryError.self) {
                try story.record { $0.claims = try [stray.reportName: stray.claims(by: "desk@1")] }
            }
            #expect(error?.code == .unknownReport(nearest: [ReportName("letter-1")].compactMap(\.self)))
            #expect(try story.tip() == tip)
        }
    }

    @Test func `what is known of a report changes without its claims`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", [first])) }
            let facts = try story.latest.facts()
            let revisions = try story.record(day: 1) { try $0.add(News("n", [first], title: "Late"), by: nil) }
            #expect(revisions.map(\.kind) == [.record])
            #expect(try story.latest.facts() == facts)
            #expect(try story.latest.record(of: News("n", []).reportName)?.title == "Late")
        }
    }
}
