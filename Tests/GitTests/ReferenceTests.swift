import Foundation
import Git
import TestSupport
import Testing

@Suite struct ReferenceTests {
    private let main = "refs/heads/main"

    @Test func `a new repository has an unborn main and no references`() throws {
        try withRepository { repository in
            let head = try repository.head
            #expect(head.name == main)
            #expect(head.id == nil)
            #expect(try repository.references() == [])
            #expect(try repository.reference(main) == nil)
            #expect(try repository.git("symbolic-ref", "HEAD").text == main)
        }
    }

    @Test func `moves a reference, and stock git shows who, when and why`() throws {
        try withRepository { repository in
            let first = try repository.record(["a": "1"])
            let second = try repository.record(["a": "2"], parents: [first])
            try repository.moveReference(main, from: nil, to: first, message: "begin", signature: .reporter())
            try repository.moveReference(
                main, from: first, to: second, message: "go\non", signature: .reporter(1_700_000_060))
            #expect(try repository.reference(main) == second)
            #expect(try repository.head.id == second)
            let log = try repository.git("log", "-g", "--date=raw", "--format=%gd %gn %ge %gs", main)
            #expect(
                log.lines == [
                    "main@{1700000060 +0100} Reporter reporter@example.com go on",
                    "main@{1700000000 +0100} Reporter reporter@example.com begin",
                ])
            #expect(try repository.git("reflog", "HEAD").lines.count == 2)
        }
    }

    @Test func `a writer whose view is old is told so and changes nothing`() throws {
        try withRepository { repository in
            let first = try repository.record(["a": "1"])
            let second = try repository.record(["a": "2"], parents: [first])
            try repository.moveReference(main, from: nil, to: first, message: "m", signature: .reporter())
            for old in [nil, second] {
                let error = #expect(throws: GitError.self) {
                    try repository.moveReference(main, from: old, to: second, message: "m", signature: .reporter())
                }
                #expect(error?.code == .modified)
                #expect(error?.subject == main)
            }
            #expect(try repository.reference(main) == first)
            #expect(!FileManager.default.fileExists(atPath: "\(repository.path)/\(main).lock"))
        }
    }

    @Test func `of many tasks that move one reference exactly one wins`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/annals-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try GitRepository(creatingAt: folder)
        let commits = try (0..<8).map { try first.record(["a": "\($0)"]) }
        let wins = await withTaskGroup(of: Bool.self) { group in
            for commit in commits {
                group.addTask {
                    // Each its own handles, so that only the lock file stands between them.
                    let repository = try? GitRepository(openingAt: folder)
                    let moved: Void? = try? repository?.moveReference(
                        "refs/heads/main", from: nil, to: commit, message: "m", signature: .reporter())
                    return moved != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
    }

    @Test func `a reference locked by somebody else is reported as locked`() throws {
        try withRepository { repository in
            let commit = try repository.record()
            try FileManager.default.createDirectory(
                atPath: repository.path + "/refs/heads", withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: "\(repository.path)/\(main).lock"))
            let error = #expect(throws: GitError.self) {
                try repository.moveReference(main, from: nil, to: commit, message: "m", signature: .reporter())
            }
            #expect(error?.code == .locked)
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
    func `a folder of references that may not be written is told as such`() throws {
        try withRepository { repository in
            let commit = try repository.record()
            let folder = repository.path + "/refs/heads"
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
            let error = #expect(throws: GitError.self) {
                try repository.moveReference(main, from: nil, to: commit, message: "m", signature: .reporter())
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
            #expect(error?.code == .permission, "\(String(describing: error))")
            #expect(error?.message.contains(folder) == true)
        }
    }

    @Test func `refuses a target that is not there and a name that git forbids`() throws {
        try withRepository { repository in
            let commit = try repository.record()
            let missing = #expect(throws: GitError.self) {
                try repository.moveReference(
                    main, from: nil, to: .of(.blob, [9]), message: "m", signature: .reporter())
            }
            #expect(missing?.code == .notFound)
            for name in ["main", "refs/heads/a..b", "refs/heads/x.lock", "refs/heads/a\0b"] {
                let error = #expect(throws: GitError.self) {
                    try repository.moveReference(name, from: nil, to: commit, message: "m", signature: .reporter())
                }
                #expect(error?.code == .invalid, "\(name)")
            }
            #expect(try repository.references() == [])
        }
    }

    @Test func `lists loose and packed references sorted by name`() throws {
        try withRepository { repository in
            let commit = try repository.record()
            for name in ["refs/heads/b", "refs/tags/v1", "refs/annals/seen"] {
                try repository.moveReference(name, from: nil, to: commit, message: "m", signature: .reporter())
            }
            try repository.git("pack-refs", "--all")
            try repository.moveReference("refs/heads/a", from: nil, to: commit, message: "m", signature: .reporter())
            let references = try repository.references()
            #expect(references.map(\.name) == ["refs/annals/seen", "refs/heads/a", "refs/heads/b", "refs/tags/v1"])
            #expect(references.allSatisfy { $0.id == commit })
        }
    }

    @Test func `refuses a branch below a branch`() throws {
        try withRepository { repository in
            let commit = try repository.record()
            try repository.moveReference(main, from: nil, to: commit, message: "m", signature: .reporter())
            #expect(throws: GitError.self) {
                try repository.moveReference(
                    main + "/x", from: nil, to: commit, message: "m", signature: .reporter())
            }
            try repository.git("pack-refs", "--all")
            #expect(throws: GitError.self) {
                try repository.moveReference(
                    main + "/x", from: nil, to: commit, message: "m", signature: .reporter())
            }
        }
    }
}
