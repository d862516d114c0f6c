import FactDiff
import FactIndex
import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct `The index of a story` {
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `tells what a walk through all revisions tells`(seed: UInt64) throws {
        try withRandomStory(seed: seed) { story in
            let index = try FactIndex(of: story)
            try index.update(to: try #require(try story.tip()))
            for revision in try story.log(from: try #require(try story.tip())) {
                let id = try #require(ObjectID(hex: revision.id))
                let facts = try story.snapshot(id).facts()
                #expect(try facts.map(\.id) == index.blame(at: #require(try index.number(of: id))).map(\.fact))
                for fact in facts {
                    let walked = try story.history(of: fact.id, from: id)
                    let found = try #require(try index.history(of: fact.id, upTo: id))
                    #expect(walked.map(\.revision) == found.map(\.revision), "seed \(seed)")
                    #expect(walked.map(\.changes) == found.map(\.changes), "seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `is the same grown day by day, built at once, and after going back and forth`(seed: UInt64) throws {
        try withStory { story in
            let index = try FactIndex(of: story)
            var random = SeededGenerator(seed: seed)
            try story.recordRandomDays(1...10, using: &random) {
                try index.update(to: try #require(try story.tip()))
            }
            let tip = try #require(try story.tip())
            #expect(try index.differences(from: tip) == [], "seed \(seed)")
            let log = try story.log(from: tip)
            for revision in [log[log.count / 2], log[0], log[log.count - 1], log[1]] {
                try index.update(to: try #require(ObjectID(hex: revision.id)))
                #expect(try index.differences(from: try #require(ObjectID(hex: revision.id))) == [], "seed \(seed)")
            }
        }
    }

    @Test func `is the same when so many revisions come at once that claims are sorted afterwards`() throws {
        try withStory { story in
            var random = SeededGenerator(seed: 7)
            try story.recordRandomDays(1...230, using: &random) {}
            let tip = try #require(try story.tip())
            let index = try FactIndex(of: story)
            try index.update(to: tip)
            let middle = try #require(ObjectID(hex: try index.revision(120).id))
            let facts = try story.snapshot(middle).facts()
            #expect(try facts.map(\.id) == index.blame(at: 120).map(\.fact))
            for fact in facts.prefix(3) {
                let found = try #require(try index.history(of: fact.id, upTo: tip))
                #expect(try story.history(of: fact.id, from: tip).map(\.changes) == found.map(\.changes))
            }
            // So few at once that words are written in place.
            let grown = try FactIndex.temporary(of: story)
            try grown.update(to: middle)
            try grown.update(to: tip)
            #expect(try grown.differences(from: tip) == [])
            // Back and forth, all is looked up in the tables.
            try index.update(to: middle)
            #expect(try index.differences(from: middle) == [])
            try index.update(to: tip)
            #expect(try index.differences(from: tip) == [])
        }
    }

    @Test func `is the same when one revision wrote more than is handed over at once`() throws {
        try withStory { story in
            try story.record(day: 1) { recording in
                for ledger in ["b", "d"] {
                    try Ledger(ledger, (0..<1500).map { "\(ledger) party \($0)" }).add(to: &recording)
                }
                let sentences = (0..<9000).map { News.Sentence("Cohen", "visited", "place \($0)") }
                for news in ["a", "c"] { try recording.add(News(news, sentences), by: nil) }
            }
            try story.record(day: 2) { try Ledger("b", (700..<800).map { "b party \($0)" }).add(to: &$0) }
            let tip = try #require(try story.tip())
            let index = try FactIndex(of: story)
            var done: [Int] = []
            try index.update(to: tip) { number, _ in done.append(number) }
            #expect(done == [1, 2, 3])
            for (number, revision) in try story.log(from: tip).reversed().enumerated() {
                let facts = try story.snapshot(try #require(ObjectID(hex: revision.id))).facts()
                #expect(try facts.map(\.id) == index.blame(at: number + 1).map(\.fact))
            }
            #expect(try index.size().claims == 3000)
            for name in ["a", "b", "c", "d"] {
                let name = try #require(ReportName(name))
                let found = try #require(try index.versions(of: name, upTo: tip))
                #expect(try story.versions(of: name, from: tip).map(\.record) == found.map(\.record))
            }
            let search = try #require(SentenceSearch(["place 8999"]))
            #expect(try index.reports(saying: search, at: 3).map(\.description) == ["a", "c"])
        }
    }

    @Test func `the versions of a report are those that a walk finds`() throws {
        try withRandomStory(seed: 3) { story in
            let tip = try #require(try story.tip())
            let index = try FactIndex(of: story)
            try index.update(to: tip)
            for name in ["a", "b", "c", "d", "e", "nobody"] {
                let name = try #require(ReportName(name))
                let walked = try story.versions(of: name, from: tip)
                let found = try #require(try index.versions(of: name, upTo: tip))
                #expect(walked.map(\.revision) == found.map(\.revision))
                #expect(walked.map(\.record) == found.map(\.record))
            }
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `the lives of contradictions are those that a walk finds`(seed: UInt64) throws {
        try withRandomStory(seed: seed) { story in
            let index = try FactIndex(of: story)
            let tip = try #require(try story.tip())
            try index.update(to: tip)
            #expect(try index.contradictionLives(upTo: tip) == nil)
            try index.updateContradictions()
            for revision in try story.log(from: tip) {
                let id = try #require(ObjectID(hex: revision.id))
                let walked = try story.contradictionLives(upTo: id)
                #expect(try index.contradictionLives(upTo: id) == walked, "seed \(seed)")
            }
        }
    }

    @Test func `finds what was ever claimed, and says what is gone`() throws {
        try withStory { story in
            try story.record(day: 1) { try $0.add(News("a", [.init("Qatar", "pays", "US$30 million")])) }
            try story.record(day: 2) { try $0.add(News("a", [.init("Qatar", "pays", "US$40 million")])) }
            let index = try FactIndex(of: story)
            try index.update(to: try #require(try story.tip()))
            let last = try index.lastNumber()
            let found = try index.claims(saying: WordQuery(["qat", "pays"]), upTo: last, limit: 10)
            #expect(found.map(\.claim.object?.text) == ["US$40 million", "US$30 million"])
            #expect(found.map(\.until) == [nil, 3])
            #expect(try index.claims(saying: WordQuery(["qatar pays US$30"]), upTo: last, limit: 10).count == 1)
            #expect(try index.claims(saying: WordQuery(["30"]), upTo: 2, limit: 10).map(\.until) == [3])
            #expect(try index.claims(saying: WordQuery(["40"]), upTo: 2, limit: 10).isEmpty)
            let qatar = EntityKey(name: "Qatar")
            #expect(try index.claims(saying: nil, entity: qatar, upTo: last, limit: 10).count == 2)
            #expect(try index.claims(saying: nil, predicate: "receives", upTo: last, limit: 10).isEmpty)
            #expect(WordQuery(["\"", "-"]) == nil)
            for odd in ["a\"b", "AND", "NEAR(", "x*", "said:y", "\"\""] {
                guard let query = WordQuery([odd]) else { continue }
                #expect(try index.claims(saying: query, upTo: last, limit: 10).isEmpty, "\(odd)")
            }
        }
    }

    @Test func `of a report tells which revision first had each fact`() throws {
        try withStory { story in
            let (first, second) = (
                News.Sentence("Cohen", "visited", "Doha"), News.Sentence("Qatar", "pays", "US$30 million")
            )
            try story.record(day: 1) { try $0.add(News("a", [first])) }
            try story.record(day: 2) { try $0.add(News("a", [second, first])) }
            let index = try FactIndex(of: story)
            try index.update(to: try #require(try story.tip()))
            let blamed = try index.blame(try #require(ReportName("a")), at: try index.lastNumber())
            #expect(
                Set(blamed.map { [$0.claim.predicateText, "\($0.since)", "\($0.current)"] }) == [
                    ["visited", "2", "2"], ["pays", "3", "3"],
                ])
        }
    }

    @Test func `a file that is no index, or another version's, is made anew`() throws {
        try withRandomStory(seed: 1) { story in
            let path = "\(story.git.path)/\(FactIndex.fileName)"
            for bytes in [Array("not a database at all, but long enough to look at".utf8), []] {
                try write(bytes, to: path)
                let index = try FactIndex(of: story)
                let tip = try #require(try story.tip())
                try index.update(to: tip)
                #expect(try index.differences(from: tip) == [])
            }
        }
    }
}

/// Gives `body` a story of some random days.
private func withRandomStory(seed: UInt64, _ body: (FactRepository) throws -> Void) throws {
    try withStory { story in
        var random = SeededGenerator(seed: seed)
        try story.recordRandomDays(1...12, using: &random) {}
        try body(story)
    }
}

extension FactRepository {
    /// Records something random on each day.
    fileprivate func recordRandomDays(
        _ days: ClosedRange<Int>, using random: inout SeededGenerator, after: () throws -> Void
    ) throws {
        var model = StoryModel(vocabularyText: Vocabularies.plain)
        for day in days {
            let recording = try Recording.random(after: model, using: &random)
            try model.apply(recording)
            _ = try record(recording, by: .tester(day: day))
            try after()
        }
    }
}
