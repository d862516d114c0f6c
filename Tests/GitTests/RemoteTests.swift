import Git
import TestSupport
import Testing

@Suite struct RemoteTests {
    @Test func `a branch is brought from a folder, and pushed back where it goes on`() throws {
        try withTemporaryFolder { folder in
            let here = try GitRepository(creatingAt: folder + "/here")
            let there = try GitRepository(creatingAt: folder + "/there")
            let first = try there.commitOfNothing("first", after: [])
            try here.addRemote("there", at: there.path)
            #expect(try here.remotes().map { [$0.name, $0.url] } == [["there", there.path]])
            #expect(try here.download("refs/heads/main", from: "there") == first)
            #expect(try here.commit(first).message == "first")
            #expect(try here.references() == [])
            try here.moveReference("refs/heads/main", from: nil, to: first, message: "", signature: .somebody)
            let second = try here.commitOfNothing("second", after: [first])
            try here.push("refs/heads/main", to: "there")
            #expect(try there.reference("refs/heads/main") == second)
            #expect(try run(["git", "-C", there.path, "fsck", "--strict"]).status == 0)
        }
    }

    @Test func `a push that does not go on from what is there is refused`() throws {
        try withTemporaryFolder { folder in
            let here = try GitRepository(creatingAt: folder + "/here")
            let there = try GitRepository(creatingAt: folder + "/there")
            _ = try here.commitOfNothing("ours", after: [])
            let theirs = try there.commitOfNothing("theirs", after: [])
            try here.addRemote("there", at: there.path)
            _ = try here.download("refs/heads/main", from: "there")
            #expect { try here.push("refs/heads/main", to: "there") } throws: {
                ($0 as? GitError)?.code == .modified
            }
            #expect(try there.reference("refs/heads/main") == theirs)
        }
    }

    @Test func `what is not there, is empty or has no such name is said so`() throws {
        try withTemporaryFolder { folder in
            let here = try GitRepository(creatingAt: folder + "/here")
            let empty = try GitRepository(creatingAt: folder + "/empty")
            try here.addRemote("empty", at: empty.path)
            #expect(try here.download("refs/heads/main", from: "empty") == nil)
            try here.addRemote("gone", at: folder + "/gone")
            #expect { try here.download("refs/heads/main", from: "gone") } throws: {
                ($0 as? GitError)?.code == .unreachable
            }
            #expect { try here.addRemote("gone", at: folder) } throws: { ($0 as? GitError)?.code == .exists }
            #expect { try here.addRemote("a..b", at: folder) } throws: { ($0 as? GitError)?.code == .invalid }
            #expect { try here.removeRemote("other") } throws: { ($0 as? GitError)?.code == .notFound }
            try here.removeRemote("gone")
            #expect(try here.remotes().map(\.name) == ["empty"])
        }
    }

    @Test func `the newest commits that two lines share are found, and none where they share nothing`() throws {
        try withTemporaryFolder { folder in
            let here = try GitRepository(creatingAt: folder + "/here")
            let root = try here.commitOfNothing("root", after: [], moves: false)
            let (a, b) = (
                try here.commitOfNothing("a", after: [root], moves: false),
                try here.commitOfNothing("b", after: [root], moves: false)
            )
            #expect(try here.mergeBases(of: a, b) == [root])
            let (ab, ba) = (
                try here.commitOfNothing("ab", after: [a, b], moves: false),
                try here.commitOfNothing("ba", after: [b, a], moves: false)
            )
            #expect(try here.mergeBases(of: ab, ba) == [a, b].sorted())
            let other = try here.commitOfNothing("other", after: [], moves: false)
            #expect(try here.mergeBases(of: a, other) == [])
        }
    }

    @Test func `texts merge line by line, whichever is called ours`() throws {
        let base = "one\ntwo\nthree\nfour\nfive\n"
        let (first, last) = ("ONE\ntwo\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nFIVE\n")
        #expect(try TextMerge(base: base, ours: first, theirs: last) == .merged("ONE\ntwo\nthree\nfour\nFIVE\n"))
        #expect(try TextMerge(base: base, ours: last, theirs: first) == .merged("ONE\ntwo\nthree\nfour\nFIVE\n"))
        let other = "1\ntwo\nthree\nfour\nfive\n"
        #expect(try TextMerge(base: base, ours: first, theirs: other) == .conflict(ours: ["ONE"], theirs: ["1"]))
        #expect(try TextMerge(base: base, ours: other, theirs: first) == .conflict(ours: ["1"], theirs: ["ONE"]))
        #expect(try TextMerge(base: "", ours: "a", theirs: "a\n") != .merged(""))
    }
}

extension Signature {
    fileprivate static var somebody: Signature {
        Signature(name: "Somebody", email: "somebody@example.org", seconds: 1_600_000_000, offsetMinutes: 0)
    }
}

extension GitRepository {
    /// Writes a commit of the empty folder, and moves the branch to it.
    fileprivate func commitOfNothing(
        _ message: String, after parents: [ObjectID], moves: Bool = true
    ) throws -> ObjectID {
        var pack = try PackWriter(in: self)
        let tree = try pack.addIfMissing(.tree, [])
        let commit = Commit(tree: tree, parents: parents, author: .somebody, committer: .somebody, message: message)
        let id = try pack.addIfMissing(.commit, commit.bytes)
        _ = try pack.finish()
        if moves {
            try moveReference(
                "refs/heads/main", from: parents.first, to: id, message: message, signature: .somebody)
        }
        return id
    }
}
