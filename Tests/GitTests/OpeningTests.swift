import Foundation
import Git
import TestSupport
import Testing

@Suite struct OpeningTests {
    @Test func `a repository it created opens again, for itself and for stock git`() throws {
        try withRepository { repository in
            let id = try repository.record(["a": "1"])
            let again = try GitRepository(openingAt: repository.path + "/")
            #expect(again.path == repository.path)
            #expect(try again.commit(id).message == "state\n")
            #expect(try repository.git("rev-parse", "--is-bare-repository").text == "true")
            #expect(try repository.git("config", "core.logAllRefUpdates").text == "true")
        }
    }

    @Test func `sees what others write after it was opened, and what git repacks`() throws {
        try withRepository { repository in
            let other = try GitRepository(openingAt: repository.path)
            #expect(!other.contains(.of(.blob, [1])))
            let commits = try (0..<3).map { try repository.record(["a": "\($0)"]) }
            #expect(other.contains(commits[0]))
            #expect(try other.commit(commits[1]).parents == [])
            for commit in commits { try repository.git("update-ref", "refs/heads/\(commit)", commit.hex) }
            try repository.git("repack", "-a", "-d", "-q")
            #expect(try other.packCount() == 1)
            #expect(try other.read(commits[2]).kind == .commit)
            #expect(try repository.allObjects().count == 9)
        }
    }

    @Test func `creating twice is refused`() throws {
        try withRepository { repository in
            let error = #expect(throws: GitError.self) { try GitRepository(creatingAt: repository.path) }
            #expect(error?.code == .exists)
            #expect(error?.subject == repository.path)
        }
    }

    @Test func `what is not a repository is told from what is not there`() throws {
        try withTemporaryFolder { folder in
            let plain = #expect(throws: GitError.self) { try GitRepository(openingAt: folder) }
            #expect(plain?.code == .invalid)
            #expect(plain?.message == "this is not a git repository")
            let missing = #expect(throws: GitError.self) { try GitRepository(openingAt: folder + "/none") }
            #expect(missing?.code == .notFound)
            let zero = #expect(throws: GitError.self) { try GitRepository(openingAt: folder + "\0/none") }
            #expect(zero?.code == .invalid)
        }
    }

    @Test func `does not look for a repository above or in .git`() throws {
        try withTemporaryFolder { folder in
            _ = try run(["git", "init", "--quiet", folder])
            try FileManager.default.createDirectory(atPath: folder + "/inner", withIntermediateDirectories: true)
            for path in [folder, folder + "/inner"] {
                let error = #expect(throws: GitError.self) { try GitRepository(openingAt: path) }
                #expect(error?.code == .invalid)
            }
        }
    }

    @Test(arguments: [["core.repositoryFormatVersion", "99"], ["extensions.unheardOf", "true"]])
    func `a format it cannot read is refused`(setting: [String]) throws {
        try withTemporaryFolder { folder in
            let path = folder + "/repository"
            _ = try GitRepository(creatingAt: path)
            _ = try run(["git", "--git-dir", path, "config", "core.repositoryFormatVersion", "1"])
            _ = try run(["git", "--git-dir", path, "config"] + setting)
            let error = #expect(throws: GitError.self) { try GitRepository(openingAt: path) }
            #expect(error?.code == .invalid, "\(String(describing: error))")
        }
    }

    @Test func `reads settings of the repository`() throws {
        try withRepository { repository in
            try repository.git("config", "user.name", "Reporter")
            #expect(try repository.setting("user.name") == "Reporter")
            try repository.git("config", "user.name", "Another")
            #expect(try repository.setting("user.name") == "Another")
            #expect(try repository.setting("annals.nothing") == nil)
            let error = #expect(throws: GitError.self) { try repository.setting("no key") }
            #expect(error?.code == .invalid)
        }
    }
}
