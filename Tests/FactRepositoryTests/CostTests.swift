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

    @Test func `a corpus that is recorded again is read once, however its facts are spread`() throws {
        try withStory { story in
            try story.record { try Self.fill(&$0, 4000) }
            let tree = try story.latest.tree
            // Another process, which knows nothing yet.
            let opened = try FactRepository.open(at: story.git.path)
            let reads = opened.git.objectReads
            try opened.record(day: 1) { try Self.fill(&$0, 4000, except: 7) }
            let used = opened.git.objectReads - reads
            print("recording 4000 claims again, one of them otherwise: \(used) objects read")
            // Of each of 200 reports its folder, its record and its list of facts; each folder and bucket of facts, of which
            // there are fewer than facts by far.
            #expect(used <= 3 * 200 + 4000 / 4)
            #expect(try story.latest.tree != tree)
            let tip = try #require(try story.tip())
            let counts = try #require(try story.log(from: tip).first).counts
            #expect(counts.claims == 1 && counts.factsAdded == 1 && counts.factsRemoved == 1)
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

    /// Folders from the root to a bucket: the root, `facts`, and one for each letter that has eight buckets.
    private func depth(_ count: Int) -> Int { count > 16 * 8 * 256 ? 5 : count > 16 * 8 * 16 ? 4 : 3 }

    /// Twenty facts a report.
    ///
    /// - Parameter odd: the fact whose claim says something else.
    private static func fill(_ recording: inout Recording, _ count: Int, except odd: Int? = nil) throws {
        for first in stride(from: 0, to: count, by: 20) {
            let ledger = Ledger("ledger-\(first)", (first..<first + 20).map { "party \($0)" })
            try ledger.add(to: &recording)
            guard let odd, (first..<first + 20).contains(odd) else { continue }
            let name = try ledger.reportName
            let claims = try #require(recording.claims[name]).claims.map { claim in
                var stated = claim.stated
                if stated.subject == .entity("party \(odd)") { stated.object = .plain("8") }
                return AnchoredClaim(stated: stated, evidence: [])
            }
            recording.claims[name] = ReadClaims(extractor: .unnamed, claims: claims)
        }
    }
}
