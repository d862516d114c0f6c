import FactDiff
import TestSupport
import Testing

@Suite struct TrickyCaseTests {
    /// Compared once for all tests.
    private static let compared = Result { try TrickyCasePage() }
    private let page: TrickyCasePage

    init() throws { page = try Self.compared.get() }

    @Test func `are told as they should be, but for those that are marked wrong`() throws {
        for row in page.rows {
            let told = row.changes.changes.map {
                "\($0.content) \($0.support) \($0.stance) \($0.evidence) \($0.cause) \($0.trace.rule)"
            }
            #expect(
                row.isRight == (row.example.knownFault == nil), "\(row.example.topic), \(row.example.name): \(told)")
        }
    }

    @Test func `are many, of every label, and mostly right`() throws {
        let told = page.rows.filter(\.isRight).flatMap(\.changes.changes)
        #expect(page.rows.count >= 200)
        #expect(page.rows.count(where: \.isRight) >= 200)
        #expect(Set(told.map(\.content)) == Set(Content.allCases))
        #expect(Set(told.map(\.support)) == Set(Support.allCases))
        #expect(Set(told.map(\.stance)) == Set(Stance.allCases))
        #expect(Set(told.map(\.evidence)) == Set(EvidenceShift.allCases))
        #expect(Set(told.map(\.cause)) == Set(Cause.allCases).subtracting([.decision]))
    }

    @Test func `stand on a page`() throws {
        try expectSnapshot(page.markdown, named: "changes/README.md")
    }
}
