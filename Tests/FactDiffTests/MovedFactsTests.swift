import FactDiff
import FactTestSupport
import Facts
import Testing

/// Claims of tables, which have no quotations, and claims whose fact went.
@Suite struct `Facts that moved` {
    private let countries = ["Qatar", "Egypt", "Jordan", "Oman", "Chad"]

    /// A table of one field, one value a country.
    private func table(_ predicate: String, _ values: [String]) -> [Draft] {
        zip(countries, values).map { Draft($0, predicate, $1) }
    }

    private func edited(_ drafts: [Draft]) throws -> Desk { try Desk(drafts).knowing("ledger", text: "another") }

    @Test func `a predicate renamed over many subjects is one event, the values are compared under the new name`()
        throws
    {
        let before = table("tonnage", ["637", "159", "25", "8", "31"])
        let after = table("merchant marine total", ["637", "159", "25", "8", "44"])

        let changes = ChangeSet(from: try Desk(before).side, to: try edited(after).side)
        let event = try changes.schemaEvents.only()

        #expect(event.kind == .renamed && event.members.count == 5 && event.unchangedInValue.count == 4)
        #expect(changes.changes.allSatisfy { $0.kind == .changed && $0.fields.first == "predicate" })
        #expect(
            changes.changes.filter { $0.trace.rule == .predicateRenamed }.map(\.content)
                == Array(repeating: .reworded, count: 4))
        #expect(changes.changes.first { $0.after?.subject.text == "Chad" }?.fields == ["predicate", "object"])
    }

    @Test func `a predicate that shares its values with many others is not renamed by them`() throws {
        let before = table("exports", ["0", "0", "0", "0", "0"])
        let after = ["imports", "reserves held", "losses", "transit"].flatMap { table($0, ["0", "0", "0", "0", "0"]) }

        let changes = ChangeSet(from: try Desk(before).side, to: try edited(after).side)

        #expect(changes.schemaEvents.isEmpty)
        #expect(changes.changes.allSatisfy { $0.kind != .changed })
    }

    @Test func `one subject is not enough to rename a predicate`() throws {
        let before = [Draft("Qatar", "tonnage", "637")]
        let after = [Draft("Qatar", "merchant marine total", "637")]

        #expect(try diff(Desk(before), edited(after)).map(\.headline) == [.retracted, .added])
    }

    @Test func `a predicate whose values come under two is split, and the other way round merged`() throws {
        let before = table("unemployment", ["9 %", "7 %", "5 %", "3 %", "1 %"])
        let values = ["9 %", "7 %", "5 %", "3 %", "1 %"]
        let after = table("unemployment total", values) + table("youth unemployment", values)

        let forth = ChangeSet(from: try Desk(before).side, to: try edited(after).side)
        let back = ChangeSet(from: try edited(after).side, to: try Desk(before).side)

        #expect(try forth.schemaEvents.only().kind == .split && forth.changes.count == 10)
        #expect(forth.changes.allSatisfy { $0.content == .split })
        #expect(try back.schemaEvents.only().kind == .merged)
        #expect(back.changes.allSatisfy { $0.content == .merged })
        #expect(try forth.patch.apply(to: Desk(before).side.facts) == edited(after).side.facts)
        #expect(try back.patch.apply(to: edited(after).side.facts) == Desk(before).side.facts)
    }

    @Test func `a predicate of lists that was cut up is split, and the other way round merged`() throws {
        let before = table("exports", ["9 t / 8 t", "7 t / 6 t", "5 t / 4 t", "3 t", "1 t / 2 t / 0.5 t"])
        let after =
            table("exports of 2030", ["9 t", "7 t", "5 t", "3 t", "1 t"])
            + table("exports of 2029", ["8 t", "6 t", "4 t"]) + [Draft("Chad", "exports of 2029", "2 t")]

        let forth = ChangeSet(from: try Desk(before).side, to: try edited(after).side)
        let back = ChangeSet(from: try edited(after).side, to: try Desk(before).side)

        let event = try forth.schemaEvents.only()
        #expect(event.kind == .split && event.members.count == 9 && event.unchangedInValue.count == 9)
        #expect(forth.changes.count { $0.content == .split } == 8 && forth.changes.count == 9)
        #expect(try back.schemaEvents.only().kind == .merged && back.changes.count == 9)
        #expect(try forth.patch.apply(to: Desk(before).side.facts) == edited(after).side.facts)
        #expect(try back.patch.apply(to: edited(after).side.facts) == Desk(before).side.facts)
    }

    @Test func `what two predicates of lists held alike came of neither`() throws {
        let values = ["9 t / 8 t", "7 t / 6 t", "5 t / 4 t", "3 t / 2 t", "1 t / 0 t"]
        let before = table("exports", values) + table("imports", values)
        let after =
            table("first half", ["9 t", "7 t", "5 t", "3 t", "1 t"])
            + table(
                "second half", ["8 t", "6 t", "4 t", "2 t", "0 t"])

        let changes = ChangeSet(from: try Desk(before).side, to: try edited(after).side)

        #expect(changes.schemaEvents.isEmpty && changes.changes.allSatisfy { $0.kind != .changed })
    }

    @Test func `long texts of which most words stayed tell a renamed predicate, short values that are alike do not`()
        throws
    {
        func parties(_ more: String) -> [String] {
            countries.map { "the \($0) pact, the river treaty, the salt convention, the harbour accord\(more)" }
        }
        let treaties = (
            table("nature - river treaties", parties("")), table("law - river treaties", parties(", the whale charter"))
        )
        let rates = (
            table("births in towns", ["9 of 1,000", "7 of 1,000", "5 of 1,000", "3 of 1,000", "1 of 1,000"]),
            table("deaths in towns", ["8 of 1,000", "6 of 1,000", "4 of 1,000", "2 of 1,000", "2 of 1,000"])
        )

        let changes = ChangeSet(
            from: try Desk(treaties.0 + rates.0).side, to: try edited(treaties.1 + rates.1).side)

        let event = try changes.schemaEvents.only()
        #expect(event.kind == .renamed && event.members.count == 5 && event.unchangedInValue.isEmpty)
        #expect(changes.changes.count { $0.kind == .removed } == 5 && changes.changes.count { $0.kind == .added } == 5)
    }

    @Test func `in a table another value of the same subject and predicate took the place of the first`() throws {
        let before = [Draft("Qatar", "twin city", "Lyon"), Draft("Qatar", "twin city", "Porto")]
        let after = [Draft("Qatar", "twin city", "Ghent"), Draft("Qatar", "twin city", "Porto")]

        let change = try diff(Desk(before), edited(after)).only()

        #expect(change.kind == .changed && change.fields == ["object"] && change.formerFact != nil)
    }

    @Test func `of two that went neither is guessed to have become the one that came`() throws {
        let before = [Draft("Qatar", "twin city", "Lyon"), Draft("Qatar", "twin city", "Porto")]
        let after = [Draft("Qatar", "twin city", "Ghent")]

        #expect(try diff(Desk(before), edited(after)).map(\.kind).filter { $0 == .changed }.isEmpty)
    }

    @Test func `of two that went the one that is clearly liker became the one that came`() throws {
        let before = [
            Draft("Qatar", "twin city", "Lyon").arguments(["since": "spring", "kind": "trade"]),
            Draft("Qatar", "twin city", "Porto"),
        ]
        let after = [Draft("Qatar", "twin city", "Ghent").arguments(["since": "spring", "kind": "trade"])]

        let change = try diff(Desk(before), edited(after)).first { $0.kind == .changed }.orThrow()

        #expect(change.before?.object?.text == "Lyon")
    }

    @Test func `roles that are exchanged are two changes`() throws {
        let quote = "Chad lent Oman a ship"
        let before = [Draft("Chad", "lent a ship to", "Oman").quoting(quote)]
        let after = [Draft("Oman", "lent a ship to", "Chad").quoting(quote)]

        #expect(
            try diff(Desk(before), edited(after)).map(\.kind).sorted { $0.rawValue < $1.rawValue } == [
                .added, .removed,
            ])
    }

    @Test func `two subjects that were ruled to be different are two facts, however alike`() throws {
        let before = [Draft("Eli Kahn", "sailed to", "Oman").quoting("Eli Kahn sailed to Oman")]
        let after = [Draft("Elia Kahn", "sailed to", "Oman").quoting("Elia Kahn sailed to Oman")]
        let ruling = try Ruling(.different, on: .entities("Eli Kahn", "Elia Kahn")).orThrow()
        let ruled = EntityRulings([Decision(ruling, author: "Ana <ana@example.org>", seconds: 0, reason: "")])
        var (old, new) = (try Desk(before), try edited(after))
        #expect(try diff(old, new).map(\.kind) == [.changed])

        (old.vocabulary, new.vocabulary) = (old.vocabulary.following(ruled), new.vocabulary.following(ruled))

        #expect(Set(try diff(old, new).map(\.kind)) == [.added, .removed])
    }

    @Test func `a thousand values of one predicate are paired by their rare words`() throws {
        let before = (0..<1000).map { Draft("Qatar", "licensed", "ship number\($0) of fleet \($0 % 7)") }
        let after = (0..<1000).map {
            Draft("Qatar", "licensed", "vessel number\($0) of fleet \($0 % 7)").arguments(["serial": "s\($0)"])
        }
        let marked = before.enumerated().map { $1.arguments(["serial": "s\($0)"]) }

        let changes = try diff(Desk(marked), edited(after))

        #expect(changes.count == 1000 && changes.allSatisfy { $0.kind == .changed })
        #expect(changes.allSatisfy { $0.before?.arguments["serial"] == $0.after?.arguments["serial"] })
    }

    @Test func `what an extractor adds about a claim is told by name`() throws {
        let before = [Draft("Qatar", "twin city", "Lyon")]
        let drafts = try before.map { try $0.claim(.forTests()) }
        var stated = try drafts.only().stated
        stated.ext["rank"] = "preferred"
        let claim = try Vocabulary.forTests().read(stated, evidence: [])
        let provenance = try Desk(before).side.provenance
        let facts = [Fact(id: claim.fact, claims: [claim])].compactMap { $0 }

        let change = try ChangeSet(from: Desk(before).side, to: Side(facts: facts, provenance: provenance)).changes
            .only()

        #expect(change.fields == ["ext.rank"])
    }
}
