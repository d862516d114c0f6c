import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct BucketTests {
    @Test(arguments: [1, 15, 16, 17, 18, 100, 600, 2500])
    func `facts stand where their ids put them, in buckets of sixteen at most`(count: Int) throws {
        try withStory { story in
            try story.record { try Ledger("ledger", (0..<count).map { "party \($0)" }).add(to: &$0) }
            try expectShape(of: story)
            #expect(try story.latest.facts().count == count)
        }
    }

    @Test func `a bucket splits at the seventeenth fact and comes together again`() throws {
        try withStory { story in
            var trees: [Int: Set<ObjectID>] = [:]
            for (day, count) in [16, 17, 16, 18, 15, 17, 0, 17, 16, 18, 15].enumerated() {
                try story.record(day: day) { try Ledger("ledger", (0..<count).map { "party \($0)" }).add(to: &$0) }
                trees[count, default: []].insert(try story.latest.tree)
                let isOneFile = try paths(of: story) == ["facts.jsonl"]
                #expect(isOneFile == (1...16).contains(count))
                try expectShape(of: story)
            }
            #expect(trees.values.allSatisfy { $0.count == 1 })
        }
    }

    @Test(arguments: [17, 300])
    func `hundreds of facts about one subject lie deep below the letters that they share`(count: Int) throws {
        try withStory { story in
            let news = News("long", (0..<count).map { .init("Qatar", "has ally number \($0)", "Israel") })
            try story.record { try $0.add(news) }
            try expectShape(of: story)
            #expect(try paths(of: story).allSatisfy { LetterRange(path: $0).map { $0.letterCount > 4 } ?? false })
            let facts = try story.latest.facts(about: EntityKey(name: "Qatar"))
            #expect(facts.count == count)
            for fact in facts.prefix(20) {
                #expect(try story.latest.fact(story.latest.shortID(of: fact.id, atLeast: 4)) == fact)
            }
            try story.record { try $0.add(News("long", Array(news.sentences.prefix(16)))) }
            #expect(try paths(of: story) == ["facts.jsonl"])
            #expect(try story.problems == [])
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `the trie grows and shrinks by any steps`(seed: UInt64) throws {
        try withStory { story in
            var random = SeededGenerator(seed: seed)
            for day in 1...8 {
                let count = random.pick([0, 1, 14, 16, 17, 40, 80, 200, 400])
                let first = Int.random(in: 0...50, using: &random)
                let subjects = (0..<count).map { "party \(first + $0)" }
                let denied = Set(subjects.filter { _ in Int.random(in: 0..<20, using: &random) == 0 })
                try story.record(day: day) { try Ledger("ledger", subjects, denied: denied).add(to: &$0) }
                #expect(try story.latest.facts().count == count, "seed \(seed), day \(day)")
                try expectShape(of: story, "seed \(seed), day \(day)")
            }
        }
    }

    @Test func `a bucket says by its name whether a claim in it denies`() throws {
        try withStory { story in
            let subjects = (0..<200).map { "party \($0)" }
            try story.record { try Ledger("ledger", subjects).add(to: &$0) }
            let tree = try story.latest.tree
            #expect(try paths(of: story).allSatisfy { !$0.contains(".denials") })
            try story.record(day: 1) { try Ledger("wire", ["party 7"], denied: ["party 7"]).add(to: &$0) }
            let marked = try paths(of: story).filter { $0.contains(".denials") }
            #expect(marked.count == 1)
            let denied = try story.latest.facts().filter(\.denies)
            #expect(denied.map { $0.claims[0].subject.text } == ["party 7"])
            try expectShape(of: story)
            try story.record(day: 2) { $0.withdrawn = [try #require(ReportName("wire"))] }
            #expect(try story.latest.tree == tree)
            #expect(try story.problems == [])
        }
    }

    @Test func `a word of a claim does not make it a denial`() throws {
        try withStory { story in
            var ledger = Ledger("ledger", (0..<200).map { "party \($0)" })
            ledger.predicate = "polarity"
            try story.record { try ledger.add(to: &$0) }
            let tree = try story.latest.tree
            #expect(try paths(of: story).allSatisfy { !$0.contains(".denials") })
            // Other lines of the same buckets come and go.
            try story.record(day: 1) { try Ledger("wire", (0..<200).map { "firm \($0)" }).add(to: &$0) }
            #expect(try paths(of: story).allSatisfy { !$0.contains(".denials") })
            #expect(try story.problems == [])
            try story.record(day: 2) { $0.withdrawn = [try #require(ReportName("wire"))] }
            #expect(try story.latest.tree == tree)
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

    /// Each bucket holds the facts of its name and no more than fit, all that fit in one are in one, and folders hold enough buckets.
    private func expectShape(of story: FactRepository, _ place: Comment = "") throws {
        let ids = try story.latest.facts().map(\.id.letters)
        let paths = try paths(of: story)
        for path in paths {
            let range = try #require(LetterRange(path: path), place)
            let lines = try story.git("show", "HEAD:\(path)").lines
            let facts = try lines.map { try fact(ofLine: $0) }
            let denies = lines.contains { $0.contains(#""polarity":"denied""#) }
            #expect(path == "facts.jsonl" || path.hasSuffix(".denials.jsonl") == denies, place)
            #expect(Set(facts) == Set(ids.filter(range.contains)), place)
            #expect((1...16).contains(Set(facts).count), place)
            #expect(facts == facts.sorted(), place)
            #expect(path == "facts.jsonl" || ids.count(where: range.parent.contains) > 16, place)
        }
        for folder in Set(paths.map { $0.split(separator: "/").dropLast() }) where !folder.isEmpty {
            let names = paths.map { $0.split(separator: "/") }.filter { $0.starts(with: folder) }
                .map { $0.dropFirst(folder.count) }
            #expect(folder.count == 1 || names.count >= 8, place)
            let inside = names.filter { $0.count == 1 }.compactMap(\.first).filter { $0.prefix(2).last != "-" }
            #expect(Dictionary(grouping: inside) { $0.first }.values.allSatisfy { $0.count < 8 }, place)
        }
        #expect(try story.problems == [], place)
    }

    private func fact(ofLine line: String) throws -> String {
        try #require(try JSONParser.parse(line).object?["fact"]?.string)
    }
}

/// The facts of a bucket as its path says it.
private struct LetterRange {
    /// Numbers that the first letters of ids write.
    let numbers: Range<Int>
    let letterCount: Int

    init?(path: String) {
        let ending = path.hasSuffix(".denials.jsonl") ? ".denials.jsonl" : ".jsonl"
        let letters = path.dropFirst("facts".count).dropLast(ending.count).split(separator: "/")
        let folder = letters.dropLast().joined()
        let ends = (letters.last ?? "").split(separator: "-")
        guard let first = Self.number(folder + (ends.first ?? "")), let last = Self.number(folder + (ends.last ?? ""))
        else { return nil }
        numbers = first..<last + 1
        letterCount = folder.count + (ends.first?.count ?? 0)
    }

    private init(numbers: Range<Int>, letterCount: Int) {
        self.numbers = numbers
        self.letterCount = letterCount
    }

    func contains(_ id: String) -> Bool { Self.number(id.prefix(letterCount)).map(numbers.contains) ?? false }

    /// The range twice as large around this one.
    var parent: LetterRange {
        if numbers.count == 16 {
            return LetterRange(
                numbers: numbers.lowerBound / 16..<numbers.lowerBound / 16 + 1, letterCount: letterCount - 1
            )
            .parent
        }
        let start = numbers.lowerBound / (2 * numbers.count) * 2 * numbers.count
        return LetterRange(numbers: start..<start + 2 * numbers.count, letterCount: letterCount)
    }

    private static func number(_ letters: some StringProtocol) -> Int? {
        let digits = letters.utf8.map { Int($0) - 0x6B }
        return digits.allSatisfy((0..<16).contains) ? digits.reduce(0) { $0 << 4 | $1 } : nil
    }
}
