import Foundation
import Git
import TestSupport
import Testing

@Suite struct WriteLockTests {
    @Test func `a lock held by another process is respected, and freed by its death`() throws {
        try withRepository { repository in
            let file = repository.path + "/annals.lock"
            let other = try HoldingProcess(["flock", "--no-fork", file, "sh", "-c", "echo held; exec cat"])
            let error = #expect(throws: GitError.self) { try hold(repository, patience: .milliseconds(40)) }
            #expect(error?.code == .locked)
            #expect(error?.subject == file)
            other.kill()
            try hold(repository)
        }
    }

    @Test func `only one owner in a process has it, until it lets go`() throws {
        try withRepository { repository in
            let lock = try WriteLock(on: repository, patience: .zero)
            let error = #expect(throws: GitError.self) { try hold(repository) }
            #expect(error?.code == .locked)
            lock.release()
            try hold(repository)
        }
    }

    @Test func `writers that wait all have their turn`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/annals-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let repository = try GitRepository(creatingAt: folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<4 {
                group.addTask {
                    for round in 0..<5 {
                        let lock = try WriteLock(on: repository, patience: .seconds(60))
                        let tip = try repository.head.id
                        let next = try repository.record(["\(task)": "\(round)"], parents: tip.map { [$0] } ?? [])
                        try repository.moveReference(
                            "refs/heads/main", from: tip, to: next, message: "m", signature: .reporter())
                        lock.release()
                    }
                }
            }
            try await group.waitForAll()
        }
        let tip = try #require(try repository.head.id)
        #expect(try repository.history(from: tip, limit: 99).count == 20)
        try repository.git("fsck", "--strict", "--full")
    }

    @Test(arguments: ["refs/heads/main.lock", "HEAD.lock", "packed-refs.lock", "refs/tags/deep/er/x.lock"])
    func `a lock file left by a killed writer is removed`(name: String) throws {
        try withRepository { repository in
            let path = try leaveFile(name, in: repository)
            let lock = try WriteLock(on: repository, patience: .zero)
            #expect(!FileManager.default.fileExists(atPath: path))
            let commit = try repository.record()
            try repository.moveReference(
                "refs/heads/main", from: nil, to: commit, message: "m", signature: .reporter())
            lock.release()
        }
    }

    @Test func `leaves files alone that are not lock files of references`() throws {
        try withRepository { repository in
            let path = try leaveFile("config.lock", in: repository)
            try hold(repository)
            #expect(FileManager.default.fileExists(atPath: path))
            try FileManager.default.removeItem(atPath: path)
        }
    }

    @Test func `a lock file made while the lock is held stays`() throws {
        try withRepository { repository in
            let commit = try repository.record()
            let lock = try WriteLock(on: repository, patience: .zero)
            let path = try leaveFile("refs/heads/main.lock", in: repository)
            let error = #expect(throws: GitError.self) {
                try repository.moveReference(
                    "refs/heads/main", from: nil, to: commit, message: "m", signature: .reporter())
            }
            #expect(error?.code == .locked)
            #expect(FileManager.default.fileExists(atPath: path))
            lock.release()
        }
    }

    private func hold(_ repository: GitRepository, patience: Duration = .zero) throws {
        try WriteLock(on: repository, patience: patience).release()
    }

    /// Leaves an empty file that was last written an hour ago.
    private func leaveFile(_ name: String, in repository: GitRepository) throws -> String {
        let url = URL(filePath: repository.path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: url)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: url.path())
        return url.path()
    }
}
