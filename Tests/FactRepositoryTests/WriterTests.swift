import FactRepository
import Facts
import Foundation
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct WriterTests {
    @Test func `writers at the same time are all recorded, one after another`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/.annals"
            let story = try FactRepository.create(at: path, vocabulary: Vocabularies.plain, by: .tester())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        let own = try FactRepository.open(at: path)
                        for round in 0..<5 {
                            try own.record { try Ledger("ledger-\(writer)-\(round)", ["a", "b"]).add(to: &$0) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let tip = try #require(try story.tip())
            #expect(try story.log(from: tip).count == 21)
            #expect(try story.latest.reportNames().count == 20)
            #expect(try story.latest.facts().flatMap(\.claims).count == 40)
            #expect(try story.problems == [])
            try story.git("fsck", "--strict", "--full")
        }
    }

    @Test func `readers see a revision or the next, never between`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/.annals"
            let story = try FactRepository.create(at: path, vocabulary: Vocabularies.plain, by: .tester())
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for round in 1...30 {
                        try story.record { try Ledger("ledger", (0..<round).map { "party \($0)" }).add(to: &$0) }
                    }
                }
                group.addTask {
                    let reader = try FactRepository.open(at: path)
                    for _ in 1...100 {
                        let snapshot = try reader.latest
                        let facts = try snapshot.facts()
                        let claims = try snapshot.claims(of: Ledger("ledger", []).reportName)
                        #expect(facts.count == claims.count)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `a recording that comes while another process writes is refused after a while`() throws {
        try withStory { story in
            let lock = try WriteLock(on: story.git, patience: .zero)
            let error = #expect(throws: RepositoryError.self) {
                try story.record(Recording(), by: .tester(), patience: .milliseconds(20))
            }
            guard case .git(let cause) = error?.code else { throw Unexpected() }
            #expect(cause.code == .locked)
            lock.release()
        }
    }

    @Test(arguments: 0...3)
    func `a writer that dies at any point leaves the old revision, and the next recording works`(point: Int) throws {
        try withStory { story in
            try story.record { try $0.add(News("n", [.init("Qatar", "pays", "Gaza")])) }
            let tip = try story.tip()
            let facts = try story.latest.facts()
            let kept = try files(in: story)
            let expected = try story.record(day: 1) { try $0.add(News("m", [.init("Israel", "met", "Hamas")])) }
            try rewind(story, to: kept, keeping: point)
            let again = try FactRepository.open(at: story.git.path)
            #expect(try again.tip() == tip)
            #expect(try again.latest.facts() == facts)
            #expect(try again.problems == [])
            let revisions = try again.record(day: 1) { try $0.add(News("m", [.init("Israel", "met", "Hamas")])) }
            #expect(revisions == expected)
            #expect(try again.problems == [])
        }
    }

    /// Undoes the last recording as if its writer had died: `point` of the three things it does in turn are done, and the lock of
    /// the reference is left behind.
    private func rewind(_ story: FactRepository, to kept: [String: Data], keeping point: Int) throws {
        let steps: [(String) -> Bool] = [
            { $0.hasSuffix(".pack") }, { $0.hasSuffix(".idx") }, { $0.hasPrefix("logs/") },
        ]
        for (path, _) in try files(in: story) where !steps[..<point].contains(where: { $0(path) }) {
            let url = URL(filePath: story.git.path + "/" + path)
            try FileManager.default.removeItem(at: url)
            try kept[path]?.write(to: url)
        }
        let lock = URL(filePath: story.git.path + "/refs/heads/main.lock")
        try Data("half".utf8).write(to: lock)
        let past = Date(timeIntervalSince1970: 1_580_558_400)
        try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: lock.path())
    }

    private func files(in story: FactRepository) throws -> [String: Data] {
        let root = URL(filePath: story.git.path)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path())
        return Dictionary(
            uniqueKeysWithValues: paths.compactMap { path in
                (try? Data(contentsOf: root.appending(path: path))).map { (path, $0) }
            })
    }

    private struct Unexpected: Error {}
}
