import FactDiff
import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct HistoryTests {
    private let pays = News.Sentence("Qatar", "pays", "Gaza")
    private let met = News.Sentence("Israel", "met", "Hamas")

    @Test func `a fact's history tells when it came, changed, went and came again`() throws {
        try withStory { story in
            for (day, sentences) in [[met], [met, pays], [pays], [], [met], [met]].enumerated() {
                try story.record(day: day) { try $0.add(News("n", sentences)) }
            }
            try story.record(day: 9) { try $0.add(News("m", [pays])) }
            let fact = try fact(about: "Qatar", in: story)
            let history = try story.history(of: fact.id, from: #require(try story.tip()))
            #expect(history.map { "\($0.revision.day)" } == ["2020-02-02", "2020-02-03", "2020-02-04", "2020-02-10"])
            #expect(history.map { $0.changes.map(\.kind) } == [[.added], [.changed], [.removed], [.added]])
            #expect(history[1].changes.map(\.evidence) == [.moved])
        }
    }

    @Test func `a fact that is gone is found by the start of its id`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", [pays])) }
            let fact = try fact(about: "Qatar", in: story)
            let then = try story.tip()
            try story.record(day: 1) { try $0.add(News("n", [met])) }
            let tip = try #require(try story.tip())
            let found = try #require(try story.everRecordedFact(String(fact.id.letters.prefix(6)), from: tip))
            #expect(found.fact == fact)
            #expect(found.revision.id == then?.hex)
            #expect(try story.everRecordedFact("kkkkkkkk", from: tip) == nil)
            #expect(try story.history(of: #require(FactID(String(repeating: "k", count: 32))), from: tip).isEmpty)
        }
    }

    @Test func `an id that fits several facts is refused, with all that it fits`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", [pays, .init("Qatar", "met", "Israel")])) }
            let ids = try story.latest.facts().map(\.id)
            let lead = String(ids[0].letters.prefix(4))
            let error = #expect(throws: RepositoryError.self) { try story.latest.fact(lead) }
            #expect(error?.code == .ambiguousFact(ids))
            #expect(try story.latest.fact("not an id") == nil)
        }
    }

    @Test func `the versions of a report include its withdrawal and its return`() throws {
        try withStory { story in
            let name = try News("n", []).reportName
            try story.record { try $0.add(News("other", [met])) }
            try story.record(day: 1) { try $0.add(News("n", [pays])) }
            try story.record(day: 2) { try $0.add(News("n", [pays], title: "Late"), by: nil) }
            try story.record(day: 3) { try $0.add(News("other", [pays])) }
            try story.record(day: 4) { $0.withdrawn = [name] }
            try story.record(day: 5) { try $0.add(News("n", [met])) }
            let versions = try story.versions(of: name, from: #require(try story.tip()))
            #expect(versions.map { "\($0.revision.day)" } == ["2020-02-02", "2020-02-03", "2020-02-05", "2020-02-06"])
            #expect(versions.map { $0.record?.title } == [nil, "Late", nil, nil])
            #expect(versions.map { $0.record == nil } == [false, false, true, false])
        }
    }

    @Test func `a report that is not there is answered with names that are near`() throws {
        try withStory { story in
            try story.record { recording in
                for name in ["mee-2022-07-09", "mee-2022-07-10", "walla"] { try recording.add(News(name, [pays])) }
            }
            let error = #expect(throws: RepositoryError.self) {
                try story.latest.report(#require(ReportName("mee-2022-07-08")))
            }
            let near = ["mee-2022-07-09", "mee-2022-07-10"].compactMap { ReportName($0) }
            #expect(error?.code == .unknownReport(nearest: near))
        }
    }

    private func fact(about subject: String, in story: FactRepository) throws -> Fact {
        try #require(try story.latest.facts(about: EntityKey(name: subject)).first)
    }
}
