import FactDiff
import FactTestSupport
import Facts
import Testing

/// What a claim that joins "Cohen was in Qatar in February" in the Ledger does for it.
struct JoiningCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: [Draft]
    let joining: Draft
    let support: Support

    init(_ support: Support, _ name: String, _ joining: Draft, before: [Draft] = [visit]) {
        testDescription = "\(support.rawValue): \(name)"
        self.before = before
        self.joining = joining
        self.support = support
    }

    private static let visit = Draft("Cohen", "visited", "Qatar", "2020-02").in("ledger-1")
    private static let copied = "Cohen spent most of a day in Doha with his hosts"
    private static let toll = Draft("quake", "death toll", "12", "2024-03-01").in("ledger-1")

    static let all: [JoiningCase] = [
        .init(.corroborated, "another source in its own voice", visit.in("wire-1")),
        .init(.corroborated, "another source with its own speaker", visit.in("wire-1").by("Liberman")),
        .init(.corroborated, "another source says it less exactly", visit.in("wire-1").with { $0.time = "2020" }),
        .init(.corroborated, "another source guesses", visit.in("wire-1").certainty(.possible)),
        .init(
            .echoed, "the same speaker in another paper", visit.in("wire-1").by("Liberman"),
            before: [visit.by("Liberman")]),
        .init(
            .echoed, "the same speaker under another spelling", visit.in("wire-1").by("Halevi"),
            before: [visit.by("Herzi Halevi")]),
        .init(
            .echoed, "the same outlet quoted by two papers", visit.in("wire-1").by("an official", "Walla News"),
            before: [visit.by("Walla")]),
        .init(.echoed, "a paper that quotes the first paper", visit.in("wire-1").by("ledger")),
        .init(
            .echoed, "one sentence copied word for word", visit.in("wire-1").quoting(copied),
            before: [visit.quoting(copied)]),
        .init(
            .corroborated, "a few words that anybody would use", visit.in("wire-1").quoting("was in Qatar"),
            before: [visit.quoting("was in Qatar")]),
        .init(.echoed, "the source repeats itself", visit.in("ledger-2")),
        .init(.added, "another toll", toll.in("wire-1").with { $0.object = "14" }, before: [toll]),
        .init(
            .corroborated, "one side of a clash, though its own source was on the other", toll.in("wire-2"),
            before: [toll, toll.in("wire-1").with { $0.object = "14" }]),
        .init(.added, "a plan is no second source for a deed", visit.in("wire-1").modality(.planned)),
        .init(
            .added, "a deed is no second source for a plan", visit.in("wire-1"), before: [visit.modality(.planned)]),
        .init(.added, "a denial", visit.in("wire-1").denied),
        .init(.added, "a visit of another year", visit.in("wire-1").with { $0.time = "2022" }),
    ]
}

@Suite struct `Support of a fact` {
    /// Reports named `SOURCE-NUMBER`.
    private func desk(_ drafts: [Draft]) throws -> Desk {
        var desk = try Desk(drafts)
        for name in desk.records.keys { desk.records[name]?.source = String(name.prefix { $0 != "-" }) }
        return desk
    }

    @Test(arguments: JoiningCase.all) func `is told of a claim that joins`(row: JoiningCase) throws {
        let changes = try diff(desk(row.before), desk(row.before + [row.joining]))

        #expect(changes.map(\.support) == [row.support])
        #expect(changes.first?.kind == .changed)
    }

    private let visit = Draft("Cohen", "visited", "Qatar", "2020-02")

    @Test func `is an echo when a source takes one report down and puts up another`() throws {
        let changes = try diff(desk([visit.in("ledger-1")]), desk([visit.in("ledger-2")]))

        #expect(Set(changes.map(\.support)) == [.echoed, .retracted])
    }

    @Test func `counts one new source once, however many of its reports join`() throws {
        let before = [visit.in("ledger-1")]
        let after = before + [visit.in("wire-1"), visit.in("wire-2"), visit.in("bulletin-1")]

        let changes = try diff(desk(before), desk(after))

        let byReport = Dictionary(uniqueKeysWithValues: changes.map { ($0.after?.report.description, $0.support) })
        #expect(byReport == ["bulletin-1": .corroborated, "wire-1": .corroborated, "wire-2": .echoed])
    }

    @Test func `is retracted when one of two reports is withdrawn`() throws {
        let change = try diff([visit, visit.in("wire")], [visit]).only()

        #expect((change.kind, change.support, change.headline) == (.changed, .retracted, .retracted))
        #expect(change.evidence == .identical && change.cause == .report)
    }

    @Test func `is retracted and the fact removed when the last report is withdrawn`() throws {
        let change = try diff([visit.quoting("Cohen was in Qatar")], []).only()

        #expect((change.kind, change.content, change.support) == (.removed, .removed, .retracted))
        #expect((change.evidence, change.headline) == (.lost, .retracted))
    }

    @Test func `is weakened when only the extractor changed its mind and another report is left`() throws {
        let before = try Desk([visit, visit.in("wire")])
        let after = try Desk([visit.in("wire")]).knowing("ledger", extractor: "desk@2")

        let change = try diff(before, after).only()

        #expect((change.support, change.cause, change.headline) == (.weakened, .extractor, .weakened))
    }

    @Test func `is removed when only the extractor changed its mind and no report is left`() throws {
        let change = try diff(try Desk([visit]), try Desk([]).knowing("ledger", extractor: "desk@2")).only()

        #expect((change.support, change.cause, change.headline) == (.removed, .extractor, .removed))
    }

    @Test func `is removed when the extractor drops one of two values`() throws {
        let hosts = Draft("peace", "depends on", "two states")
        let before = try Desk([hosts, hosts.in("wire").with { $0.object = "an end of the war" }])
        let after = try Desk([hosts]).knowing("wire", extractor: "desk@2")

        let change = try diff(before, after).only()

        #expect((change.kind, change.content, change.support) == (.changed, .complementary, .removed))
        #expect(change.headline == .removed)
    }

    @Test func `is an echo when a source goes on in another report, whoever else agrees`() throws {
        let changes = try diff(
            desk([visit.in("ledger-1"), visit.in("wire-1")]), desk([visit.in("ledger-2"), visit.in("wire-1")]))

        #expect(Set(changes.map(\.support)) == [.echoed, .retracted])
    }

    @Test func `is orphaned when the quotation is gone from the text`() throws {
        let quoted = visit.quoting("Cohen was in Qatar").with {
            $0.anchor = .exact(TextRange(start: 4, end: 22, line: 1))
        }
        let before = try Desk([quoted]).knowing("ledger", text: "So, Cohen was in Qatar.")
        let after = try Desk([quoted.with { $0.anchor = .orphaned }]).knowing("ledger", text: "So.")

        let change = try diff(before, after).only()

        #expect((change.support, change.evidence, change.headline) == (.orphaned, .lost, .orphaned))
        #expect((change.content, change.cause) == (.unchanged, .report))
    }
}

extension Array {
    /// The one element, or a failure of the test.
    func only() throws -> Element {
        guard let first, count == 1 else { throw Missing() }
        return first
    }
}
