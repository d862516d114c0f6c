@testable import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `Reversions` {
    private let toll = Draft("quake", "death toll", "12")

    /// The changes of one report's claim through its versions.
    private func steps(_ drafts: [Draft?]) throws -> [[Change]] {
        try zip([nil] + drafts, drafts).enumerated().map { index, pair in
            let desks = try [pair.0, pair.1].enumerated().map { side, draft in
                try Desk([draft].compactMap { $0 }).knowing("ledger", text: "version \(index + side)")
            }
            return try diff(desks[0], desks[1])
        }
    }

    private func saying(_ values: String?...) throws -> [Reversion] {
        try Reversion.all(in: steps(values.map { value in value.map { value in toll.with { $0.object = value } } }))
    }

    @Test func `a value that comes back after another is found, and when it was said last`() throws {
        #expect(try saying("12", "14", "12") == [Reversion(step: 2, former: 0)])
        #expect(try saying("12", "14", "15", "14", "12").map(\.former) == [1, 0])
    }

    @Test func `what goes on, goes, or goes and comes back alone is none`() throws {
        #expect(try saying("12", "14", "15").isEmpty)
        #expect(try saying("12", nil, "12").isEmpty)
        #expect(try saying("12").isEmpty)
    }

    @Test func `another quotation or speaker is not another value`() throws {
        let versions = [toll.quoting("twelve died"), toll.with { $0.object = "14" }.quoting("fourteen died")]
        let back = toll.quoting("twelve have died").by("the mayor")
        #expect(try Reversion.all(in: steps(versions + [back])) == [Reversion(step: 2, former: 0)])
    }
}
