import FactTestSupport
import Facts
import Testing

@testable import FactDiff

@Suite struct `Runs of facts` {
    private let facts: [Fact]

    init() throws {
        let vocabulary = try Vocabulary.forTests()
        facts = try (0..<600).map { number in
            let claim = try Draft("Station \(number)", "is near", "Well \(number % 7)").claim(vocabulary)
            return try Fact(id: claim.fact, claims: [claim]).orThrow()
        }.sorted { $0.id < $1.id }
    }

    /// The ids of the facts in runs that differ, each once.
    private func found(_ before: [Fact], _ after: [Fact]) -> (before: Set<FactID>, after: Set<FactID>) {
        let differences = FactRuns(before).differences(to: FactRuns(after))
        return (
            Set(differences.flatMap { before[$0.own].map(\.id) }),
            Set(differences.flatMap { after[$0.other].map(\.id) })
        )
    }

    @Test func `of two equal sides none differs`() {
        for count in [0, 1, 3, 4, 5, 64, 600] {
            let side = Array(facts.prefix(count))
            #expect(FactRuns(side).differences(to: FactRuns(side)).isEmpty, "\(count) facts")
        }
    }

    @Test func `a fact that went or came is in a run that differs, and most facts are in none`() {
        for place in stride(from: 0, to: facts.count, by: 29) {
            var rest = facts
            let gone = rest.remove(at: place)
            #expect(found(facts, rest).before.contains(gone.id))
            #expect(found(rest, facts).after.contains(gone.id))
            #expect(found(facts, rest).before.count < 32)
        }
    }

    @Test(arguments: [0, 1, 7, 40, 299]) func `sides of very different sizes are cut alike`(count: Int) {
        let few = facts.enumerated().filter { $0.offset % 600 < count }.map(\.element)
        let missing = Set(facts.map(\.id)).subtracting(few.map(\.id))
        let differing = found(few, facts)
        #expect(missing.isSubset(of: differing.after))
        #expect(found(facts, few).before == differing.after)
    }
}
