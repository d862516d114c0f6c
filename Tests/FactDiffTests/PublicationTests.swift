import FactDiff
import FactTestSupport
import Facts
import TestSupport
import Testing

/// What becomes of something that was published.
@Suite struct PublicationTests {
    private func finding(
        _ published: Draft, _ now: [Draft], before: [Draft]? = nil
    ) throws -> PublishedFinding {
        let vocabulary = try Vocabulary.forTests()
        let stated = try published.in("article").claim(vocabulary).stated
        let claim = PublishedClaim(stated, line: 3, vocabulary)
        func hearing(_ drafts: [Draft]) throws -> PublicationHearing {
            PublicationCheck(try Desk(drafts, vocabulary: vocabulary).side).hearing(of: claim.claim)
        }
        return PublishedFinding(claim, try hearing(now), before: try before.map(hearing))
    }

    private let home = Draft("Ana", "resides in", "Qatar")

    @Test func `what a report says is ok, and corroborated by another source`() throws {
        #expect(try finding(home, [home]).status == .ok)
        let both = try finding(home, [home, home.in("wire")])
        #expect(both.status == .corroborated && both.sources == 2)
        let echo = try finding(home, [home.by("Ben"), home.in("wire").by("Ben")])
        #expect(echo.status == .ok && echo.sources == 1)
    }

    @Test func `what no report says is unsupported, and told apart from what none says any more`() throws {
        #expect(try finding(home, []).reason == .neverSaid)
        let gone = try finding(home, [], before: [home])
        #expect(gone.status == .unsupported && gone.reason == .noLongerSaid)
        #expect(gone.supporting.count == 1 && gone.former == .ok && gone.isNew)
    }

    @Test func `another certain source of the same time contradicts it, somebody's word only weakens it`() throws {
        let (published, other) = (Draft("Ana", "was born in", "Qatar"), Draft("Ana", "was born in", "Israel"))
        let contradicted = try finding(published, [published, other.in("wire")])
        #expect(contradicted.status == .contradicted && contradicted.against.count == 1)
        #expect(contradicted.trace?.rule == .sameTimeOtherSource)
        #expect(try finding(published, [published, other.in("wire").by("Ben")]).status == .weakened)
        #expect(try finding(published, [published, other.in("wire").certainty(.possible)]).status == .weakened)
    }

    @Test func `what is published without a word on certainty counts as certain`() throws {
        let (published, other) = (Draft("Ana", "was born in", "Qatar"), Draft("Ana", "was born in", "Israel"))
        #expect(try finding(published.certainty(.unstated), [published, other.in("wire")]).status == .contradicted)
        #expect(try finding(published.certainty(.possible), [published, other.in("wire")]).status != .contradicted)
    }

    @Test func `it is stale once the world moved on, dated or not`() throws {
        let (then, now) = (
            Draft("Mossad", "head", "Yossi Cohen", "2016/2021"), Draft("Mossad", "head", "Ben", "2022/..")
        )
        let undated = Draft("Mossad", "head", "Yossi Cohen")
        let stale = try finding(undated, [then, now.in("wire")])
        #expect(stale.status == .stale && stale.reason == .worldMovedOn)
        #expect(try finding(undated, [then]).status == .ok)
    }

    @Test func `what says itself until when it held stays true`() throws {
        let (then, now) = (
            Draft("Mossad", "head", "Yossi Cohen", "2016/2021"), Draft("Mossad", "head", "Ben", "2022/..")
        )
        #expect(try finding(then, [then, now.in("wire")]).status == .ok)
        #expect(
            try finding(Draft("Mossad", "head", "Yossi Cohen", "2016/.."), [then, now.in("wire")]).status == .stale)
    }

    @Test func `a count that moved on makes the one that was published stale`() throws {
        let published = Draft("The quake", "death-toll", "42")
        let stale = try finding(published, [Draft("The quake", "death-toll", "50").in("wire")], before: [published])
        #expect(stale.status == .stale && stale.reason == .worldMovedOn)
    }

    @Test func `a source that corrects itself makes it corrected, not contradicted`() throws {
        let (published, corrected) = (Draft("Ana", "was born in", "Qatar"), Draft("Ana", "was born in", "Israel"))
        let found = try finding(published, [corrected], before: [published])
        #expect(found.status == .corrected && found.reason == .sourceCorrected)
        // When nobody knows that it ever said otherwise.
        #expect(try finding(published, [corrected]).status == .contradicted)
        #expect(try finding(published, [corrected.in("wire")], before: [published]).status == .contradicted)
    }

    @Test func `less certain, in part, or from fewer sources than before is weakened`() throws {
        #expect(try finding(home, [home.certainty(.possible)]).reason == .lessCertain)
        #expect(try finding(home, [home.modality(.planned)]).status == .weakened)
        #expect(try finding(Draft("Ana", "resides in", "Doha"), [home]).reason == .onlyInPart)
        let fewer = try finding(home, [home], before: [home, home.in("wire")])
        #expect(fewer.status == .weakened && fewer.reason == .fewerSources && fewer.former == .corroborated)
        #expect(try finding(home, [Draft("Ana", "resides in", "Doha")]).status == .ok)
    }

    @Test func `a denial of another fact stands against it`() throws {
        let visit = Draft("Ana", "visited", "Doha", "2020-02")
        let denied = Draft("Ana", "visited", "Qatar", "2020").denied.in("wire")
        let found = try finding(visit, [visit, denied])
        #expect(found.status == .weakened || found.status == .contradicted)
        #expect(found.against.map(\.polarity) == [.denied])
    }

    @Test func `how it stands does not depend on the order of the claims`() throws {
        let drafts = [
            home, home.in("wire"), Draft("Ana", "resides in", "Israel").in("post"), home.in("echo").by("Ben"),
        ]
        let found = try finding(home, drafts)
        #expect(try finding(home, drafts.reversed()) == found)
    }

    @Test func `what a report says is supported when it is published, in whatever order the claims come`() throws {
        let pool = try ClaimPool(seed: 5, count: 200, vocabulary: .forTests())
        var random = SeededGenerator(seed: 7)
        for seed in 0..<200 {
            let pair = try SidePair(pool, seed: UInt64(seed))
            let (check, shuffled) = (
                PublicationCheck(pair.sides.after), PublicationCheck(pair.shuffled(using: &random).after)
            )
            for claim in pair.after {
                let published = PublishedClaim(claim.stated, line: 1, pool.vocabulary)
                let found = PublishedFinding(published, check.hearing(of: published.claim))
                #expect(found.status != .unsupported && found.supporting.contains(claim), "seed \(seed)")
                #expect(PublishedFinding(published, shuffled.hearing(of: published.claim)) == found, "seed \(seed)")
            }
        }
    }
}
