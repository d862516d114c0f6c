import FactDiff
import FactTestSupport
import Facts
import Testing

/// What two facts say against one another.
@Suite struct `Contradictions between two facts` {
    private static let vocabulary = Result {
        try VocabularyReader.read(
            """
            format: vocabulary/1
            entities:
              - {name: Norland, type: country}
              - {name: Port Vale, type: place, within: [Norland]}
            predicates:
              - {id: favours, label: favours, kind: state, single-valued: true, key: [object], antonym: resists}
              - {id: resists, label: resists, kind: state, key: [object], antonym: favours}
              - {id: banned, label: banned, kind: event, single-valued: true, key: [object], antonym: allowed}
              - {id: allowed, label: allowed, kind: event, single-valued: true, key: [object], antonym: banned}
              - {id: visited, label: visited, kind: event, roles: {object: {type: entity}}}
              - {id: contacted, label: contacted, kind: event, single-valued: true, key: [object], subsumes: [phoned]}
              - {id: phoned, label: phoned, kind: event}
              - {id: at-large, label: is at large, kind: state, single-valued: true, excludes: [jailed-in]}
              - {id: jailed-in, label: is jailed in, kind: state, roles: {object: {type: entity}}}
              - {id: stays-in, label: stays in, kind: state, single-valued: true, subsumes: [jailed-in, lodges-in],
                 roles: {object: {type: entity}}}
              - {id: lodges-in, label: lodges in, kind: state, roles: {object: {type: entity}}}
              - {id: allied-with, label: is allied with, kind: state, single-valued: true, key: [object],
                 symmetric: true, roles: {object: {type: entity}, field: {type: choice, choices: [naval, trade]}}}
              - {id: broke-with, label: broke with, kind: event, terminates: [allied-with],
                 roles: {object: {type: entity}, field: {type: choice, choices: [naval, trade]}}}
              - {id: joined-with, label: joined with, kind: event, initiates: [allied-with],
                 roles: {object: {type: entity}, field: {type: choice, choices: [naval, trade]}}}
            """)
    }

    private func found(_ drafts: Draft..., knowing: (inout Desk) throws -> Void = { _ in }) throws -> [Contradiction] {
        var desk = try Desk(drafts, vocabulary: Self.vocabulary.get())
        try knowing(&desk)
        let forth = Contradiction.all(in: try desk.side)
        desk.drafts.reverse()
        #expect(Contradiction.all(in: try desk.side) == forth)
        return forth
    }

    private let favours = Draft("Norland", "favours", "the pact", "2020-03-01/2020-09-30")
    private let resists = Draft("Norland", "resists", "the pact", "2020-05-01/2020-06-30").in("wire")

    @Test func `are found in states of opposite meaning at one time`() throws {
        let found = try found(favours, resists).only()

        #expect((found.content, found.link, found.facts.count) == (.contradicted, .antonym, 2))
        #expect(Set(found.sides.map { $0.map(\.report.description) }) == [["ledger"], ["wire"]])
    }

    @Test func `are disputes where somebody's word stands against a report`() throws {
        #expect(try found(favours, resists.by("a minister")).only().content == .disputed)
        #expect(try found(favours, resists.certainty(.possible)).only().content == .undetermined)
    }

    @Test func `are not found in opposite states of other things, or one after the other`() throws {
        #expect(try found(favours, Draft("Norland", "resists", "the tax", "2020-05-01/2020-06-30").in("wire")).isEmpty)
        #expect(try found(favours, resists.with { $0.time = "2021" }).isEmpty)
        #expect(try found(favours, resists.in("ledger").with { $0.time = "2021" }).isEmpty)
        #expect(try found(favours, resists.denied).isEmpty)
        #expect(try found(favours, Draft("Sudland", "resists", "the pact", "2020-05-01/2020-06-30").in("wire")).isEmpty)
    }

    @Test func `are open in opposite events of one day, and none of one year`() throws {
        let banned = Draft("Norland", "banned", "the march", "2020-05-03")

        let open = try found(banned, Draft("Norland", "allowed", "the march", "2020-05-03").in("wire")).only()

        #expect((open.content, open.link) == (.undetermined, .antonym))
        #expect(try found(banned, Draft("Norland", "allowed", "the march", "2020").in("wire")).isEmpty)
        #expect(try found(banned, Draft("Norland", "allowed", "the march").in("wire")).isEmpty)
    }

    @Test func `are found where one denies all that another affirms a part of`() throws {
        let visit = Draft("Ana Ruiz", "visited", "Port Vale", "2020-05-04")
        let none = Draft("Ana Ruiz", "visited", nil, "2020-05").denied.in("wire")

        let found = try found(visit, none.by("Ana Ruiz")).only()

        #expect((found.content, found.link) == (.disputed, .negation))
        #expect(
            try self.found(visit, Draft("Ana Ruiz", "visited", "Norland", "2020-05").denied.in("wire").by("her office"))
                .only().content == .disputed)
    }

    @Test func `are open where a denial without a time meets an event, or nothing says that there is one value`() throws
    {
        let visit = Draft("Ana Ruiz", "visited", "Port Vale", "2020-05-04")

        #expect(try found(visit, Draft("Ana Ruiz", "visited").denied.in("wire")).only().content == .undetermined)
        #expect(
            try found(visit, Draft("Ana Ruiz", "visited", nil, "2020-05").denied.in("wire")).only().content
                == .undetermined)
    }

    @Test func `are not found where a denial is of a part, of another time or of another place`() throws {
        let visit = Draft("Ana Ruiz", "visited", "Norland", "2020-05-04")

        #expect(try found(visit, Draft("Ana Ruiz", "visited", "Port Vale", "2020-05").denied.in("wire")).isEmpty)
        #expect(try found(visit, Draft("Ana Ruiz", "visited", nil, "2020-06").denied.in("wire")).isEmpty)
        #expect(try found(visit, Draft("Ana Ruiz", "visited", "Sudland", "2020-05").denied.in("wire")).isEmpty)
    }

    @Test func `are found where one denies a kind of what another affirms`() throws {
        let call = Draft("Ana Ruiz", "phoned", "the mayor", "2020-05-04")

        let found = try found(call, Draft("Ana Ruiz", "contacted", "the mayor", "2020-05").denied.in("wire")).only()

        #expect((found.content, found.link) == (.contradicted, .negation))
        #expect(
            try self.found(
                call.denied, Draft("Ana Ruiz", "contacted", "the mayor", "2020-05-04").in("wire")
            ).isEmpty)
    }

    @Test func `are found in states that exclude one another, whatever their objects`() throws {
        let free = Draft("Ana Ruiz", "is at large", nil, "2020-05-01/2020-06-30")

        let found = try found(free, Draft("Ana Ruiz", "is jailed in", "Port Vale", "2020-04-01/2020-07-31").in("wire"))
            .only()

        #expect((found.content, found.link) == (.contradicted, .exclusion))
        #expect(try self.found(free, Draft("Ana Ruiz", "is jailed in", "Port Vale", "2020-07").in("wire")).isEmpty)
    }

    @Test func `are found in kinds of a state that has one value`() throws {
        let lodges = Draft("Ana Ruiz", "lodges in", "Sudland", "2020-05-01/2020-06-30")
        let jailed = Draft("Ana Ruiz", "is jailed in", "Port Vale", "2020-04-01/2020-07-31").in("wire")

        #expect(try found(lodges, jailed).only().link == .subsumption)
        #expect(try found(lodges.with { $0.object = "Norland" }, jailed).isEmpty)
    }

    @Test func `are found where a state goes on through the event that ended it`() throws {
        let allied = Draft("Norland", "is allied with", "Sudland", "2005/2015").arguments(["field": "trade"])
        let broke = Draft("Norland", "broke with", "Sudland", "2009-01-16").in("wire").arguments(["field": "trade"])

        let found = try found(allied, broke).only()

        #expect((found.content, found.link) == (.contradicted, .termination))
        #expect(
            try self.found(
                allied,
                broke.with {
                    $0.subject = "Sudland"; $0.object = "Norland"
                }
            ).only().link == .termination)
        #expect(try self.found(allied, broke.with { $0.arguments = [:] }).only().content == .undetermined)
        #expect(try self.found(allied, broke.with { $0.arguments = ["field": "naval"] }).isEmpty)
    }

    @Test(arguments: ["2009", "2005/2009", "2009-01-16", "2009-01/2015", "2010/2015"])
    func `are not found where a state may have ended with its event`(time: String) throws {
        let broke = Draft("Norland", "broke with", "Sudland", "2009-01-16").in("wire")

        #expect(try found(Draft("Norland", "is allied with", "Sudland", time), broke).isEmpty)
        #expect(try found(Draft("Norland", "is allied with", "Sudland", "2005/2015"), broke.modality(.planned)).isEmpty)
        #expect(try found(Draft("Norland", "is allied with", "Sudland", "2005/2015"), broke.denied).isEmpty)
    }

    @Test func `are open where a state has no stated end and its report came after the event`() throws {
        let allied = Draft("Norland", "is allied with", "Sudland", "2005/..")
        let broke = Draft("Norland", "broke with", "Sudland", "2009-01-16").in("wire")

        func found(published: String) throws -> [Contradiction] {
            try self.found(allied, broke) { try $0.know("ledger") { $0.published = Time(edtf: published) } }
        }
        #expect(try found(published: "2008-03-01").isEmpty)
        #expect(try found(published: "2011-03-01").only().content == .undetermined)
    }

    @Test func `are found where a state is denied that an event began`() throws {
        let joined = Draft("Norland", "joined with", "Sudland", "2009-01-16")

        #expect(
            try found(joined, Draft("Norland", "is allied with", "Sudland", "2005/2015").denied.in("wire")).only().link
                == .initiation)
        #expect(try found(joined, Draft("Norland", "is allied with", "Sudland", "2005/2015").in("wire")).isEmpty)
    }

    @Test func `do not depend on other facts`() throws {
        let other = Draft("Norland", "visited", "Port Vale", "2020-05-04")
        #expect(try found(favours, resists) == found(favours, resists, other))
    }
}
