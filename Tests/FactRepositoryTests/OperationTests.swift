import FactRepository
import Facts
import Foundation
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct OperationTests {
    @Test func `every recording is an operation, with who, when and what was typed`() throws {
        try withStory { story in
            let typed = Invocation(command: "annals record\treports/", seconds: 1_600_000_000)
            let author = Author(name: "Ana", email: "ana@example.com", seconds: 1_580_558_400, invocation: typed)
            var recording = Recording()
            try recording.add(News("n", [.init("Qatar", "pays", "Gaza")]))
            let revision = try #require(try story.record(recording, by: author).last)
            let log = try story.log()
            #expect(log.operations.map(\.number) == [1, 2])
            #expect(log.operations.map(\.summary) == ["begin", "Add 1 report"])
            #expect(log.operations[0].before == nil)
            #expect(log.operations[1].after.hex == revision.id)
            #expect(log.operations[1].command == "annals record reports/")
            #expect(log.operations[1].who?.name == "Ana")
            #expect(log.operations[1].who?.seconds == 1_600_000_000)
            #expect(log.damagedLines == [])
        }
    }

    @Test func `undo leads back, undo of undo leads on, and both are operations`() throws {
        try withThreeRevisions { story, tips in
            let undoing = try story.undo(by: .tester(day: 3))
            #expect((undoing.before, undoing.after, undoing.number) == (tips[2], tips[1], 4))
            #expect(undoing.undone.map(\.number) == [3])
            #expect(try story.tip() == tips[1])
            let redoing = try story.undo(by: .tester(day: 4))
            #expect(redoing.after == tips[2])
            #expect(try story.log().operations.map(\.summary).suffix(2) == ["undo operation 3", "undo operation 4"])
            #expect(try story.problems == [])
        }
    }

    @Test func `the story is led to any operation, and forward again`() throws {
        try withThreeRevisions { story, tips in
            let undoing = try story.undo(to: 1, by: .tester(day: 3))
            #expect(undoing.undone.map(\.number) == [3, 2])
            #expect(try story.tip() == tips[0])
            #expect(try story.latest.reportNames() == [])
            #expect(try story.undo(to: 3, by: .tester(day: 4)).after == tips[2])
        }
    }

    @Test func `an operation that is not there or that nothing came after is refused`() throws {
        try withThreeRevisions { story, _ in
            let none = #expect(throws: RepositoryError.self) { try story.undo(to: 9, by: .tester(day: 5)) }
            #expect(none?.code == .unknownOperation(last: 3))
            let same = #expect(throws: RepositoryError.self) { try story.undo(to: 3, by: .tester(day: 5)) }
            #expect(same?.code == .nothingToUndo)
        }
    }

    @Test func `the first operation cannot be undone`() throws {
        try withStory { story in
            let error = #expect(throws: RepositoryError.self) { try story.undo(by: .tester()) }
            #expect(error?.code == .nothingToUndo)
            let log = try story.log()
            #expect(log.operations.count == 1)
        }
    }

    @Test func `what was undone survives the most thorough clean-up`() throws {
        try withThreeRevisions { story, tips in
            _ = try story.undo(to: 1, by: .tester(day: 3))
            try story.git("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
            try story.git("gc", "--prune=now", "--aggressive")
            let again = try FactRepository.open(at: story.git.path)
            #expect(try again.snapshot(tips[2]).facts().count == 2)
        }
    }

    @Test func `an ordinary clean-up keeps the log whole`() throws {
        try withThreeRevisions { story, _ in
            try story.git("gc", "--prune=now")
            #expect(try story.log().operations.count == 3)
        }
    }

    @Test func `a line whose writer died before the branch moved is no operation`() throws {
        try withThreeRevisions { story, tips in
            try story.git("update-ref", "refs/heads/main", tips[1].hex)
            let log = try story.reflog()
            let lines = log.split(separator: "\n").map(String.init)
            // As if the third recording had died after its line was written, and another came after it.
            try story.write(lines: Array(lines.prefix(3)))
            #expect(try story.log().operations.map(\.number) == [1, 2])
            try story.record(day: 5) { try $0.add(News("p", [.init("Egypt", "met", "Hamas")])) }
            #expect(try story.log().operations.map(\.summary) == ["begin", "Add 1 report", "Add 1 report"])
            #expect(try story.undo(by: .tester(day: 6)).after == tips[1])
        }
    }

    @Test func `half a line is taken away before the next is written`() throws {
        try withThreeRevisions { story, tips in
            try story.write(text: story.reflog() + "\(tips[2]) \(tips[1]) Test")
            #expect(try story.log().operations.count == 3)
            try story.record(day: 5) { try $0.add(News("p", [.init("Egypt", "met", "Hamas")])) }
            let log = try story.log()
            #expect(log.operations.count == 4)
            #expect(log.damagedLines == [])
        }
    }

    @Test func `a move by another program is an operation too, and can be undone`() throws {
        try withThreeRevisions { story, tips in
            let lines = try story.reflog()
            try story.git("update-ref", "refs/heads/main", tips[0].hex)
            try story.write(text: lines)
            let moved = try #require(try story.log().operations.last)
            #expect(moved.isUnlogged)
            #expect((moved.before, moved.after) == (tips[2], tips[0]))
            #expect(try story.undo(by: .tester(day: 5)).after == tips[2])
            #expect(try story.log().operations.map(\.number) == [1, 2, 3, 4, 5])
        }
    }

    @Test func `a clone has one operation, that it came from elsewhere`() throws {
        try withThreeRevisions { story, tips in
            let copy = story.git.path + "-copy"
            try story.git("clone", "--bare", "-q", story.git.path, copy)
            let log = try FactRepository.open(at: copy).log()
            #expect(log.operations.map(\.after) == [tips[2]])
            #expect(log.operations.first?.before == nil)
        }
    }

    @Test func `nothing moves when the revision that undo leads to cannot be read`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/.annals"
            let tip = try recordedWithoutTheSecondPack(at: path)
            let story = try FactRepository.open(at: path)
            #expect(throws: RepositoryError.self) { try story.undo(to: 2, by: .tester(day: 2)) }
            #expect(try story.tip() == tip)
        }
    }

    /// Records a story that nobody has open afterwards, for libgit2 shares what it has mapped, and removes its second pack.
    private func recordedWithoutTheSecondPack(at path: String) throws -> ObjectID? {
        let story = try FactRepository.create(at: path, vocabulary: Vocabularies.plain, by: .tester())
        let first = try story.packNames()
        try story.record { try $0.add(News("n", [.init("Qatar", "pays", "Gaza")])) }
        let second = try #require(try story.packNames().first { !first.contains($0) })
        try story.record(day: 1) { try $0.add(News("m", [.init("Qatar", "pays", "Egypt")])) }
        try FileManager.default.removeItem(atPath: "\(path)/objects/pack/\(second)")
        return try story.tip()
    }

    @Test func `two who undo at once undo two operations`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/.annals"
            let story = try FactRepository.create(at: path, vocabulary: Vocabularies.plain, by: .tester())
            for day in 1...4 { try story.record(day: day) { try Ledger("ledger-\(day)", ["a"]).add(to: &$0) } }
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask { try FactRepository.open(at: path).undo(by: .tester(day: 9)).number }
                }
                var numbers: [Int] = []
                for try await number in group { numbers.append(number) }
                #expect(numbers.sorted() == [6, 7, 8, 9])
            }
        }
    }

    /// Gives `body` a story with a beginning and two revisions, and what the branch stood for after each.
    private func withThreeRevisions(_ body: (FactRepository, [ObjectID]) throws -> Void) throws {
        try withStory { story in
            var tips = [try #require(try story.tip())]
            for (day, name) in ["n", "m"].enumerated() {
                try story.record(day: day + 1) { try $0.add(News(name, [.init("Qatar", "met", name)])) }
                tips.append(try #require(try story.tip()))
            }
            try body(story, tips)
        }
    }
}

extension FactRepository {
    /// The log of operations, which is there.
    func log() throws -> OperationLog { try #require(try operations()) }

    /// The branch's log as git keeps it.
    func reflog() throws -> String { try String(contentsOfFile: reflogPath, encoding: .utf8) }

    func write(text: String) throws { try Data(text.utf8).write(to: URL(filePath: reflogPath)) }

    func write(lines: [String]) throws { try write(text: lines.map { $0 + "\n" }.joined()) }

    private var reflogPath: String { "\(git.path)/logs/\(Self.branch)" }

    /// The names of the packs, sorted.
    func packNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: git.path + "/objects/pack").filter { $0.hasSuffix(".pack") }
            .sorted()
    }
}
