import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

/// What holds of every merge.
@Suite struct MergeLawTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `whichever of two merges the other, the tree is the same`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let vocabulary = random.pick(Vocabularies.all)
        var model = StoryModel(vocabularyText: vocabulary)
        try withTwoLines(vocabulary) { story in
            try Self.go(story, 2, &model, &random)
        } _: { lines in
            try Self.go(lines.ana, 2, &model, &random)
            try Self.go(lines.ben, 2, &model, &random)
            try Self.rule(lines.ana, "Ana", &random)
            try Self.rule(lines.ben, "Ben", &random)
            try lines.exchange()
            let seen = try lines.ana.mergePreview(lines.ana.resolve("ben/main"))
            let mirrored = try lines.ben.mergePreview(lines.ben.resolve("ana/main"))
            #expect(seen.undecided.map(\.name) == mirrored.undecided.map(\.name), "seed \(seed)")
            #expect((seen.undecidedVocabulary == nil) == (mirrored.undecidedVocabulary == nil), "seed \(seed)")
            #expect(seen.undecided.map(\.ours) == mirrored.undecided.map(\.theirs), "seed \(seed)")
            let merges = (try lines.ana.merging("ben/main", .ours), try lines.ben.merging("ana/main", .theirs))
            #expect(try lines.ana.latest.tree == lines.ben.latest.tree, "seed \(seed)")
            #expect(merges.0.disputes == merges.1.disputes, "seed \(seed)")
            #expect(merges.0.counts.factsOfBoth == merges.1.counts.factsOfBoth, "seed \(seed)")
            // Now each line was merged into the other, and both are a base of the next merge.
            try lines.exchange()
            #expect(try lines.ana.mergePreview(lines.ana.resolve("ben/main")).undecided == [], "seed \(seed)")
            let tree = try lines.ana.latest.tree
            try lines.ana.merging("ben/main", nil)
            #expect(try lines.ana.latest.tree == tree, "seed \(seed)")
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `reports that only one side has make the same tree as if one person had recorded all`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let vocabulary = random.pick(Vocabularies.all)
        let news = (0..<12).map { News.random("report-\($0)", using: &random) }
        try withTwoLines(vocabulary) { story in
            try story.record { for one in news[..<4] { try $0.add(one) } }
        } _: { lines in
            try lines.ana.record(day: 1) { for one in news[4..<7] { try $0.add(one) } }
            try lines.ben.record(day: 1) { for one in news[7...] { try $0.add(one) } }
            let merge = try lines.anaMerges()
            #expect(merge.outcome == .joined, "seed \(seed)")
            #expect(merge.counts.reportsOfTheirs == 5, "seed \(seed)")
            try lines.ben.record(day: 2) { for one in news[4..<7] { try $0.add(one) } }
            #expect(try lines.ana.latest.tree == lines.ben.latest.tree, "seed \(seed)")
        }
    }

    @Test func `a revision that goes on from ours takes its place, and one that ours has leaves everything`() throws {
        try withTwoLines { lines in
            try lines.ben.record(day: 1) { try $0.add(News("n", [.init("Qatar", "pays", "Hamas")])) }
            let merge = try lines.anaMerges()
            #expect(merge.outcome == .forwarded)
            #expect(try lines.ana.tip() == lines.ben.tip())
            #expect(try lines.anaMerges().outcome == .nothingToDo)
            #expect(try lines.benMerges().outcome == .nothingToDo)
            #expect(try lines.ana.tip() == lines.ben.tip())
        }
    }

    @Test func `to merge the same again does nothing`() throws {
        try withTwoLines { lines in
            try lines.ana.record(day: 1) { try $0.add(News("a", [.init("Qatar", "pays", "Hamas")])) }
            try lines.ben.record(day: 1) { try $0.add(News("b", [.init("Qatar", "met", "Hamas")])) }
            #expect(try lines.anaMerges().outcome == .joined)
            let tip = try lines.ana.tip()
            #expect(try lines.anaMerges().outcome == .nothingToDo)
            #expect(try lines.ana.tip() == tip)
        }
    }

    private static func go(
        _ story: FactRepository, _ steps: Int, _ model: inout StoryModel, _ random: inout SeededGenerator
    ) throws {
        for step in 0..<steps {
            var recording = try Recording.random(after: model, using: &random)
            let known = Set(try story.latest.reportNames())
            recording.withdrawn.formIntersection(known)
            _ = try story.record(recording, by: .tester(day: step))
            try model.apply(recording)
        }
    }

    /// Somebody rules on a few claims.
    private static func rule(_ story: FactRepository, _ name: String, _ random: inout SeededGenerator) throws {
        let claims = try story.latest.facts().flatMap(\.claims).filter { $0.amendment == nil }
        guard !claims.isEmpty else { return }
        for claim in random.list(0...3, of: { $0.pick(claims) }) {
            let words = ReportWords(try story.latest.report(claim.report))
            let verdict = random.pick([Verdict.accept, .reject, .defer])
            let ruling = try #require(Ruling(verdict, on: .claim(ClaimTarget(claim, in: words))))
            _ = try story.decide([ruling], reason: "", by: .person(name, day: 5))
        }
        let names = ["Qatar", "Doha", "Cohen"]
        let (a, b) = (random.pick(names), random.pick(names))
        guard a != b, let ruling = Ruling(random.pick([.same, .different]), on: .entities(a, b)) else { return }
        _ = try story.decide([ruling], reason: "", by: .person(name, day: 6))
    }
}

extension FactRepository {
    /// Merges a revision, taking one side wherever there is a choice.
    @discardableResult
    fileprivate func merging(_ name: String, _ side: MergeSide?) throws -> Merge {
        var choices = MergeChoices()
        choices.all = side
        return try merge(resolve(name), choices: choices, by: .tester(day: 9))
    }
}
