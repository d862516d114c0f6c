import Foundation
import TestSupport
import Testing

@testable import Git

@Suite struct PackRollingTests {
    @Test func `many packs become one, and every object is as it was`() throws {
        try withRepository { repository in
            _ = try repository.recordVersions(30)
            let ids = try repository.allObjects()
            let before = try ids.map { try repository.read($0) }
            let size = try repository.packBytes
            #expect(try repository.rollPacks(all: true))
            #expect(try repository.packCount() == 1)
            #expect(try repository.allObjects() == ids)
            #expect(try ids.map { try repository.read($0) } == before)
            #expect(try repository.packBytes < size / 4)
            #expect(try !repository.rollPacks(all: true))
        }
    }

    @Test func `chains of deltas stay short however often packs are put together`() throws {
        try withRepository { repository in
            var tip: ObjectID?
            for first in stride(from: 0, to: 120, by: 5) {
                tip = try repository.recordVersions(5, from: first, after: tip)
                #expect(try repository.rollPacks(all: true))
            }
            let pack = try #require(try repository.packNames.first)
            let lines = try repository.git("verify-pack", "-v", pack).lines
            let lengths = lines.compactMap { line -> Int? in
                line.hasPrefix("chain length")
                    ? line.split(separator: " ")[3].split(separator: ":").first.flatMap { Int($0) } : nil
            }
            #expect(lengths.max() ?? 0 > 16)
            #expect(lengths.max() ?? 0 <= PackRoller.maximumDepth)
        }
    }

    @Test func `packs are put together by themselves when eight are of a size`() throws {
        try withRepository { repository in
            _ = try repository.recordVersions(7)
            #expect(try !repository.rollSmallPacks())
            #expect(try repository.packCount() == 7)
            _ = try repository.recordVersions(1, from: 7)
            #expect(try !repository.rollSmallPacks())
            #expect(try repository.packCount() == 1)
        }
    }

    @Test func `packs stay apart where a setting says so, until somebody asks`() throws {
        try withRepository { repository in
            try repository.set(GitRepository.packsBySetting, to: "false")
            _ = try repository.recordVersions(8)
            #expect(try !repository.rollSmallPacks())
            #expect(try repository.packCount() == 8)
            #expect(try repository.rollPacks(all: true))
            #expect(try repository.packCount() == 1)
        }
    }

    @Test func `what is most of all is copied as it lies, and what came after it becomes deltas`() throws {
        try withRepository { repository in
            let tip = try repository.recordVersions(40)
            _ = try repository.rollPacks(all: true)
            let old = try #require(try repository.packNames.first)
            let ground = try Data(contentsOf: URL(filePath: old + ".pack"))
            let last = try repository.recordVersions(3, from: 40, after: tip)
            let ids = try repository.allObjects()
            let before = try ids.map { try repository.read($0) }
            let sizes = try repository.packBytes - ground.count
            #expect(try repository.rollPacks(all: true))
            let new = try Data(contentsOf: URL(filePath: try #require(try repository.packNames.first) + ".pack"))
            #expect(new[12..<ground.count - 20] == ground[12..<ground.count - 20])
            #expect(new.count - ground.count < sizes / 4)
            #expect(try repository.allObjects() == ids)
            #expect(try ids.map { try repository.read($0) } == before)
            #expect(try repository.history(from: last, limit: 100).count == 43)
        }
    }

    @Test
    func `a pack that comes while others are put together stays, and so does one that was put into another meanwhile`()
        throws
    {
        try withRepository { repository in
            let tip = try repository.recordVersions(6)
            let due = try repository.plannedPacks
            let pack = try PackRoller(due, in: repository).roll()
            let last = try repository.recordVersions(2, from: 6, after: tip)
            #expect(try !repository.rollSmallPacks())
            #expect(try repository.packCount() == 1)
            try pack.publish()
            #expect(try repository.packCount() == 2)
            let ids = try repository.allObjects()
            #expect(try repository.rollPacks(all: true))
            #expect(try repository.packCount() == 1)
            #expect(try repository.allObjects() == ids)
            #expect(try repository.history(from: last, limit: 100).count == 8)
        }
    }

    @Test func `a pack that is written while its packs go is whole`() throws {
        try withRepository { repository in
            let tip = try repository.recordVersions(6)
            let roller = try PackRoller(repository.plannedPacks, in: repository)
            let ids = try repository.allObjects()
            for name in try repository.packNames {
                for ending in [".idx", ".pack"] { try FileManager.default.removeItem(atPath: name + ending) }
            }
            try roller.roll().publish()
            #expect(try repository.allObjects() == ids)
            #expect(try repository.history(from: tip, limit: 100).count == 6)
        }
    }

    @Test func `two do not put the same packs together at once, and who records is not held up`() throws {
        try withRepository { repository in
            let tip = try repository.recordVersions(3)
            let lock = try PackLock(on: repository, patience: .zero)
            let error = #expect(throws: GitError.self) { try repository.rollPacks(all: true, patience: .zero) }
            #expect(error?.code == .locked)
            #expect(PackLock.isBarred(on: repository))
            try WriteLock(on: repository, patience: .zero).release()
            _ = try repository.recordVersions(5, from: 3, after: tip)
            #expect(try !repository.rollSmallPacks())
            #expect(try repository.packCount() == 1)
            lock.release(after: nil)
            #expect(!PackLock.isBarred(on: repository))
        }
    }

    @Test func `who records is not told that a revision is missing while packs are put together`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/annals-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (writer, packer) = (try GitRepository(creatingAt: folder), try GitRepository(openingAt: folder))
        async let recorded = Task.detached {
            var tip: ObjectID?
            for index in 0..<60 {
                let next = try writer.recordVersions(1, from: index, after: tip)
                try writer.moveReference(
                    "refs/heads/main", from: tip, to: next, message: "record", signature: .reporter())
                tip = next
            }
            return tip
        }.value
        async let packed = Task.detached { for _ in 0..<60 { _ = try packer.rollPacks(all: true) } }.value
        let (tip, _) = try await (recorded, packed)
        #expect(try packer.history(from: #require(tip), limit: 100).count == 60)
    }

    @Test func `who has the old packs open reads on`() throws {
        try withRepository { repository in
            let tip = try repository.recordVersions(12)
            let reader = try GitRepository(openingAt: repository.path)
            let early = try reader.commit(tip)
            #expect(try repository.rollPacks(all: true))
            for id in try repository.allObjects() { _ = try reader.read(id) }
            #expect(try reader.commit(tip) == early)
        }
    }

    @Test func `a damaged entry is named, and nothing goes`() throws {
        try withTemporaryFolder { folder in
            let repository = try GitRepository(creatingAt: folder + "/repository")
            _ = try repository.recordVersions(10)
            let path = try #require(try repository.packNames.first) + ".pack"
            var bytes = try Data(contentsOf: URL(filePath: path))
            bytes[bytes.count / 2] ^= 4
            try FileManager.default.removeItem(atPath: path)
            try bytes.write(to: URL(filePath: path))
            let names = try repository.packNames
            let error = #expect(throws: GitError.self) { try repository.rollPacks(all: true) }
            #expect(error?.code == .damaged)
            #expect(try repository.packNames == names)
            let left = try FileManager.default.contentsOfDirectory(atPath: repository.packFolder)
            #expect(left.count == 2 * names.count)
            // Nobody starts it again behind somebody's back before something has changed.
            #expect(PackLock.isBarred(on: repository))
            #expect(
                try String(contentsOfFile: folder + "/repository/annals-pack.lock", encoding: .utf8).contains("damaged")
            )
            try FileManager.default.removeItem(atPath: path)
            #expect(throws: Never.self) { try repository.rollPacks(all: true) }
            #expect(!PackLock.isBarred(on: repository))
        }
    }

    @Test func `a pack that somebody marked to be kept stays`() throws {
        try withRepository { repository in
            _ = try repository.recordVersions(5)
            let kept = try #require(try repository.packNames.first)
            try Data().write(to: URL(filePath: kept + ".keep"))
            #expect(try repository.rollPacks(all: true))
            #expect(try repository.packCount() == 2)
            #expect(try repository.packNames.contains(kept))
        }
    }

    @Test func `packs that stock git made are put together too`() throws {
        try withRepository { repository in
            let tip = try repository.recordVersions(20)
            try repository.moveReference(
                "refs/heads/main", from: nil, to: tip, message: "record", signature: .reporter())
            try repository.git("repack", "-adfq", "--depth=50")
            let next = try repository.recordVersions(20, from: 20, after: tip)
            #expect(try repository.rollPacks(all: true))
            #expect(try repository.packCount() == 1)
            for entry in try repository.history(from: next, limit: 100) {
                _ = try repository.read(entry.commit.tree)
            }
        }
    }

    @Test func `a file that goes back and forth between two states`() throws {
        try withRepository { repository in
            var tip: ObjectID?
            for index in 0..<20 { tip = try repository.record(version: index % 2, number: index, after: tip) }
            #expect(try repository.rollPacks(all: true))
            for id in try repository.allObjects() { _ = try repository.read(id) }
        }
    }
}

extension GitRepository {
    /// Records so many commits, each in a pack of its own, of a folder of which one line differs.
    func recordVersions(_ count: Int, from first: Int = 0, after parent: ObjectID? = nil) throws -> ObjectID {
        var tip = parent
        for index in first..<first + count { tip = try record(version: index, number: index, after: tip) }
        return try #require(tip)
    }

    fileprivate func record(version: Int, number: Int, after parent: ObjectID?) throws -> ObjectID {
        var random = SeededGenerator(seed: 5)
        var files: [String: String] = [:]
        for name in ["a/one", "a/two", "b/three", "four"] { files[name] = random.lines(40...40).joined() }
        files["a/one", default: ""] += "version \(version)\n"
        files["four"] = "version \(version)\n" + files["four", default: ""]
        return try record(files, parents: [parent].compactMap(\.self), seconds: 1_700_000_000 + number)
    }

    /// All packs, as a plan has them.
    fileprivate var plannedPacks: [PackPlan.Pack] {
        get throws {
            try packNames.map { PackPlan.Pack(name: URL(filePath: $0).lastPathComponent, objects: 1, bytes: 1) }
        }
    }

    /// The paths of the packs without extension.
    fileprivate var packNames: [String] {
        get throws {
            try FolderListing(path: packFolder).names.filter { $0.hasSuffix(".pack") }
                .map { "\(packFolder)/\($0.dropLast(5))" }
        }
    }

    fileprivate var packBytes: Int {
        get throws { try packNames.reduce(0) { try $0 + Data(contentsOf: URL(filePath: $1 + ".pack")).count } }
    }
}
