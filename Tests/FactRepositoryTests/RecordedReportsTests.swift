import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

/// A process that records again and again knows what its reports state; what it makes of them is what any other would.
@Suite struct RecordedReportsTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `a story that stays open and one that is opened for each recording come to the same`(seed: UInt64) throws {
        try withStory { story in
            try withStory { other in
                var random = SeededGenerator(seed: seed)
                var model = StoryModel(vocabularyText: Vocabularies.plain)
                for day in 1...12 {
                    let recording = try Recording.random(after: model, using: &random)
                    try model.apply(recording)
                    let known = try story.record(recording, by: .tester(day: day))
                    let read = try FactRepository.open(at: other.git.path).record(recording, by: .tester(day: day))
                    #expect(known == read, "seed \(seed), day \(day)")
                    #expect(try story.tip() == other.tip(), "seed \(seed), day \(day)")
                }
            }
        }
    }

    @Test func `a claim that is changed by the process that recorded it costs its own bucket alone`() throws {
        try withStory { story in
            let ledgers = (0..<200).map { number in
                Ledger("ledger-\(number)", (0..<20).map { "party \(number * 20 + $0)" })
            }
            try story.record { recording in for ledger in ledgers { try ledger.add(to: &recording) } }
            let reads = story.git.objectReads
            try story.record(day: 1) { recording in
                for ledger in ledgers { try ledger.add(to: &recording) }
                let name = try ledgers[7].reportName
                let claims = try #require(recording.claims[name]).claims
                recording.claims[name] = ReadClaims(extractor: .unnamed, claims: Array(claims.dropLast()))
            }
            let used = story.git.objectReads - reads
            print("recording 4000 claims again in one process, without one: \(used) objects read")
            #expect(used <= 30)
            let tip = try #require(try story.tip())
            #expect(try #require(try story.log(from: tip).first).counts.factsRemoved == 1)
            #expect(try story.problems == [])
        }
    }

    @Test func `what somebody else recorded in between is looked at`() throws {
        try withStory { story in
            let (first, second) = (Ledger("ledger", ["Qatar", "Doha"]), Ledger("ledger", ["Qatar", "Israel"]))
            try story.record { try first.add(to: &$0) }
            let tree = try story.latest.tree
            var recording = Recording()
            try second.add(to: &recording)
            let other = try FactRepository.open(at: story.git.path)
            #expect(try other.record(recording, by: .tester(day: 1)).count == 1)
            let again = try story.record(day: 2) { try first.add(to: &$0) }
            #expect(again.first?.counts.factsAdded == 1)
            #expect(again.first?.counts.factsRemoved == 1)
            #expect(try story.latest.tree == tree)
        }
    }

    @Test func `a quotation that moved is put where it stands now`() throws {
        try withStory { story in
            var news = News("n", [.init("Qatar", "pays", "US$30 million"), .init("Israel", "met", "Hamas")])
            try story.record { try $0.add(news) }
            try story.record(day: 1) { try $0.add(news) }
            news.sentences.insert(.init("Cohen", "visited", "Doha"), at: 0)
            try story.record(day: 2) { try $0.add(news) }
            try withStory { fresh in
                try fresh.record { try $0.add(news) }
                #expect(try story.latest.tree == fresh.latest.tree)
            }
            #expect(try story.problems == [])
        }
    }
}
