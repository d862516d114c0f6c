import FactDiff
@testable import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct DifferingBucketsTests {
    @Test func `a fact of which one claim differs comes with all of its claims, the others not at all`() throws {
        try withStory { story in
            try story.record { try Self.addLedgers(&$0) }
            let before = try story.latest
            try story.record(day: 1) {
                try Ledger("ledger-3", (0..<16).filter { $0 != 7 }.map(Self.party)).add(to: &$0)
            }
            let (old, new) = try buckets(from: before, to: story.latest).facts()
            #expect(old.map(\.claims.count) == [9] && new.map(\.claims.count) == [8])
            #expect(old.first?.claims.first?.subject.text == Self.party(7))
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `lines in an order of somebody's own are compared like those in ours`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        try withStory { story in
            try story.record { try Self.addLedgers(&$0) }
            let before = try story.latest
            let lines = try #require(try before.file("facts.jsonl")).split(separator: 0x0A)
            var others = lines.shuffled(using: &random)
            others.removeFirst()
            try story.git.commit(
                ["facts.jsonl": Array(others.joined(separator: [0x0A]) + [0x0A])], message: "by hand")
            let (old, new) = try buckets(from: before, to: story.snapshot(#require(try story.tip()))).facts()
            #expect(old.map(\.claims.count) == [9] && new.map(\.claims.count) == [8], "seed \(seed)")
        }
    }

    @Test func `a fact alone under its subject and predicate is compared without reading its neighbours`() throws {
        try withStory(Self.counting) { story in
            try story.record { try Self.addLedgers(&$0) }
            let facts = try story.latest.facts()
            let reads = story.git.objectReads
            #expect(try story.facts(against: facts, in: story.latest) == [])
            // What it takes to find the vocabulary.
            #expect(story.git.objectReads - reads <= 4)
        }
    }

    private static let counting = """
        format: vocabulary/1
        entities: []
        predicates:
          - {id: counts, label: counts, kind: state, single-valued: true, roles: {object: {type: quantity}}}
        """

    /// Nine reports, each of which says something of sixteen parties.
    private static func addLedgers(_ recording: inout Recording) throws {
        for number in 0..<9 { try Ledger("ledger-\(number)", (0..<16).map(party)).add(to: &recording) }
    }

    private static func party(_ number: Int) -> String { "party \(number)" }

    private func buckets(from before: Snapshot, to after: Snapshot) throws -> DifferingBuckets {
        let rows = try TreeWalk(before.repository).changes(between: before.tree, and: after.tree)
        return try DifferingBuckets(rows, in: FactTrie(repository: before.repository))
    }
}
