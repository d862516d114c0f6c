import TestSupport
import Testing

@testable import FactDiff

@Suite struct `Assignment of pairs` {
    private func pairs(_ edges: [(Int, Int, Double)], margin: Double = 0.1) -> [[Int]] {
        Assignment(edges.map { .init(before: $0, after: $1, likeness: $2) }, margin: margin).pairs.map {
            [$0.before, $0.after]
        }
    }

    @Test func `takes the best of both ends, and then what that leaves`() {
        #expect(pairs([(0, 0, 0.9), (0, 1, 0.6), (1, 0, 0.7), (1, 1, 0.5)]) == [[0, 0], [1, 1]])
    }

    @Test func `leaves pairs alone that are as good as another`() {
        #expect(pairs([(0, 0, 0.9), (0, 1, 0.85)]).isEmpty)
        #expect(pairs([(0, 0, 0.9), (1, 0, 0.9)]).isEmpty)
        #expect(pairs([(0, 0, 0.9), (1, 0, 0.9)], margin: 0).isEmpty, "a tie is never clear")
    }

    @Test func `a rival that has a better partner is no rival`() {
        #expect(pairs([(0, 0, 0.5), (0, 1, 0.5), (1, 1, 0.9)]) == [[0, 0], [1, 1]])
    }

    @Test func `is the same in any order, and the other way round`() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let edges = (0..<5).flatMap { i in (0..<5).map { (i, $0, Double(random.next() % 8) / 8) } }
            let expected = pairs(edges)
            #expect(pairs(edges.shuffled(using: &random)) == expected)
            let mirrored = pairs(edges.map { ($1, $0, $2) }).map { [$0[1], $0[0]] }
            #expect(Set(mirrored) == Set(expected))
        }
    }
}
