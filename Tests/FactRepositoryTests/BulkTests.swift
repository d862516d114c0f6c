import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct BulkTests {
    @Test func `many claims at once make the tree that many small recordings make`() throws {
        let ledgers = (0..<60).map { number in Ledger("ledger-\(number)", (0..<40).map { "party \(number * 40 + $0)" })
        }
        var trees: Set<ObjectID> = []
        for size in [60, 30, 7] {
            try withStory { story in
                for first in stride(from: 0, to: ledgers.count, by: size) {
                    try story.record { recording in
                        for ledger in ledgers[first..<min(first + size, ledgers.count)] {
                            try ledger.add(to: &recording)
                        }
                    }
                }
                trees.insert(try story.latest.tree)
                #expect(try story.latest.facts().count == 2400)
                #expect(try story.problems == [])
            }
        }
        #expect(trees.count == 1)
    }

    @Test(arguments: [1, 10, 16, 17, 100])
    func `many claims go over a small story, and go again`(count: Int) throws {
        try withStory { story in
            try story.record { try Ledger("first", (0..<count).map { "party \($0)" }).add(to: &$0) }
            let small = try story.latest
            let many = Ledger("many", (0..<3000).map { "party \($0)" })
            let added = try story.record(day: 1) { try many.add(to: &$0) }
            #expect(added.first?.counts.factsAdded == 3000 - count)
            #expect(added.first?.counts.factsChanged == count)
            #expect(added.first?.counts.claims == 3000)
            #expect(try story.problems == [])
            let gone = try story.record(day: 2) { $0.withdrawn = [try many.reportName] }
            #expect(gone.first?.counts.factsRemoved == 3000 - count)
            #expect(try story.latest.tree == small.tree)
            #expect(try story.problems == [])
        }
    }

    @Test func `thousands of claims about one fact are one bucket`() throws {
        try withStory { story in
            try story.record { recording in
                for number in 0..<1500 { try Ledger("ledger-\(number)", ["party"]).add(to: &recording) }
            }
            #expect(try story.latest.facts().map(\.claims.count) == [1500])
            #expect(try story.problems == [])
        }
    }

    @Test func `claims that are read when their turn comes are recorded like others`() throws {
        let ledgers = try (0..<40).map { number in
            try (Ledger("ledger-\(number)", (0..<50).map { "party \(number * 50 + $0)" })).recording
        }
        try withStory { story in
            try story.record { recording in
                for one in ledgers {
                    recording.reports += one.reports
                    recording.claims.merge(one.claims) { first, _ in first }
                }
            }
            let tree = try story.latest.tree
            try withStory { other in
                let claims = ledgers.reduce(into: [:]) { $0.merge($1.claims) { first, _ in first } }
                let revisions = try other.record { recording in
                    recording.reports = ledgers.flatMap(\.reports)
                    recording.sources = [
                        ClaimSource(extractor: .unnamed, names: Set(claims.keys), predicates: []) { claims[$0]?.claims }
                    ]
                }
                #expect(revisions.first?.counts.claims == 2000)
                #expect(try other.latest.tree == tree)
                let again = try other.record(day: 1) { recording in
                    recording.sources = [
                        ClaimSource(extractor: .unnamed, names: Set(claims.keys), predicates: []) { claims[$0]?.claims }
                    ]
                }
                #expect(again == [])
            }
        }
    }

    @Test func `claims that cannot be had a second time leave the story as it was`() throws {
        try withStory { story in
            try story.record { try Ledger("ledger", ["party 1"]).add(to: &$0) }
            let before = try story.latest.id
            let error = #expect(throws: RepositoryError.self) {
                try story.record(day: 1) { recording in
                    let other = try Ledger("other", ["party 2"]).recording
                    recording.reports = other.reports
                    recording.sources = [
                        ClaimSource(extractor: .unnamed, names: Set(other.claims.keys), predicates: []) { _ in nil }
                    ]
                }
            }
            #expect(error?.code == .claimsGone)
            #expect(try story.latest.id == before)
        }
    }

    @Test func `hundreds of revisions stay in few packs, and all of them verify`() throws {
        try withStory { story in
            try story.record { try Ledger("ledger", (0..<200).map { "party \($0)" }).add(to: &$0) }
            for day in 1...150 {
                try story.record(day: day) { try Ledger("note-\(day % 3)", ["party \(day)"]).add(to: &$0) }
            }
            #expect(try story.git.packCount() < 30)
            let facts = try story.latest.facts()
            #expect(try story.pack())
            #expect(try story.git.packCount() == 1)
            #expect(try !story.pack())
            #expect(try story.latest.facts() == facts)
            #expect(try story.problems == [])
        }
    }
}

extension Ledger {
    /// A recording of the ledger alone.
    fileprivate var recording: Recording {
        get throws {
            var recording = Recording()
            try add(to: &recording)
            return recording
        }
    }
}
