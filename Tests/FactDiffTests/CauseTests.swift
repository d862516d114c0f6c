import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `Cause of a change` {
    private static let text = "One thing. Cohen was in Qatar. Another thing. Then more. The last thing."
    private static let rewrittenAfar = "One thing. Cohen was in Qatar. Another thing. Then more. The very last thing."
    private static let rewrittenNear = "One thing. Cohen was in Qatar. Some other thing. Then more. The last thing."

    private let visit = Draft("Cohen", "visited", "Qatar").quoting("Cohen was in Qatar").with {
        $0.anchor = .exact(TextRange(start: 11, end: 29, line: 1))
    }

    private func cause(from before: (text: String, extractor: String), to after: (text: String, extractor: String))
        throws -> Cause
    {
        let old = try Desk([visit]).knowing("ledger", text: before.text, extractor: before.extractor)
        let new = try Desk([visit.with { $0.time = "2020-02" }])
            .knowing("ledger", text: after.text, extractor: after.extractor)
        return try diff(old, new).only().cause
    }

    @Test func `the text alone changed`() throws {
        #expect(try cause(from: (Self.text, "desk@1"), to: (Self.rewrittenNear, "desk@1")) == .report)
    }

    @Test func `the extractor alone changed`() throws {
        #expect(try cause(from: (Self.text, "desk@1"), to: (Self.text, "desk@2")) == .extractor)
    }

    @Test func `both changed, but the sentences around the quotation did not`() throws {
        #expect(try cause(from: (Self.text, "desk@1"), to: (Self.rewrittenAfar, "desk@2")) == .extractor)
    }

    @Test func `both changed, and so did the sentence beside the quotation`() throws {
        #expect(try cause(from: (Self.text, "desk@1"), to: (Self.rewrittenNear, "desk@2")) == .mixed)
    }

    @Test func `both changed, and there is no quotation to look for`() throws {
        let old = try Desk([visit.with { $0.quotes = [] }]).knowing("ledger", text: Self.text)
        let new = try Desk([]).knowing("ledger", text: Self.rewrittenAfar, extractor: "desk@2")

        #expect(try diff(old, new).only().cause == .mixed)
    }

    @Test func `a quotation that moved in a rewritten text moved by the report, whoever read it`() throws {
        let old = try Desk([visit]).knowing("ledger", text: Self.text)
        let moved = visit.with { $0.anchor = .exact(TextRange(start: 15, end: 33, line: 1)) }
        let new = try Desk([moved]).knowing("ledger", text: "Now " + Self.text, extractor: "desk@2")

        #expect(try diff(old, new).only().cause == .report)
    }

    @Test func `a new report and a withdrawn report are causes`() throws {
        #expect(try diff([], [visit]).only().cause == .report)
        #expect(try diff([visit], []).only().cause == .report)
    }

    @Test func `a report that nobody had read is read now`() throws {
        var unread = try Desk([])
        try unread.know("ledger", text: Self.text) { $0.extractor = nil }

        #expect(try diff(unread, try Desk([visit]).knowing("ledger", text: Self.text)).only().cause == .extractor)
    }

    @Test func `a fact that comes of a new report and of a new reading has a mixed cause`() throws {
        let old = try Desk([]).knowing("ledger", text: Self.text)
        let new = try Desk([visit, visit.in("wire")]).knowing("ledger", text: Self.text, extractor: "desk@2")

        #expect(try diff(old, new).only().cause == .mixed)
    }
}
