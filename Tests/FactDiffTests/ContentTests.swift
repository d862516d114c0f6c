import FactDiff
import FactTestSupport
import Facts
import Testing

/// One row: two claims and the label that their comparison must have.
struct ContentCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: Draft
    let after: Draft
    let content: Content

    init(_ content: Content, _ name: String, _ before: Draft, _ after: Draft) {
        testDescription = "\(content.rawValue): \(name)"
        self.before = before
        self.after = after
        self.content = content
    }

    /// Two claims of one report stand in one another's place, two of different reports beside one another.
    func comparison(isSwapped: Bool = false) throws -> ClaimComparison {
        let desk = try Desk([before, after])
        let claims = try [before, after].map { try $0.claim(desk.vocabulary) }
        let (a, b) = isSwapped ? (claims[1], claims[0]) : (claims[0], claims[1])
        return ClaimComparison(
            a, b, standing: a.report == b.report ? .replaced : .beside,
            reports: (desk.records[a.report.description], desk.records[b.report.description]),
            vocabulary: desk.vocabulary)
    }
}

@Suite struct `Content of two claims` {
    @Test(arguments: ContentCase.agreeing + ContentCase.moving + ContentCase.clashing + ContentCase.standingTogether)
    func `has the label of its row, and the mirrored label the other way round`(row: ContentCase) throws {
        let forth = try row.comparison()
        let back = try row.comparison(isSwapped: true)
        #expect(forth.content == row.content, "rule \(forth.trace.rule)")
        #expect(back.content == row.content.mirrored, "rule \(back.trace.rule)")
    }

    @Test func `names the two values that decided`() throws {
        let thirty = Draft("Qatar", "pays", "Gaza", "2018").arguments(["amount": "US$30 million"])
        let eighty = Draft("Qatar", "pays", "Gaza", "2018").arguments(["amount": "US$80 million"]).in("wire")

        let trace = try ContentCase(.contradicted, "", thirty, eighty).comparison().trace

        let field = try trace.compared.first.orThrow()
        #expect(trace.rule == .sameTimeOtherSource)
        #expect(trace.overlap == .always)
        #expect(field.name == "arguments.amount")
        #expect((field.before, field.after) == ("US$30 million", "US$80 million"))
        #expect(field.relation == .disjoint)
    }
}
