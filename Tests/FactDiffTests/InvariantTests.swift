import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `Rules of the vocabulary` {
    private static let vocabulary = Result {
        try VocabularyReader.read(
            """
            format: vocabulary/1
            predicates:
              - id: turnout
                label: turnout
                kind: attribute
                roles: {object: {type: quantity, unit: "%", range: 0..100}, in: {type: text}}
              - {id: toll, label: toll, kind: attribute, monotone: rising, parts: [killed, hurt], tolerance: 5%,
                 roles: {object: {type: quantity, unit: person}}}
              - {id: killed, label: killed, kind: attribute, roles: {object: {type: quantity, unit: person}}}
              - {id: hurt, label: hurt, kind: attribute, roles: {object: {type: quantity, unit: person}}}
              - {id: stock, label: stock, kind: state, monotone: falling, single-valued: true,
                 roles: {object: {type: quantity, unit: t}}}
              - {id: began, label: began, kind: attribute, not-after: [ended], roles: {object: {type: time}}}
              - {id: ended, label: ended, kind: attribute, roles: {object: {type: time}}}
            """)
    }

    private func broken(_ drafts: Draft...) throws -> [BrokenInvariant] {
        let vocabulary = try Self.vocabulary.get()
        return InvariantCheck(vocabulary).broken(in: try Desk(drafts, vocabulary: vocabulary).facts)
    }

    private func toll(_ count: String, _ time: String? = nil) -> Draft { Draft("the flood", "toll", count, time) }

    @Test func `are counted`() throws {
        #expect(InvariantCheck(try Self.vocabulary.get()).count == 5)
        #expect(InvariantCheck(.empty).predicates.isEmpty)
    }

    @Test func `a quantity lies in its range`() throws {
        let found = try broken(Draft("the vote", "turnout", "104"), Draft("the vote", "turnout", "64").in("wire"))
            .only()

        #expect((found.rule, found.allowed) == (.range, "0..100"))
        #expect(found.claims.map { $0.object?.text } == ["104"])
        #expect(try broken(Draft("the vote", "turnout", "more than 90")).isEmpty)
        #expect(try broken(Draft("the vote", "turnout", "104").denied).isEmpty)
        #expect(try broken(Draft("the vote", "turnout", "104").modality(.expected)).isEmpty)
        #expect(try broken(Draft("the vote", "turnout", "104").certainty(.possible)).isEmpty)
    }

    @Test func `a count that can only rise does not fall`() throws {
        let found = try broken(toll("40", "2020-02-01"), toll("30", "2020-02-03").in("wire"), toll("41", "2020-02-04"))

        #expect(found.map(\.rule) == [.neverFalls])
        #expect(found.first?.claims.map { $0.object?.text } == ["40", "30"])
        #expect(
            try broken(Draft("the mill", "stock", "4", "2019"), Draft("the mill", "stock", "9", "2020")).only().rule
                == .neverRises)
    }

    @Test func `a count is not judged where time, precision or tolerance leave it open`() throws {
        #expect(try broken(toll("40", "2020-02-01"), toll("30").in("wire")).isEmpty)
        #expect(try broken(toll("40", "2020-02"), toll("30", "2020-02-03").in("wire")).isEmpty)
        #expect(try broken(toll("about 40", "2020-02-01"), toll("38", "2020-02-03").in("wire")).isEmpty)
        #expect(try broken(toll("40", "2020-02-01"), toll("39", "2020-02-03").in("wire")).isEmpty)
        #expect(try broken(toll("40", "2020-02-01"), Draft("the fire", "toll", "30", "2020-02-03")).isEmpty)
    }

    @Test func `parts add up to their whole`() throws {
        let (killed, hurt) = (Draft("the flood", "killed", "10"), Draft("the flood", "hurt", "20"))

        let found = try broken(toll("40"), killed, hurt).only()

        #expect((found.rule, found.allowed) == (.sum, "killed + hurt"))
        #expect(found.claims.map { $0.object?.text } == ["40", "10", "20"])
        #expect(try broken(toll("30"), killed, hurt).isEmpty)
        #expect(try broken(toll("31"), killed, hurt).isEmpty)
        #expect(try broken(toll("more than 25"), killed, hurt).isEmpty)
    }

    @Test func `parts are not summed where one is missing, of another time or of another report`() throws {
        let (killed, hurt) = (Draft("the flood", "killed", "10"), Draft("the flood", "hurt", "20"))

        #expect(try broken(toll("40"), killed).isEmpty)
        #expect(try broken(toll("40"), killed, hurt.in("wire")).isEmpty)
        #expect(try broken(toll("40"), killed, hurt.with { $0.time = "2020" }).isEmpty)
        let dated = [killed, hurt].map { $0.in("wire").with { $0.time = "2020-02-01" } }
        #expect(try broken(toll("40", "2020-02-01"), dated[0], dated[1]).only().rule == .sum)
    }

    @Test func `nothing is over before it begins`() throws {
        let found = try broken(Draft("the war", "began", "2021-03"), Draft("the war", "ended", "2020").in("wire"))
            .only()

        #expect((found.rule, found.allowed) == (.order, "ended"))
        #expect(try broken(Draft("the war", "began", "2020-03"), Draft("the war", "ended", "2020").in("wire")).isEmpty)
        #expect(try broken(Draft("the war", "began", "2021"), Draft("the raid", "ended", "2020").in("wire")).isEmpty)
    }

    @Test func `broken ones come in one order, whatever the order of the claims`() throws {
        let drafts = [
            toll("40"), Draft("the flood", "killed", "10"), Draft("the flood", "hurt", "20"),
            Draft("the vote", "turnout", "104"),
        ]
        let vocabulary = try Self.vocabulary.get()
        let check = InvariantCheck(vocabulary)
        #expect(
            check.broken(in: try Desk(drafts, vocabulary: vocabulary).facts)
                == check.broken(in: try Desk(drafts.reversed(), vocabulary: vocabulary).facts.reversed()))
    }
}
