import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct RevisionNameTests {
    @Test func `git's own names are understood`() throws {
        try withStory { story in
            let ids = try recordDays(in: story, [1, 2, 3])
            try story.git("tag", "first", ids[0].hex)
            try story.git("-c", "user.name=T", "-c", "user.email=t@x", "tag", "-a", "-m", "x", "second", ids[1].hex)
            let names = [
                "HEAD", "HEAD~1", "HEAD~2", "main", ids[1].hex, String(ids[0].hex.prefix(8)), "first", "second",
            ]
            let expected = [ids[2], ids[1], ids[0], ids[2], ids[1], ids[0], ids[0], ids[1]]
            #expect(try names.map(story.resolve) == expected)
        }
    }

    @Test(arguments: [
        ("2020-02-02", 1), ("2020-02-03", 2), ("2020-02-07", 2), ("2020-02-08", 7), ("@{2020-02-08}", 7),
        ("2020-02", 28), ("2020-03", 40), ("2020", 40), ("@{2020}", 40), ("2021-01-01", 40), ("2020-02-01", 0),
    ])
    func `a date is the newest revision by the end of that day, month or year`(name: String, day: Int) throws {
        try withStory { story in
            let days = [1, 2, 7, 28, 40]
            let ids = try recordDays(in: story, days)
            let begin = try story.resolve("HEAD~\(days.count)")
            #expect(try story.find(name) == (days.firstIndex(of: day).map { ids[$0] } ?? begin))
        }
    }

    @Test(arguments: ["2020-01-31", "2019", "2019-12", "@{1999}"])
    func `before the first revision there was none`(name: String) throws {
        try withStory { story in
            try recordDays(in: story, [1])
            #expect(try story.find(name) == nil)
            let error = #expect(throws: RepositoryError.self) { try story.resolve(name) }
            #expect(error?.code == .unknownRevision)
            #expect(error?.subject == name)
        }
    }

    @Test(arguments: [
        "HEAD~9", "no-such", "ffffffff", "", "HEAD^{tree}", "a..b", "-", "x\0y", "2020-13-45", "2020-02-30",
    ])
    func `what is no revision's name is not found`(name: String) throws {
        try withStory { story in
            try recordDays(in: story, [1])
            #expect(try story.find(name) == nil)
        }
    }

    @Test func `the log goes from the newest to the first`() throws {
        try withStory { story in
            let ids = try recordDays(in: story, [1, 2, 3])
            let log = try story.log(from: ids[2])
            #expect(log.map(\.id).prefix(3) == ids.reversed().map(\.hex)[...])
            #expect(log.map(\.kind) == [.record, .record, .record, .begin])
            #expect(log.map(\.parent) == log.dropFirst().map(\.id) + [nil])
            #expect(log.map { "\($0.day)" } == ["2020-02-04", "2020-02-03", "2020-02-02", "2020-02-01"])
            #expect(try story.log(from: ids[1], limit: 1).map(\.id) == [ids[1].hex])
            #expect(log.allSatisfy { $0.author == "Tester" })
            #expect(log[0].counts.reportsEdited == 1)
        }
    }

    @Test func `older revisions keep their vocabulary`() throws {
        try withStory { story in
            let old = try recordDays(in: story, [1])
            let facts = try story.latest.facts()
            try story.record(day: 2) { $0.vocabulary = Vocabularies.turns }
            #expect(try story.latest.facts() != facts)
            #expect(try story.snapshot(old[0]).facts() == facts)
            #expect(try story.snapshot(old[0]).vocabulary() == VocabularyReader.read(Vocabularies.plain))
        }
    }

    @discardableResult
    private func recordDays(in story: FactRepository, _ days: [Int]) throws -> [ObjectID] {
        try days.map { day in
            try story.record(day: day) { try $0.add(News("n", [.init("Qatar", "pays", "US$\(day) million")])) }
            return try #require(try story.tip())
        }
    }
}
