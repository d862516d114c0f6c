import FactDiff
import FactTestSupport
import Facts
import TestSupport
import Testing

@Suite struct `Laws of change sets` {
    /// Generated once for all laws.
    private static let generated = Result {
        let pool = try ClaimPool(seed: 2, count: 200, vocabulary: .forTests())
        return try (0..<800).map { try SidePair(pool, seed: $0) }
    }
    private let pairs: [SidePair]

    init() throws { pairs = try Self.generated.get() }

    @Test(arguments: ChangeSetLaw.allCases) func `hold`(law: ChangeSetLaw) throws {
        for pair in pairs { #expect(try law.holds(for: pair), "seed \(pair.seed)") }
    }

    @Test func `are tried on many pairs in which claims went`() {
        #expect(pairs.count { !$0.changes.patch.lost.isEmpty } > 300)
    }

    @Test func `a claim that is there already is refused`() throws {
        let vocabulary = try Vocabulary.forTests()
        let claim = try Draft("Qatar", "pays", "Gaza").claim(vocabulary)
        let provenance = Provenance(reports: [:], vocabulary: vocabulary)
        let facts = SidePair.facts([claim])
        let changes = ChangeSet(
            from: Side(facts: [], provenance: provenance), to: Side(facts: facts, provenance: provenance))

        let error = #expect(throws: ApplyError.self) { try changes.patch.apply(to: facts) }
        #expect(error?.claim == claim.id)
    }
}
