import Git
import TestSupport
import Testing

@Suite struct TreeTests {
    @Test(arguments: UInt64(1)...20)
    func `orders entries as git mktree does`(seed: UInt64) throws {
        try withRepository { repository in
            var random = SeededGenerator(seed: seed)
            let (blob, folder) = try repository.writePack { pack in
                (try pack.add(.blob, []), try pack.add(.tree, []))
            }
            var entries: [String: TreeEntry] = [:]
            for _ in 0..<40 {
                let name = String(
                    (0...Int.random(in: 0...3, using: &random)).map { _ in "a.0-é".randomElement(using: &random) ?? "a"
                    })
                guard TreeEntry.isAllowed(name: name) else { continue }
                entries[name] =
                    Bool.random(using: &random)
                    ? TreeEntry(name: name, id: blob) : TreeEntry(name: name, id: folder, mode: .folder)
            }
            let tree = try Tree(entries.values)
            let listing = entries.values.map {
                $0.mode == .folder ? "040000 tree \($0.id)\t\($0.name)\0" : "100644 blob \($0.id)\t\($0.name)\0"
            }
            let made = try repository.git("mktree", "-z", input: Array(listing.joined().utf8)).text
            #expect(ObjectID.of(.tree, tree.bytes).hex == made, "seed \(seed)")
            let listed = try repository.git("ls-tree", "-z", "--name-only", made).output.split(separator: 0)
            #expect(tree.entries.map { Array($0.name.utf8) } == listed.map(Array.init), "seed \(seed)")
            #expect(try Tree(parsing: tree.bytes) == tree, "seed \(seed)")
        }
    }

    @Test func `finds entries by the bytes of their names`() throws {
        let id = ObjectID.of(.blob, [])
        let other = ObjectID.of(.blob, [1])
        let tree = try Tree([
            TreeEntry(name: "caf\u{e9}", id: id), TreeEntry(name: "cafe\u{301}", id: other),
            TreeEntry(name: "a", id: id, mode: .folder),
        ])
        #expect(tree["caf\u{e9}"]?.id == id)
        #expect(tree["cafe\u{301}"]?.id == other)
        #expect(tree["a"]?.mode == .folder)
        #expect(tree["cafe"] == nil)
    }

    @Test(arguments: [
        "", ".", "..", ".git", ".GIT", "a/b", "a\0b", ".git ", ".g\u{200c}it", "git~1", "x\\.git", ".git::$I",
    ])
    func `refuses names that git forbids`(name: String) {
        let error = #expect(throws: GitError.self) { try Tree([TreeEntry(name: name, id: .of(.blob, []))]) }
        #expect(error?.code == .invalid)
    }

    @Test(arguments: ["a", ".gitignore", "git", "...", "a b", "\u{202e}x", "-", "con"])
    func `takes names that git allows`(name: String) throws {
        try withRepository { repository in
            try repository.writePack { pack in
                let blob = try pack.add(.blob, [])
                _ = try pack.add(.tree, Tree([TreeEntry(name: name, id: blob)]).bytes)
            }
        }
    }

    @Test func `refuses a file and a folder of one name`() {
        let id = ObjectID.of(.blob, [])
        let entries = [
            TreeEntry(name: "a", id: id), TreeEntry(name: "a.b", id: id), TreeEntry(name: "a", id: id, mode: .folder),
        ]
        let error = #expect(throws: GitError.self) { try Tree(entries) }
        #expect(error?.code == .invalid)
        #expect(error?.subject == "a")
    }

    @Test func `keeps modes it has no name for`() throws {
        let entry = TreeEntry(name: "run", id: .of(.blob, []), mode: TreeEntry.Mode(raw: 0o100755))
        let tree = try Tree([entry])
        #expect(tree.bytes.starts(with: Array("100755 run\0".utf8)))
        #expect(try Tree(parsing: tree.bytes).entries == [entry])
    }

    @Test func `refuses every shortened tree and never traps`() throws {
        let bytes = try Tree([TreeEntry(name: "a", id: .of(.blob, []))]).bytes
        for length in 1..<bytes.count {
            let error = #expect(throws: GitError.self) { try Tree(parsing: Array(bytes[..<length])) }
            #expect(error?.code == .damaged)
        }
    }

    @Test func `refuses entries out of order`() throws {
        let first = try Tree([TreeEntry(name: "a", id: .of(.blob, []))]).bytes
        let second = try Tree([TreeEntry(name: "b", id: .of(.blob, []))]).bytes
        let error = #expect(throws: GitError.self) { try Tree(parsing: second + first) }
        #expect(error?.code == .damaged)
    }
}
