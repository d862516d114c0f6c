import FactDiff
import FactTestSupport
import Facts
import Testing

/// What the facts say with each predicate.
@Suite struct PredicateUseTests {
    private func uses(_ drafts: [Draft]) throws -> [PredicateUse] {
        let vocabulary = try Vocabulary.forTests()
        return PredicateUse.all(in: SidePair.facts(try drafts.map { try $0.claim(vocabulary) }), vocabulary)
    }

    @Test func `predicates are counted with their words, values and subjects`() throws {
        let uses = try uses([
            Draft("Orla", "chairs", "the harbour board").in("a"), Draft("Dario", "chairs", "the fish market").in("b"),
            Draft("Orla", "Chairs", "the harbour board").in("b"), Draft("Ines", "rows to", "the island").in("a"),
            Draft("Ines", "rows to", "the quay").in("a"),
        ])
        let chairs = try #require(uses.first { $0.id == "chairs" })
        #expect((chairs.facts, chairs.reports, chairs.subjects, chairs.dividedSubjects) == (2, 2, 2, 0))
        #expect(chairs.wordings.map(\.text) == ["chairs", "Chairs"] && chairs.wordings.map(\.count) == [2, 1])
        #expect(!chairs.isDeclared && !chairs.canContradict && chairs.mayBeSingleValued)
        let rows = try #require(uses.first { $0.id == "rows-to" })
        #expect((rows.facts, rows.subjects, rows.dividedSubjects) == (2, 1, 1) && !rows.mayBeSingleValued)
    }

    @Test func `who says no gives a subject no value`() throws {
        let denial = Draft("Orla", "chairs", "the fish market").in("b").denied
        let uses = try uses([Draft("Orla", "chairs", "the harbour board").in("a"), denial])
        #expect(uses[0].facts == 2 && uses[0].dividedSubjects == 0)
    }

    @Test func `the order of the facts does not matter`() throws {
        let drafts = ["chairs", "rows to", "mends"].flatMap { words in
            (1...3).map { Draft("Orla", words, "boat \($0)").in("r\($0)") }
        }
        #expect(try uses(drafts) == uses(drafts.reversed()))
    }
}
