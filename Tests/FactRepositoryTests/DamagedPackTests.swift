import FactRepository
import Facts
import Foundation
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct DamagedPackTests {
    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func `a damaged byte is found by verification, and facts are never read wrong`(seed: UInt64) throws {
        try withStoryAtRest { folder, facts in
            var random = SeededGenerator(seed: seed)
            let path = try #require(try packs(in: folder).max { try size($0) < size($1) })
            let good = try Data(contentsOf: URL(filePath: path))
            for _ in 1...30 {
                var bad = good
                let position = Int.random(in: 12..<good.count - 20, using: &random)
                bad[position] ^= 1 << random.pick([0, 3, 7])
                try replace(path, with: bad)
                try expectNamed(folder, "seed \(seed), byte \(position)")
                try expectRightOrError(folder, facts, "seed \(seed), byte \(position)")
            }
        }
    }

    @Test func `a pack that is gone is named, by verification and by every reading that needs it`() throws {
        try withStoryAtRest { folder, facts in
            for path in try packs(in: folder) {
                let good = try Data(contentsOf: URL(filePath: path))
                try FileManager.default.removeItem(atPath: path)
                try expectNamed(folder, "\(path)")
                try expectRightOrError(folder, facts, "\(path)")
                try good.write(to: URL(filePath: path))
            }
            let problems = try FactRepository.open(at: folder).problems
            #expect(problems == [])
        }
    }

    private func expectNamed(_ folder: String, _ place: Comment) throws {
        do {
            let story = try FactRepository.open(at: folder)
            let problems = try story.problems
            #expect(!problems.isEmpty, place)
        } catch let error as RepositoryError {
            #expect(!error.subject.isEmpty, place)
        }
    }

    private func expectRightOrError(_ folder: String, _ facts: [Fact], _ place: Comment) throws {
        do {
            let found = try FactRepository.open(at: folder).latest.facts()
            #expect(found == facts, place)
        } catch is RepositoryError {}
    }

    /// Gives `body` the folder and the facts of a story that nobody has open: libgit2 shares what it has mapped.
    private func withStoryAtRest(_ body: (String, [Fact]) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let path = folder + "/.annals"
            try body(path, try recordedFacts(at: path))
        }
    }

    private func recordedFacts(at path: String) throws -> [Fact] {
        let story = try FactRepository.create(at: path, vocabulary: Vocabularies.plain, by: .tester())
        try story.record { try Ledger("ledger", (0..<60).map { "party \($0)" }).add(to: &$0) }
        try story.record(day: 1) { try $0.add(News("n", [.init("Qatar", "pays", "US$30 million")])) }
        return try story.latest.facts()
    }

    private func packs(in folder: String) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/objects/pack")
        return names.filter { $0.hasSuffix(".pack") }.sorted().map { "\(folder)/objects/pack/\($0)" }
    }

    private func size(_ path: String) throws -> Int { try Data(contentsOf: URL(filePath: path)).count }

    private func replace(_ path: String, with data: Data) throws {
        try FileManager.default.removeItem(atPath: path)
        try data.write(to: URL(filePath: path))
    }
}
