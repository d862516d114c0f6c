import FactDiff
import FactRepository
import Facts
import StoryTestSupport
import Testing

/// What people rule, and what becomes of it as reports and extractors change.
@Suite struct DecisionTests {
    private static let vocabulary = """
        format: vocabulary/1
        entities:
          - {name: Yossi Cohen, type: person, aliases: [Cohen]}
        predicates:
          - {id: pays, label: pays, kind: attribute, single-valued: true, roles: {object: {type: quantity}}}
        """
    private let pays = News.Sentence("Qatar", "pays", "US$30 million")
    private let visit = News.Sentence("Cohen", "visited", "Doha")
    private let meeting = News.Sentence("Israel", "met", "Hamas")

    // MARK: rejections

    @Test func `a rejected claim no longer counts, by decision, and its report goes on as it was`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("n", [pays, visit])) }
            let before = try story.latest
            let revision = try #require(try story.rule(.reject, on: visit, of: "n"))
            #expect(revision.kind == .decision)
            #expect(try story.subjects == ["Qatar"])
            #expect(try story.latest.withheldClaims(of: #require(ReportName("n"))).map(\.subject.text) == ["Cohen"])
            let changes = try story.changes(from: before, to: story.latest).changes
            #expect(changes.map(\.cause) == [.decision])
            #expect(changes.map(\.kind) == [.removed])
            #expect(try story.problems == [])
        }
    }

    @Test func `a rejection holds when the text is edited elsewhere and another extractor reads it`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("n", [pays, visit, meeting])) }
            _ = try story.rule(.reject, on: visit, of: "n")
            try story.record(day: 1) { try $0.add(News("n", [pays, visit, meeting]), by: "desk@2") }
            #expect(try story.subjects == ["Israel", "Qatar"])
            let dearer = News.Sentence("Qatar", "pays", "US$80 million")
            try story.record(day: 2) { try $0.add(News("n", [dearer, visit, meeting]), by: "desk@3") }
            #expect(try story.subjects == ["Israel", "Qatar"])
            #expect(try story.problems == [])
        }
    }

    @Test func `a rejection ends when the sentence changes that the claim rests on`() throws {
        try withStory(Self.vocabulary) { story in
            var news = News("n", [pays, visit])
            try story.record { try $0.add(news) }
            _ = try story.rule(.reject, on: visit, of: "n")
            news.sentences[1] = News.Sentence("Cohen", "visited", "Doha twice")
            try story.record(day: 1) { try $0.add(news) }
            #expect(try story.subjects == ["Cohen", "Qatar"])
            #expect(try story.problems == [])
        }
    }

    @Test func `a rejection survives its report's withdrawal`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("n", [pays, visit])) }
            _ = try story.rule(.reject, on: visit, of: "n")
            try story.record(day: 1) { $0.withdrawn = [try News("n", []).reportName] }
            #expect(try story.subjects == [])
            try story.record(day: 2) { try $0.add(News("n", [pays, visit])) }
            #expect(try story.subjects == ["Qatar"])
            #expect(try story.problems == [])
        }
    }

    @Test func `what was rejected can be reopened, and the facts are byte for byte as they were`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("n", [pays, visit])) }
            let facts = try story.latest.facts()
            let claim = try story.claim(visit, of: "n")
            let words = ReportWords(try story.latest.report(#require(ReportName("n"))))
            let target = Matter.claim(ClaimTarget(claim, in: words))
            _ = try story.rule([try #require(Ruling(.reject, on: target))])
            _ = try story.rule([try #require(Ruling(.reopen, on: target))], day: 1)
            #expect(try story.latest.facts() == facts)
            #expect(try story.latest.withheldClaims(of: claim.report) == [])
            #expect(try story.latest.decisions().count == 2)
            #expect(StandingRulings(try story.latest.decisions(), vocabulary: nil).followed == [])
            #expect(try story.problems == [])
        }
    }

    @Test func `the same ruling again makes no revision`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("n", [pays, visit])) }
            #expect(try story.rule(.accept, on: visit, of: "n") != nil)
            #expect(try story.rule(.accept, on: visit, of: "n") == nil)
        }
    }

    @Test func `undoing the operation takes a ruling back`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("n", [pays, visit])) }
            _ = try story.rule(.reject, on: visit, of: "n")
            _ = try story.undo(by: .tester(day: 1))
            #expect(try story.subjects == ["Cohen", "Qatar"])
            #expect(try story.latest.decisions() == [])
        }
    }

    // MARK: amendments

    @Test func `an amended value stays amended whatever is read there, and the extractor's own word takes its place`()
        throws
    {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("n", [pays, visit])) }
            var amended = try story.claim(pays, of: "n").stated
            amended.object = .plain("US$35 million")
            let before = try story.latest
            _ = try story.rule(.amend, on: pays, of: "n", amended: amended)
            #expect(try story.values(of: "Qatar") == ["US$35 million"])
            #expect(try story.claims(of: "n").contains { $0.amendment != nil })
            #expect(Set(try story.changes(from: before, to: story.latest).changes.map(\.cause)) == [.decision])

            // Another extractor reads the old value, then a third, then what the person said.
            for (day, value, isAmended) in [
                (1, "US$30 million", true), (2, "US$33 million", true), (3, "US$35 million", false),
            ] {
                try story.record(day: day) { recording in
                    let news = News("n", [pays, visit])
                    recording.reports = [try news.report]
                    recording.claims[try news.reportName] = try news.claims(by: "desk@\(day + 1)", reading: value)
                }
                #expect(try story.values(of: "Qatar") == ["US$35 million"], "day \(day)")
                #expect(try story.claims(of: "n").contains { $0.amendment != nil } == isAmended, "day \(day)")
                #expect(try story.problems == [])
            }
            let rulings = try story.latest.rulings(onClaimsOf: #require(ReportName("n")))
            #expect(
                rulings.standing(in: try story.latest.statedClaims(of: #require(ReportName("n")))).map(\.standing) == [
                    .agrees
                ])
        }
    }

    @Test func `an amendment ends when its sentence goes`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("n", [pays, visit])) }
            var amended = try story.claim(pays, of: "n").stated
            amended.object = .plain("US$35 million")
            _ = try story.rule(.amend, on: pays, of: "n", amended: amended)
            try story.record(day: 1) { try $0.add(News("n", [visit])) }
            #expect(try story.values(of: "Qatar") == [])
            #expect(try story.problems == [])
        }
    }

    // MARK: names

    @Test func `names ruled to be of one entity share their facts, and no longer when ruled apart`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { recording in
                try recording.add(News("n", [.init("Haniyeh", "visited", "Tehran")]))
                try recording.add(News("m", [.init("Haniyah", "visited", "Tehran"), visit]))
            }
            let before = try story.latest
            #expect(try before.facts().count == 3)
            let names = Matter.entities("Haniyeh", "Haniyah")
            _ = try story.rule([try #require(Ruling(.same, on: names))])
            #expect(try story.latest.facts().count == 2)
            let changes = try story.changes(from: before, to: story.latest).changes
            #expect(!changes.isEmpty && changes.allSatisfy { $0.cause == .decision })
            #expect(try story.problems == [])
            _ = try story.rule([try #require(Ruling(.different, on: names))], day: 1)
            #expect(try story.latest.facts() == before.facts())
            #expect(try story.latest.vocabulary().isRuledApart(EntityKey(name: "Haniyeh"), EntityKey(name: "Haniyah")))
            #expect(try story.problems == [])
        }
    }

    @Test func `names that the vocabulary takes for one are parted by a ruling`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("n", [visit, .init("Yossi Cohen", "met", "Hamas")])) }
            #expect(Set(try story.latest.facts().flatMap(\.claims).compactMap(\.subject.entity)).count == 1)
            _ = try story.rule([try #require(Ruling(.different, on: .entities("Cohen", "Yossi Cohen")))])
            #expect(Set(try story.latest.facts().flatMap(\.claims).compactMap(\.subject.entity)).count == 2)
            #expect(try story.problems == [])
        }
    }

    // MARK: contradictions

    @Test func `a settled contradiction is closed until something new is said`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { recording in
                try recording.add(News("n", [pays]))
                try recording.add(News("m", [.init("Qatar", "pays", "US$80 million")]))
            }
            let open = try #require(try story.contradictions.first)
            let target = ContradictionTarget(open)
            let before = try story.latest
            _ = try story.rule([try #require(Ruling(.bothPossible, on: .contradiction(target)))])
            #expect(try story.contradictions == [])
            let closed = try story.changes(from: before, to: story.latest).contradictions
            #expect(closed.map(\.resolution) == [.ruledBothPossible])

            try story.record(day: 1) { try $0.add(News("o", [.init("Qatar", "pays", "US$80 million")])) }
            #expect(try story.contradictions == [])
            try story.record(day: 2) { try $0.add(News("p", [.init("Qatar", "pays", "US$95 million")])) }
            #expect(try story.contradictions.map(\.id) == [open.id])
            let tip = try #require(try story.tip())
            let life = try #require(try story.contradictionLives(upTo: tip).first)
            #expect(life.reopenings == 1)
            #expect(try story.problems == [])
        }
    }
}

extension FactRepository {
    /// Rules on the claim that a sentence states.
    fileprivate func rule(
        _ verdict: Verdict, on sentence: News.Sentence, of report: String, amended: StatedClaim? = nil
    ) throws -> Revision? {
        let name = try #require(ReportName(report))
        let words = ReportWords(try latest.report(name))
        let target = ClaimTarget(try claim(sentence, of: report), in: words)
        return try rule([try #require(Ruling(verdict, on: .claim(target), amended: amended))])
    }

    fileprivate func rule(_ rulings: [Ruling], day: Int = 0) throws -> Revision? {
        try decide(rulings, reason: "seen by two of us", by: .tester(day: day))
    }

    fileprivate func claim(_ sentence: News.Sentence, of report: String) throws -> Claim {
        try #require(try claims(of: report).first { $0.evidence.first?.quote == sentence.text })
    }

    fileprivate func claims(of report: String) throws -> [Claim] {
        try latest.claims(of: #require(ReportName(report)))
    }

    fileprivate var subjects: [String] {
        get throws { try latest.facts().flatMap(\.claims).map(\.subject.text).sorted() }
    }

    fileprivate func values(of subject: String) throws -> [String] {
        try latest.facts().flatMap(\.claims).filter { $0.subject.text == subject }.compactMap(\.object?.text)
    }

    fileprivate var contradictions: [Contradiction] {
        get throws { Contradiction.all(in: try sideWithCompany(of: latest.facts(), in: latest)) }
    }
}

extension News {
    /// What an extractor reads that takes the first sentence's value for another.
    fileprivate func claims(by extractor: String, reading value: String) throws -> ReadClaims {
        let read = try claims(by: extractor)
        let anchor = QuoteAnchor(text: text)
        let claims = try read.claims.enumerated().map { index, claim in
            guard index == 0 else { return claim }
            var stated = claim.stated
            stated.object = .plain(value)
            return try #require(AnchoredClaim(stated, in: anchor))
        }
        return ReadClaims(extractor: read.extractor, claims: claims)
    }
}
