import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct TreeLawTests {
    private static let ledgers = (0..<40).map { report in
        Ledger("ledger-\(report)", (0..<5).map { "party \(report * 3 + $0)" })
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `the same reports have the same tree, in whatever order and portions they came`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let expected = try tree(of: [Self.ledgers])
        let shuffled = Self.ledgers.shuffled(using: &random)
        var portions: [[Ledger]] = [[]]
        for ledger in shuffled {
            if random.pick([true, false, false]) { portions.append([]) }
            portions[portions.count - 1].append(ledger)
        }
        #expect(try tree(of: portions) == expected, "seed \(seed)")
        #expect(try tree(of: shuffled.map { [$0] }) == expected, "seed \(seed)")
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `what came and went leaves no trace in the tree`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let kept = Array(Self.ledgers.shuffled(using: &random).prefix(Int.random(in: 0...39, using: &random)))
        let expected = try tree(of: [kept])
        try withStory { story in
            try story.record { for ledger in Self.ledgers { try ledger.add(to: &$0) } }
            try story.record { recording in
                for ledger in kept { try ledger.add(to: &recording) }
                recording.isComplete = true
            }
            #expect(try story.latest.tree == expected, "seed \(seed)")
            #expect(try story.problems == [], "seed \(seed)")
        }
    }

    @Test func `who recorded, when and with what words does not reach the tree`() throws {
        try withStory { one in
            try withStory { other in
                _ = try one.record(recording("first"), by: .tester())
                let somebody = Author(name: "Somebody", email: "s@example.org", seconds: 1)
                _ = try other.record(recording("other words"), by: somebody)
                #expect(try one.latest.tree == other.latest.tree)
                #expect(try one.latest.id != other.latest.id)
            }
        }
    }

    private func recording(_ message: String) throws -> Recording {
        var recording = Recording()
        for ledger in Self.ledgers { try ledger.add(to: &recording) }
        recording.message = message
        return recording
    }

    private func tree(of portions: [[Ledger]]) throws -> ObjectID? {
        var tree: ObjectID?
        try withStory { story in
            for (day, ledgers) in portions.enumerated() {
                try story.record(day: day) { for ledger in ledgers { try ledger.add(to: &$0) } }
            }
            tree = try story.latest.tree
        }
        return tree
    }
}
