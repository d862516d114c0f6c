import FactDiff
import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct CostTests {
    @Test(arguments: [2000, 20_000])
    func `a diff reads what differs, whatever the size of the story`(count: Int) throws {
        try withStory { story in
            try story.record { try Self.fill(&$0, count) }
            for changes in [1, 10, 100] {
                let before = try story.latest
                let subjects = (0..<changes).map { "party \($0 * 17 + changes)" }
                try story.record(day: changes) { try Ledger("note-\(changes)", subjects).add(to: &$0) }
                let after = try story.latest
                let reads = story.git.objectReads
                let set = try story.changes(from: before, to: after)
                let used = story.git.objectReads - reads
                print("diff of \(changes) among \(count) facts: \(used) objects read")
                #expect(set.changes.count == changes)
                #expect(used <= 3 * changes * depth(count) + 40)
            }
        }
    }

    @Test(arguments: [2000, 20_000])
    func `one claim more costs a handful of objects and one pack`(count: Int) throws {
        try withStory { story in
            try story.record { try Self.fill(&$0, count) }
            let objects = try story.git.allObjects().count
            let reads = story.git.objectReads
            try story.record(day: 1) { try Ledger("note", ["party 77"]).add(to: &$0) }
            let new = try story.git.allObjects().count - objects
            let used = story.git.objectReads - reads
            print("one claim among \(count) facts: \(new) objects written, \(used) read")
            #expect(new <= depth(count) + 8)
            #expect(used <= 60)
            #expect(try story.git.packCount() == 3)
        }
    }

    @Test func `a fact is read through one folder a level`() throws {
        try withStory { story in
            try story.record { try Self.fill(&$0, 20_000) }
            let fact = try #require(try story.latest.facts(about: EntityKey(name: "party 77")).first)
            let snapshot = try story.latest
            let reads = story.git.objectReads
            #expect(try snapshot.fact(fact.id.letters) == fact)
            #expect(story.git.objectReads - reads <= depth(20_000) + 1)
        }
    }

    /// Folders from the root to a bucket: the root, `facts`, and one for each letter but the last.
    private func depth(_ count: Int) -> Int { count > 32 * 16 * 16 ? 5 : 4 }

    /// Twenty facts a report.
    private static func fill(_ recording: inout Recording, _ count: Int) throws {
        for first in stride(from: 0, to: count, by: 20) {
            try Ledger("ledger-\(first)", (first..<first + 20).map { "party \($0)" }).add(to: &recording)
        }
    }
}
