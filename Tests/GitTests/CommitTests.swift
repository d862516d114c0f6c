import Git
import TestSupport
import Testing

@Suite struct CommitTests {
    @Test(arguments: [
        "", "one line", "subject\n\nbody\n\nKind: record\n", "\n\nleading lines", "caf\u{e9}\r\n", "no end\n\n\n",
    ])
    func `gives back the message exactly`(message: String) throws {
        let commit = Commit(
            tree: .of(.tree, []), parents: [], author: .reporter(), committer: .reporter(1), message: message)
        let parsed = try Commit(parsing: commit.bytes)
        #expect(parsed == commit)
        #expect(Array(parsed.message.utf8) == Array(message.utf8))
    }

    @Test func `reads what git commit-tree wrote, with parents and a foreign header`() throws {
        try withRepository { repository in
            let first = try repository.record(["a": "1"])
            let second = try repository.record(["a": "2"], parents: [first])
            let tree = try repository.commit(first).tree
            let text = """
                tree \(tree)
                parent \(first)
                parent \(second)
                author A U Thor <a@example.com> 1700000000 -0230
                committer  <> 0 +0000
                encoding UTF-8
                gpgsig -----BEGIN
                 line
                 -----END

                merged

                """.utf8
            let written = try repository.git("hash-object", "-t", "commit", "-w", "--stdin", input: Array(text)).text
            let id = try #require(ObjectID(hex: written))
            let commit = try repository.commit(id)
            #expect(commit.parents == [first, second])
            #expect(commit.author.offsetMinutes == -150)
            #expect(commit.committer == Signature(name: "", email: "", seconds: 0, offsetMinutes: 0))
            #expect(commit.message == "merged\n")
            #expect(ObjectID.of(.commit, commit.bytes) == id)
        }
    }

    @Test(arguments: [
        ("Jo <Q> Doe\n", "a>b@example.com"), ("", ""), ("\u{600} x\u{301}", "\u{202e}"), ("a\r\nb", "tab\tx"),
        ("trailing ", " lead"), ("<\u{301}", ">\u{301}"),
    ])
    func `writes any name so that git accepts it and it reads back`(name: String, email: String) throws {
        try withRepository { repository in
            let who = Signature(name: name, email: email, seconds: -5, offsetMinutes: 9999)
            let commit = Commit(tree: .of(.tree, []), parents: [], author: who, committer: who, message: "m")
            #expect(try Commit(parsing: commit.bytes) == commit)
            let id = try repository.writePack { pack in
                _ = try pack.add(.tree, [])
                return try pack.add(.commit, commit.bytes)
            }
            #expect(try repository.git("cat-file", "commit", id.hex).output == commit.bytes)
        }
    }

    @Test func `leaves a zero byte out of the message`() throws {
        let commit = Commit(
            tree: .of(.tree, []), parents: [], author: .reporter(), committer: .reporter(), message: "a\0\u{301}b")
        #expect(commit.message.utf8.elementsEqual("a\u{301}b".utf8))
    }

    @Test func `refuses every shortened header and never traps`() throws {
        let commit = Commit(
            tree: .of(.tree, []), parents: [.of(.blob, [])], author: .reporter(), committer: .reporter(), message: "")
        for length in 0..<(commit.bytes.count - 1) {
            let error = #expect(throws: GitError.self) { try Commit(parsing: Array(commit.bytes[..<length])) }
            #expect(error?.code == .damaged)
        }
    }
}
