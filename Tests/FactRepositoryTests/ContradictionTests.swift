import FactDiff
import FactRepository
import Facts
import Git
import StoryTestSupport
import Testing

/// What unchanged facts say against those that changed.
@Suite struct ContradictionTests {
    private static let vocabulary = """
        format: vocabulary/1
        entities: []
        predicates:
          - {id: favours, label: favours, kind: attribute, single-valued: true, key: [object], antonym: resists}
          - {id: resists, label: resists, kind: attribute, single-valued: true, key: [object], antonym: favours}
          - {id: allied, label: sides with, kind: attribute, single-valued: true, key: [object], symmetric: true,
             antonym: opposed}
          - {id: opposed, label: sides against, kind: attribute, single-valued: true, key: [object], antonym: allied}
        """
    private let favours = News.Sentence("Norland", "favours", "Pact")
    private let resists = News.Sentence("Norland", "resists", "Pact")

    @Test(arguments: [0, 200])
    func `a diff finds what a new claim says against a fact that did not change`(others: Int) throws {
        try withStory(Self.vocabulary) { story in
            try story.record { recording in
                try recording.add(News("ledger", [favours]))
                // So many facts that the two stand in different buckets.
                try recording.add(News("list", (0..<others).map { News.Sentence("Norland", "favours", "Plan \($0)") }))
            }
            let before = try story.latest
            try story.record(day: 1) { try $0.add(News("wire", [resists])) }
            let changes = try story.changes(from: before, to: story.latest)

            #expect(changes.contradictions.map(\.kind) == [.opened])
            #expect(changes.contradictions.first?.latest.link == .antonym)
            #expect(changes.changes.count == 1)
        }
    }

    @Test func `a diff finds it where a symmetric predicate has exchanged the parties`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("ledger", [.init("Norland", "sides with", "Altania")])) }
            let before = try story.latest
            try story.record(day: 1) { try $0.add(News("wire", [.init("Norland", "sides against", "Altania")])) }
            #expect(try story.changes(from: before, to: story.latest).contradictions.map(\.kind) == [.opened])
        }
    }

    @Test func `a diff finds what a new claim says against a denial that did not change`() throws {
        let vocabulary = """
            format: vocabulary/1
            entities: []
            predicates:
              - {id: hosts, label: hosts, kind: state, single-valued: true, key: [day], roles: {day: {type: text}}}
            """
        func claim(_ report: ReportName, day: String?, _ polarity: Polarity) -> AnchoredClaim {
            var claim = StatedClaim(report: report, subject: .entity("Norland"), predicate: "hosts")
            claim.object = .entity("Pact")
            if let day { claim.arguments = ["day": .text(day)] }
            claim.polarity = polarity
            return AnchoredClaim(stated: claim, evidence: [])
        }
        func record(_ name: String, _ day: Int, in story: FactRepository, _ days: [String?], _ polarity: Polarity)
            throws
        {
            let name = try #require(ReportName(name))
            try story.record(day: day) { recording in
                recording.reports.append(Report(record: ReportRecord(name: name, text: []), text: []))
                let claims = days.map { claim(name, day: $0, polarity) }
                recording.claims[name] = ReadClaims(extractor: .unnamed, claims: claims)
            }
        }
        func open(_ snapshot: Snapshot, in story: FactRepository) throws -> Set<ContradictionID> {
            Set(Contradiction.all(in: try story.side(try snapshot.facts(), of: snapshot)).map(\.id))
        }
        try withStory(vocabulary) { story in
            try record("ledger", 0, in: story, (0..<600).map { "day \($0)" }, .affirmed)
            try record("wire", 1, in: story, [nil], .denied)
            let before = try story.latest
            try record("bulletin", 2, in: story, ["day 600"], .affirmed)
            let after = try story.latest
            let reads = story.git.objectReads
            let found = try story.changes(from: before, to: after).contradictions
            // Of the subject's buckets, of which there are dozens, none but those that differ and the one with the denial.
            let used = story.git.objectReads - reads
            print("a fact about a subject of 600: \(used) objects read")
            #expect(used <= 45)
            let opened = try open(after, in: story).subtracting(open(before, in: story))
            #expect(!opened.isEmpty)
            #expect(Set(found.filter { $0.kind == .opened }.map(\.latest.id)) == opened)
        }
    }

    @Test func `lives are the same as the contradictions of each revision`() throws {
        try withStory(Self.vocabulary) { story in
            try story.record { try $0.add(News("ledger", [favours])) }
            try story.record(day: 1) { try $0.add(News("wire", [resists])) }
            try story.record(day: 2) { $0.withdrawn = [try News("wire", []).reportName] }
            try story.record(day: 3) { try $0.add(News("bulletin", [resists])) }
            var source = try News("bulletin", [resists]).report
            source.record.source = "House"
            try story.record(day: 4) { $0.reports = [source] }
            let tip = try #require(try story.tip())

            let life = try #require(try story.contradictionLives(upTo: tip).first)

            #expect(life.steps.map(\.change.kind) == [.opened, .closed, .opened])
            #expect(life.steps[1].change.resolution == .withdrawn)
            #expect(life.steps.map { "\($0.revision.day)" } == ["2020-02-02", "2020-02-03", "2020-02-04"])
            for revision in try story.log(from: tip) {
                let snapshot = try story.snapshots([revision])[0]
                let open = Contradiction.all(in: try story.side(try snapshot.facts(), of: snapshot))
                let lives = try story.contradictionLives(upTo: snapshot.id).filter(\.isOpen)
                #expect(lives.map(\.id) == open.map(\.id).sorted())
            }
        }
    }

    @Test func `a report that turns out to be of the other's source closes what stood between them`() throws {
        try withStory(Self.vocabulary) { story in
            var reports = try [News("ledger", [favours]), News("wire", [resists])].map { ($0, try $0.report) }
            try story.record { recording in
                for (news, _) in reports { try recording.add(news) }
            }
            for index in reports.indices { reports[index].1.record.source = "House" }
            try story.record(day: 1) { $0.reports = reports.map(\.1) }
            let tip = try #require(try story.tip())
            let life = try #require(try story.contradictionLives(upTo: tip).first)
            #expect(life.closed?.change.resolution == .redescribed)
        }
    }
}
