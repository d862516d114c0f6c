import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct BucketTests {
    @Test(arguments: [1, 31, 32, 33, 34, 100, 600])
    func `facts stand where their ids put them, in buckets of thirty-two`(count: Int) throws {
        try withStory { story in
            try story.record { try Ledger("ledger", (0..<count).map { "party \($0)" }).add(to: &$0) }
            try expectShape(of: story)
            #expect(try story.latest.facts().count == count)
        }
    }

    @Test func `a bucket splits at the thirty-third fact and comes together again`() throws {
        try withStory { story in
            var trees: [Int: Set<ObjectID>] = [:]
            for (day, count) in [32, 33, 32, 34, 31, 33, 0, 33, 32, 34, 31].enumerated() {
                try story.record(day: day) { try Ledger("ledger", (0..<count).map { "party \($0)" }).add(to: &$0) }
                trees[count, default: []].insert(try story.latest.tree)
                let isOneFile = try paths(of: story) == ["facts.jsonl"]
                #expect(isOneFile == (1...32).contains(count))
                try expectShape(of: story)
            }
            #expect(trees.values.allSatisfy { $0.count == 1 })
        }
    }

    @Test(arguments: [33, 300])
    func `hundreds of facts about one subject lie deep below the letters that they share`(count: Int) throws {
        try withStory { story in
            let news = News("long", (0..<count).map { .init("Qatar", "has ally number \($0)", "Israel") })
            try story.record { try $0.add(news) }
            try expectShape(of: story)
            #expect(try paths(of: story).allSatisfy { $0.split(separator: "/").count >= 6 })
            let facts = try story.latest.facts(about: EntityKey(name: "Qatar"))
            #expect(facts.count == count)
            for fact in facts.prefix(20) {
                #expect(try story.latest.fact(story.latest.shortID(of: fact.id, atLeast: 4)) == fact)
            }
            try story.record { try $0.add(News("long", Array(news.sentences.prefix(32)))) }
            #expect(try paths(of: story) == ["facts.jsonl"])
            #expect(try story.problems == [])
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `the trie grows and shrinks by any steps`(seed: UInt64) throws {
        try withStory { story in
            var random = SeededGenerator(seed: seed)
            for day in 1...8 {
                let count = random.pick([0, 1, 30, 32, 33, 40, 80, 200])
                let first = Int.random(in: 0...50, using: &random)
                let subjects = (0..<count).map { "party \(first + $0)" }
                try story.record(day: day) { try Ledger("ledger", subjects).add(to: &$0) }
                #expect(try story.latest.facts().count == count, "seed \(seed), day \(day)")
                try expectShape(of: story, "seed \(seed), day \(day)")
            }
        }
    }

    @Test func `nothing is left of the facts when the last report goes`() throws {
        try withStory { story in
            try story.record { try Ledger("ledger", (0..<100).map { "party \($0)" }).add(to: &$0) }
            let revisions = try story.record { $0.withdrawn = [try #require(ReportName("ledger"))] }
            #expect(revisions.map(\.kind) == [.withdraw])
            #expect(revisions.first?.counts.factsRemoved == 100)
            #expect(try story.git("ls-tree", "-r", "--name-only", "HEAD").lines == ["format.json", "vocabulary.yaml"])
            #expect(try story.problems == [])
        }
    }

    private func paths(of story: FactRepository) throws -> [String] {
        try story.git("ls-tree", "-r", "--name-only", "HEAD").lines.filter { $0.hasPrefix("facts") }
    }

    /// Each bucket holds the facts of its letters and no more than fit, and all that fit in one are in one.
    private func expectShape(of story: FactRepository, _ place: Comment = "") throws {
        let ids = try story.latest.facts().map(\.id.letters)
        for path in try paths(of: story) {
            let letters = path.dropFirst("facts".count).dropLast(".jsonl".count).filter { $0 != "/" }
            let facts = try story.git("show", "HEAD:\(path)").lines.map { try fact(ofLine: $0) }
            #expect(Set(facts) == Set(ids.filter { $0.hasPrefix(letters) }), place)
            #expect((1...32).contains(Set(facts).count), place)
            #expect(facts == facts.sorted(), place)
            #expect(letters.isEmpty || ids.count { $0.hasPrefix(letters.dropLast()) } > 32, place)
        }
        #expect(try story.problems == [], place)
    }

    private func fact(ofLine line: String) throws -> String {
        try #require(try JSONParser.parse(line).object?["fact"]?.string)
    }
}
