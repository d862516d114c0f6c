import Foundation
import Git
import TestSupport
import Testing

@Suite struct RevisionTests {
    private func withThreeCommits(_ body: (GitRepository, [ObjectID]) throws -> Void) throws {
        try withRepository { repository in
            var ids: [ObjectID] = []
            for number in 0..<3 {
                ids.append(
                    try repository.record(["a": "\(number)"], parents: ids.suffix(1), seconds: 1_700_000_000 + number))
            }
            try repository.moveReference(
                "refs/heads/main", from: nil, to: ids[2], message: "m", signature: .reporter())
            try body(repository, ids)
        }
    }

    @Test func `understands git's spelling of revisions`() throws {
        try withThreeCommits { repository, ids in
            try repository.git("tag", "light", ids[0].hex)
            try repository.git(
                "-c", "user.name=T", "-c", "user.email=t@example.com", "tag", "-a", "-m", "noted", "noted", ids[1].hex)
            let spellings = [
                "HEAD": 2, "HEAD~2": 0, "main^": 1, "refs/heads/main~1": 1, "light": 0, "noted": 1, "noted^{}": 1,
                ids[0].hex: 0, String(ids[1].hex.prefix(10)): 1,
            ]
            for (spelling, index) in spellings {
                #expect(try repository.resolve(spelling) == ids[index], "\(spelling)")
                #expect(try repository.git("rev-parse", spelling + "^{commit}").text == ids[index].hex)
            }
        }
    }

    @Test(arguments: ["nothing", "HEAD~3", "0123456789", "main^2", "refs/heads/none", "HEAD@{7}"])
    func `says that a revision is not there`(spelling: String) throws {
        try withThreeCommits { repository, _ in
            let error = #expect(throws: GitError.self) { try repository.resolve(spelling) }
            #expect(error?.code == .notFound)
            #expect(error?.subject == spelling)
        }
    }

    @Test(arguments: ["main:a", "main^{tree}", "", "HEAD\0~1", "main~x"])
    func `refuses what is not well formed or no commit`(spelling: String) throws {
        try withThreeCommits { repository, _ in
            let error = #expect(throws: GitError.self) { try repository.resolve(spelling) }
            #expect(error?.code == .invalid, "\(String(describing: error))")
        }
    }

    @Test func `says that the head of a new repository is not there`() throws {
        try withRepository { repository in
            let error = #expect(throws: GitError.self) { try repository.resolve("HEAD") }
            #expect(error?.code == .notFound)
        }
    }

    @Test func `says that a short id fits two objects`() throws {
        try withRepository { repository in
            var seen: [Substring: Int] = [:]
            var pair: (Int, Int)?
            for number in 0..<5000 where pair == nil {
                let prefix = ObjectID.of(.blob, Array("\(number)".utf8)).hex.prefix(4)
                if let other = seen[prefix] { pair = (other, number) }
                seen[prefix] = number
            }
            let (a, b) = try #require(pair)
            let id = try repository.writePack { pack in
                _ = try pack.add(.blob, Array("\(a)".utf8))
                return try pack.add(.blob, Array("\(b)".utf8))
            }
            let error = #expect(throws: GitError.self) { try repository.resolve(String(id.hex.prefix(4))) }
            #expect(error?.code == .ambiguous)
        }
    }

    @Test func `walks first parents newest first, one read a step`() throws {
        try withThreeCommits { repository, ids in
            let before = repository.objectReads
            #expect(try repository.history(from: ids[2], limit: 2).map(\.id) == [ids[2], ids[1]])
            #expect(repository.objectReads - before == 2)
            let history = try repository.history(from: ids[2], limit: 9)
            #expect(history.map(\.id) == ids.reversed())
            let trees = try repository.trees(from: ids[2])
            #expect(trees.map(\.commit) == history.map(\.id))
            #expect(trees.map(\.tree) == history.map(\.commit.tree))
            var oldest = repository.history(from: ids[0])
            let first = try oldest.next()
            let none = try oldest.next()
            #expect(first?.commit.message == "state\n")
            #expect(none == nil)
        }
    }

    @Test(arguments: UInt64(1)...5)
    func `lists an ancestry as git log does`(seed: UInt64) throws {
        try withRepository { repository in
            var random = SeededGenerator(seed: seed)
            var ids: [ObjectID] = [try repository.record(["a": "0"])]
            for number in 1..<60 {
                let parents = Set(
                    (0..<Int.random(in: 1...3, using: &random)).map { _ in
                        ids[max(0, ids.count - Int.random(in: 1...6, using: &random))]
                    })
                // Not in step with the order of descent: clocks of different people.
                let seconds = 1_700_000_000 + number * 10 + Int.random(in: -40...40, using: &random) * 10 + number % 10
                ids.append(try repository.record(["a": "\(number)"], parents: parents.sorted(), seconds: seconds))
            }
            let ancestry = try repository.ancestry(of: ids[59])
            let times = Set(ancestry.map(\.commit.committer.seconds))
            let listed = try repository.git("rev-list", "--date-order", ids[59].hex).lines
            #expect(Set(ancestry.map(\.id.hex)) == Set(listed), "seed \(seed)")
            if times.count == ancestry.count { #expect(ancestry.map(\.id.hex) == listed, "seed \(seed)") }
        }
    }
}
