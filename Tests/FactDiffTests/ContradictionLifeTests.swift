import FactDiff
import FactTestSupport
import Facts
import Testing

/// What opens a contradiction, what ends it, and that it stays the same one.
@Suite struct `A contradiction's life` {
    private let trade = Draft("Qatar", "severed ties with", "Israel", "2009").arguments(["kind": "trade"])
    private var diplomatic: Draft { trade.arguments(["kind": "diplomatic"]).in("wire") }

    private func change(_ before: Desk, _ after: Desk) throws -> ContradictionChange {
        try ContradictionChange.all(from: before.side, to: after.side).only()
    }

    @Test func `opens by one report against another`() throws {
        let opened = try change(Desk([trade]), Desk([trade, diplomatic]))

        #expect(opened.kind == .opened)
        #expect(opened.opening?.reports.map(\.description) == ["wire"])
        #expect(opened.opening?.against.map(\.description) == ["ledger"])
        #expect(opened.opening?.cause == .report)
    }

    @Test func `opens by the vocabulary where no claim is new`() throws {
        let desk = try Desk([trade, diplomatic])
        let strict = try desk.side
        let lax = Side(
            facts: strict.facts, provenance: try Desk([trade, diplomatic], vocabulary: .empty).side.provenance)

        let opened = try ContradictionChange.all(from: lax, to: strict).only()

        #expect(opened.opening?.cause == .vocabulary)
        #expect(opened.opening?.reports.isEmpty == true)
        #expect(try ContradictionChange.all(from: strict, to: lax).only().resolution == .vocabulary)
    }

    @Test func `has an id of the facts, whatever is said of them`() throws {
        let first = try change(Desk([trade]), Desk([trade, diplomatic])).id
        let other = trade.arguments(["kind": "all"]).in("bulletin").quoting("in other words")

        #expect(try change(Desk([diplomatic]), Desk([diplomatic, other])).id == first)
        #expect(first.letters.count == 33 && first.letters.hasPrefix("c"))
        #expect(FactID.isPrefix(first.letters.prefix(8)) == false)
        #expect(ContradictionID.isPrefix(String(first.letters.prefix(5))))
        #expect(!ContradictionID.isPrefix("cafe1"))
    }

    @Test func `ends when a report is withdrawn`() throws {
        var after = try Desk([trade])
        after.records["wire"] = nil
        #expect(try change(Desk([trade, diplomatic]), after).resolution == .withdrawn)
    }

    @Test func `ends when a report says otherwise`() throws {
        let edited = try Desk([trade, trade.in("wire")]).knowing("wire", text: "Edited.")
        #expect(try change(Desk([trade, diplomatic]), edited).resolution == .corrected)
    }

    @Test func `ends when another extractor reads it otherwise`() throws {
        let reread = try Desk([trade, trade.in("wire")]).knowing("wire", extractor: "desk@2")
        #expect(try change(Desk([trade, diplomatic]), reread).resolution == .reread)
    }

    @Test func `ends when a report is known to be of the same source`() throws {
        let known = try Desk([trade, diplomatic]).knowing("wire") { $0.source = "ledger" }
        #expect(try change(Desk([trade, diplomatic]), known).resolution == .redescribed)
    }

    @Test func `ends when the world turns out to have changed between the two`() throws {
        let emir = Draft("Qatar", "is headed by", "Tamim", "2013-06/..")
        let caption = Draft("Qatar", "is headed by", "Hamad").in("captions")
        let dated = Draft("Qatar", "is headed by", "Hamad", "1995-06/2013-06").in("wire")

        #expect(try change(Desk([emir, caption]), Desk([emir, caption, dated])).resolution == .worldChanged)
    }

    @Test func `ends when its report tells of a later world`() throws {
        let here = Draft("Haniyeh", "resides in", "Gaza", "2019")
        let there = Draft("Haniyeh", "resides in", "Doha", "2019").in("wire")
        let after = try Desk([here, there.with { $0.time = "2021" }]).knowing("wire", text: "Edited.")

        #expect(try change(Desk([here, there]), after).resolution == .worldChanged)
    }

    @Test func `is told revision by revision, reopenings counted`() throws {
        let (alone, both) = (try Desk([trade]).side, try Desk([trade, diplomatic]).side)
        let doubted = try Desk([trade, diplomatic.certainty(.possible)]).side
        let states = [alone, both, doubted, alone, both]
        let history = zip(states, states.dropFirst()).enumerated().map { index, pair in
            (revision: revision(index), changes: ContradictionChange.all(from: pair.0, to: pair.1))
        }

        let life = try ContradictionLife.lives(history).only()

        #expect(life.steps.map(\.change.kind) == [.opened, .relabelled, .closed, .opened])
        #expect(life.steps.map(\.revision.shortID) == ["0", "1", "2", "3"])
        #expect((life.isOpen, life.reopenings, life.opened?.revision.shortID) == (true, 1, "3"))
        #expect(try ContradictionLife.lives(Array(history.prefix(3))).only().closed?.revision.shortID == "2")
    }

    private func revision(_ index: Int) -> Revision {
        Revision(
            id: "\(index)", shortID: "\(index)", parent: nil, recorded: index, author: "", kind: .record, message: "",
            extractors: [], counts: .init())
    }
}
