import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `Alignment of claims` {
    private let toll = Draft("quake", "death toll", "12")
    private let visit = Draft("Cohen", "visited", "Qatar", "2020-02")

    /// Another text of the same report.
    private func edited(_ drafts: [Draft]) throws -> Desk { try Desk(drafts).knowing("ledger", text: "another") }

    @Test func `pairs the claims of one report one to one, the likest quotations first`() throws {
        let before = [
            toll.quoting("In the north twelve people died"), toll.quoting("In the south twelve people died"),
        ]
        let after = [
            toll.quoting("In the far south fifteen people died").with { $0.object = "15" },
            toll.quoting("In the far north thirteen people died").with { $0.object = "13" },
        ]

        let changes = try diff(Desk(before), edited(after))

        let told = Dictionary(
            uniqueKeysWithValues: changes.map { ($0.before?.evidence.first?.quote, $0.after?.object?.text) })
        #expect(told == ["In the north twelve people died": "13", "In the south twelve people died": "15"])
        #expect(changes.allSatisfy { $0.lost.count == 1 && $0.gained.count == 1 })
    }

    @Test func `takes the same quotation before fewer differing parts`() throws {
        let quoted = visit.quoting("Cohen was in Qatar for talks")
        let before = [quoted.arguments(["purpose": "talks"])]
        let after = [
            quoted.arguments(["purpose": "secret talks"]).with { $0.time = "2020-02-05" },
            visit.quoting("He was there").arguments(["purpose": "talks"]).with { $0.time = "2020-02-06" },
        ]

        let pair = try diff(Desk(before), edited(after)).filter { !$0.lost.isEmpty }.only()

        #expect(pair.gained.first?.time?.edtf == "2020-02-05")
    }

    @Test func `tells an object edited in one report as one change, though the object tells facts apart`() throws {
        let before = visit.quoting("Cohen flew to Qatar for a day")
        let after = visit.quoting("Cohen flew to Egypt for a day").with { $0.object = "Egypt" }

        let change = try diff(Desk([before]), edited([after])).only()

        #expect((change.kind, change.content, change.trace.rule) == (.changed, .corrected, .sameReport))
        #expect(change.formerFact == change.before?.fact && change.fact == change.after?.fact)
        #expect(change.formerFact != change.fact)
    }

    @Test func `tells a subject edited in one report as one change`() throws {
        let before = visit.quoting("Cohen flew to Qatar for a day")
        let after = visit.quoting("Halevi flew to Qatar for a day").with { $0.subject = "Halevi" }

        let change = try diff(Desk([before]), edited([after])).only()

        #expect((change.content, change.fields) == (.corrected, ["subject", "evidence"]))
    }

    @Test func `does not tell of a full name that was edited elsewhere in the text`() throws {
        let quote = "Ostrow flew to Qatar for a day"
        let before = visit.quoting(quote).with { $0.subject = "Mara Ostrow" }.by("Mara Ostrow")
        let after = visit.quoting(quote).with { $0.subject = "Ostrow" }.by("Ostrow")

        let change = try diff(Desk([before]), edited([after])).only()

        #expect((change.content, change.stance, change.headline) == (.reworded, .none, .reworded))
    }

    @Test func `tells a word edited in two as one change`() throws {
        let before = Draft("nine", "was injured").quoting("nine injured")
        let after = Draft("six", "was injured").quoting("six injured")

        #expect(try diff(Desk([before]), edited([after])).only().fields == ["subject", "evidence"])
    }

    @Test func `tells a predicate edited in one report as one change`() throws {
        let before = Draft("turnout", "fell to", "60 percent").quoting("Turnout fell to 60 percent")
        let after = Draft("turnout", "rose to", "60 percent").quoting("Turnout rose to 60 percent")

        let change = try diff(Desk([before]), edited([after])).only()

        #expect((change.content, change.fields) == (.undetermined, ["predicate", "evidence"]))
    }

    @Test func `tells an edited object before an edited subject`() throws {
        let quote = "Cohen and Halevi flew to Qatar and to Oman"
        let drafts = [visit, visit.with { $0.subject = "Halevi" }].map { $0.quoting(quote) }
        let after = [visit.with { $0.object = "Oman" }, visit.with { $0.subject = "Barnea" }].map {
            $0.quoting(quote + "!")
        }

        let changes = try diff(Desk(drafts), edited(after))

        #expect(Set(changes.map(\.fields)) == [["object", "evidence"], ["subject", "evidence"]])
    }

    @Test func `tells an object edited in one report as two changes when another report keeps the old one`() throws {
        let before = visit.quoting("Cohen flew to Qatar for a day")
        let after = visit.quoting("Cohen flew to Egypt for a day").with { $0.object = "Egypt" }

        let changes = try diff(Desk([before, visit.in("wire")]), edited([after, visit.in("wire")]))

        #expect(changes.map(\.headline) == [.retracted, .added])
    }

    @Test func `finds the whole fact to pair with, though the quotation is liker to one that has more claims`() throws {
        let before = visit.quoting("Cohen flew to Qatar for a day")
        let shared = visit.quoting("Cohen flew to Qatar for a day").with { $0.object = "Israel" }
        let whole = visit.quoting("Cohen flew to Egypt for a day").with { $0.object = "Egypt" }

        let changes = try diff(Desk([before]), edited([shared, shared.in("wire"), whole]))

        #expect(changes.first { $0.formerFact != nil }?.after?.object?.text == "Egypt")
    }

    @Test func `does not pair facts whose quotations have little in common`() throws {
        let before = visit.quoting("Cohen flew to Qatar for a day")
        let after = visit.quoting("Egypt saw him too").with { $0.object = "Egypt" }

        #expect(try Set(diff(Desk([before]), edited([after])).map(\.kind)) == [.removed, .added])
    }

    @Test func `keeps roles that are exchanged apart`() throws {
        let forth = Draft("Qatar", "severed ties with", "Israel", "2009").quoting("Qatar severed ties with Israel")
        let back = Draft("Israel", "severed ties with", "Qatar", "2009").quoting("Israel severed ties with Qatar")

        #expect(try Set(diff(Desk([forth]), edited([back])).map(\.kind)) == [.removed, .added])
    }

    @Test func `takes a symmetric predicate either way round`() throws {
        let change = try diff(
            [Draft("Cohen", "met", "Halevi")],
            [Draft("Cohen", "met", "Halevi"), Draft("Halevi", "met", "Cohen").in("wire")]
        ).only()

        #expect((change.content, change.support) == (.unchanged, .corroborated))
    }

    @Test func `tells a new fact with three agreeing claims as one addition, led by the first published`() throws {
        var desk = try Desk([visit, visit.in("wire"), visit.in("bulletin").with { $0.time = "2020" }])
        desk.records["wire"]?.published = Time(edtf: "2020-02-23")
        desk.records["ledger"]?.published = Time(edtf: "2020-02-24")

        let change = try diff(Desk([]), desk).only()

        #expect((change.kind, change.content, change.support) == (.added, .added, .added))
        #expect(change.gained.count == 3 && change.after?.report.description == "wire")
    }

    @Test func `tells a claim that dissents from a new fact by itself`() throws {
        let dated = toll.with { $0.time = "2024-03-01" }
        let changes = try diff([], [dated, dated.in("wire"), dated.in("zeitung").with { $0.object = "14" }])

        #expect(changes.map(\.headline) == [.contradicted, .added])
        #expect(changes.map(\.gained.count) == [1, 2])
        #expect(changes.first?.support == .added)
    }

    @Test func `tells what two reports say beside one another as no correction`() throws {
        let both = [visit, visit.with { $0.time = "2022" }]

        #expect(try diff([], both).map(\.content) == [.complementary, .added])
        #expect(try diff([visit], both).only().content == .complementary)
    }

    @Test func `holds a joining claim against the nearest claim`() throws {
        let dated = toll.with { $0.time = "2024-03-01" }
        let before = [dated, dated.in("wire").with { $0.object = "14" }]

        let change = try diff(before, before + [dated.in("zeitung").with { $0.object = "14" }]).only()

        #expect(change.before?.report.description == "wire")
        #expect((change.content, change.support) == (.unchanged, .corroborated))
    }

    @Test func `holds a joining claim against what the others say now`() throws {
        let dated = toll.with { $0.time = "2024-03-01" }
        let right = dated.with { $0.object = "14" }

        let joined = try diff(Desk([dated]), edited([right, right.in("wire")])).first { $0.lost.isEmpty }.orThrow()
        let late = try diff(Desk([dated]), edited([right, dated.in("wire")])).first { $0.lost.isEmpty }.orThrow()

        #expect((joined.content, joined.support) == (.unchanged, .corroborated))
        #expect((late.content, late.support) == (.contradicted, .added))
    }

    @Test func `tells a source that corrects itself before it is held against another`() throws {
        let dated = Draft("quake", "death toll", "12", "2024-03-01")
        let other = Draft("quake", "death toll", "14", "2024-03-01").in("wire")
        let again = Draft("quake", "death toll", "15", "2024-03-01").in("ledger-2")
        let desk = try Desk([dated, other, again]).knowing("ledger-2") { $0.source = "ledger" }

        let change = try diff(Desk([dated, other]), desk).only()

        #expect((change.content, change.before?.report.description) == (.corrected, "ledger"))
    }

    @Test func `a second claim of one report to the same effect is no echo`() throws {
        let change = try diff(Desk([visit]), edited([visit, visit.quoting("Cohen was there")])).filter {
            $0.lost.isEmpty
        }.only()
        #expect(change.support == .kept)
    }
}
