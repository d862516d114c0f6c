import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `Contradictions of one revision` {
    private let ties = Draft("Qatar", "severed ties with", "Israel", "2009")
    private var trade: Draft { ties.arguments(["kind": "trade"]) }
    private var diplomatic: Draft { ties.arguments(["kind": "diplomatic"]).in("wire") }
    private let emir = Draft("Qatar", "is headed by", "Tamim", "2013-06/..")
    private let former = Draft("Qatar", "is headed by", "Hamad", "1995-06/2013-06").in("wire")

    private func contradictions(_ drafts: Draft...) throws -> [Contradiction] {
        Contradiction.all(in: try Desk(drafts).side)
    }

    private func reports(_ contradiction: Contradiction) -> [[String]] {
        contradiction.sides.map { $0.map(\.report.description) }
    }

    @Test func `have their claims grouped by what they say`() throws {
        let found = try contradictions(trade, diplomatic, trade.in("bulletin"), diplomatic.in("zeitung")).only()

        #expect((found.content, found.trace.rule) == (.contradicted, .sameTimeOtherSource))
        #expect(reports(found) == [["bulletin", "ledger"], ["wire", "zeitung"]])
    }

    @Test func `come gravest first, in whatever order the claims came`() throws {
        let drafts = [
            Draft("Haniyeh", "resides in", "Gaza"), Draft("Haniyeh", "resides in", "Doha").in("wire"),
            Draft("Liberman", "was aware of", "the order"),
            Draft("Liberman", "was aware of", "the order").denied.by("his party").in("wire"), trade, diplomatic,
        ]

        let forth = Contradiction.all(in: try Desk(drafts).side)
        let back = Contradiction.all(in: try Desk(drafts.reversed()).side)

        #expect(forth.map(\.content) == [.contradicted, .disputed, .undetermined])
        #expect(forth == back)
    }

    @Test func `are not found where claims agree`() throws {
        #expect(try contradictions(trade, trade.in("wire"), ties.in("bulletin")).isEmpty)
        #expect(try contradictions(trade).isEmpty)
    }

    @Test func `are not found in another value of a predicate that may have many`() throws {
        #expect(
            try contradictions(Draft("peace", "depends on", "this"), Draft("peace", "depends on", "that").in("wire"))
                .isEmpty)
        #expect(
            try contradictions(Draft("Cohen", "visited", "Qatar", "2009"), Draft("Cohen", "visited", "Qatar", "2010"))
                .isEmpty)
    }

    @Test func `are not found in office holders who follow one another within a month`() throws {
        #expect(try contradictions(emir, former).isEmpty)
    }

    @Test func `are not found where a source corrected itself`() throws {
        var desk = try Desk([trade, diplomatic])
        desk.records["wire"]?.source = "ledger"

        #expect(Contradiction.all(in: try desk.side).isEmpty)
    }

    @Test func `leave out claims that clash with nobody`() throws {
        let pretender = Draft("Qatar", "is headed by", "Barnea", "2013-06/..").in("zeitung")

        let found = try contradictions(emir, former, pretender).only()

        #expect(reports(found) == [["ledger"], ["zeitung"]])
    }

    @Test func `are open where one side is hedged`() throws {
        let found = try contradictions(trade, diplomatic.certainty(.possible)).only()

        #expect((found.content, found.trace.rule) == (.undetermined, .notBothCertain))
    }

    @Test func `are open where an undated caption stands beside a dated office`() throws {
        let caption = Draft("Qatar", "is headed by", "Hamad").in("captions")

        #expect(try contradictions(emir, caption).only().content == .undetermined)
    }

    @Test func `are over where another report gives the caption its years`() throws {
        let caption = Draft("Qatar", "is headed by", "Hamad").in("captions")

        #expect(try contradictions(emir, caption, former).isEmpty)
    }

    @Test func `are open where one report says both in its own voice`() throws {
        let found = try contradictions(trade, diplomatic.in("ledger")).only()

        #expect((found.content, found.trace.rule) == (.undetermined, .oneReportSaysBoth))
    }

    @Test func `are disputes where one report gives both parties the word`() throws {
        let aware = Draft("Liberman", "was aware of", "the order")

        #expect(try contradictions(aware.by("The Post"), aware.denied.by("his party")).only().content == .disputed)
        #expect(try contradictions(aware, aware.denied.by("his party")).only().content == .disputed)
    }

    @Test func `open and close between two sides, whoever is compared with whom`() throws {
        let (one, both) = (try Desk([trade]).side, try Desk([trade, diplomatic]).side)

        let opened = try ChangeSet(from: one, to: both).contradictions.only()
        let closed = try ChangeSet(from: both, to: one).contradictions.only()

        #expect((opened.before?.content, opened.after?.content) == (nil, .contradicted))
        #expect((closed.before?.content, closed.after?.content) == (.contradicted, nil))
        #expect(ChangeSet(from: both, to: both).contradictions.isEmpty)
    }

    @Test func `go with the changes that a reader did not ask for`() throws {
        let other = Draft("Hamas", "moved to", "Doha")
        let set = try ChangeSet(from: Desk([trade]).side, to: Desk([trade, diplomatic, other]).side)

        let asked = set.filter { $0.subject?.subject.phrase == "Hamas" }
        let rest = set.filter { $0.subject?.subject.phrase != "Hamas" }

        #expect(asked.changes.count == 1 && asked.contradictions.isEmpty)
        #expect(rest.contradictions.count == 1 && rest.contradictions == set.contradictions)
    }

    @Test func `close when the vocabulary no longer says that there is one value only`() throws {
        let before = try Desk([trade, diplomatic]).side
        let lax = try Desk([trade, diplomatic], vocabulary: .empty).side
        let after = Side(facts: before.facts, provenance: lax.provenance)

        let set = ChangeSet(from: before, to: after)

        #expect(set.changes.isEmpty)
        #expect(try set.contradictions.only().after == nil)
    }
}
