import Git
import TestSupport
import Testing

@Suite struct TreeWalkTests {
    @Test(arguments: UInt64(1)...25)
    func `finds what git diff-tree finds`(seed: UInt64) throws {
        try withRepository { repository in
            var random = SeededGenerator(seed: seed)
            let roots = try repository.writePack { pack in
                try (0..<2).map { _ in try pack.addRandomFolder(depth: 3, using: &random) }
            }
            let changes = try TreeWalk(repository).changes(between: roots[0], and: roots[1])
            let rows = try repository.git(
                "diff-tree", "-r", "-z", "--no-renames", "--raw", "--abbrev=40", roots[0].hex, roots[1].hex)
            #expect(changes == (try rawRows(rows.output)), "seed \(seed)")
            #expect(changes.map(\.path.bytes) == changes.map(\.path.bytes).sorted { $0.lexicographicallyPrecedes($1) })
            let inverse = try TreeWalk(repository).changes(between: roots[1], and: roots[0])
            #expect(inverse.map(\.path) == changes.map(\.path), "seed \(seed)")
            #expect(inverse.map(\.before) == changes.map(\.after), "seed \(seed)")
        }
    }

    @Test func `one change among ten thousand blobs reads each folder on its path once a side`() throws {
        try withRepository { repository in
            var files: [String: String] = [:]
            for number in 0..<10_000 {
                let digits = ObjectID.of(.blob, Array("\(number)".utf8)).hex
                files[digits.prefix(3).map(String.init).joined(separator: "/") + "/" + digits] = "fact \(number)"
            }
            let path = try #require(files.keys.min())
            let before = try repository.commit(repository.record(files)).tree
            files[path] = "changed"
            let after = try repository.commit(repository.record(files)).tree
            let walk = TreeWalk(repository)

            let reads = repository.objectReads
            let changes = try walk.changes(between: before, and: after)
            #expect(repository.objectReads - reads == 2 * 4)
            #expect(changes.map(\.path) == [path])
            #expect(changes.first?.after == ObjectID.of(.blob, Array("changed".utf8)))

            let more = repository.objectReads
            #expect(try walk.blob(at: path, in: before) == changes.first?.before)
            #expect(repository.objectReads - more == 4)
            #expect(try walk.changes(between: before, and: before) == [])
            #expect(repository.objectReads - more == 4)
        }
    }

    @Test func `folders that are kept are read once for many paths`() throws {
        try withRepository { repository in
            let tree = try repository.commit(repository.record(["a/b/1": "one", "a/b/2": "two", "a/c/3": "three"])).tree
            let walk = TreeWalk(repository, keepingFoldersIn: FolderMemory())
            let reads = repository.objectReads
            #expect(try walk.blob(at: "a/b/1", in: tree) == ObjectID.of(.blob, Array("one".utf8)))
            #expect(try walk.blob(at: "a/b/2", in: tree) == ObjectID.of(.blob, Array("two".utf8)))
            #expect(try walk.blob(at: "a/b/9", in: tree) == nil)
            #expect(repository.objectReads - reads == 3)
            #expect(try walk.blob(at: "a/c/3", in: tree) == ObjectID.of(.blob, Array("three".utf8)))
            #expect(repository.objectReads - reads == 4)
        }
    }

    @Test func `a blob that becomes a folder makes two rows`() throws {
        try withRepository { repository in
            let before = try repository.commit(repository.record(["a": "1", "a.b": "2"])).tree
            let after = try repository.commit(repository.record(["a/x": "1", "a.b": "3"])).tree
            let changes = try TreeWalk(repository).changes(between: before, and: after)
            #expect(changes.map(\.path) == ["a", "a.b", "a/x"])
            #expect(changes.map { $0.before == nil } == [false, false, true])
            #expect(changes.map { $0.after == nil } == [true, false, false])
        }
    }

    @Test func `everything is new against nothing`() throws {
        try withRepository { repository in
            let tree = try repository.commit(repository.record(["b": "1", "a/c": "2"])).tree
            let walk = TreeWalk(repository)
            #expect(try walk.changes(between: nil, and: tree).map(\.path) == ["a/c", "b"])
            #expect(try walk.changes(between: tree, and: nil).allSatisfy { $0.after == nil })
            #expect(try walk.changes(between: nil, and: nil) == [])
        }
    }

    @Test func `looks paths up one folder a level`() throws {
        try withRepository { repository in
            let tree = try repository.commit(repository.record(["a/b/c": "1", "d": "2"])).tree
            let walk = TreeWalk(repository)
            #expect(try walk.blob(at: "a/b/c", in: tree) == ObjectID.of(.blob, Array("1".utf8)))
            #expect(try walk.entry(at: "a/b", in: tree)?.mode == .folder)
            for path in ["a/b", "a/x", "d/e", "", "/d", "d/", "a//b/c", "a/b/c\u{301}"] {
                #expect(try walk.blob(at: path, in: tree) == nil, "\(path)")
            }
        }
    }

    @Test func `refuses folders nested without end`() throws {
        try withRepository { repository in
            let root = try repository.writePack { pack in
                var folder = try pack.add(.tree, Tree([TreeEntry(name: "f", id: pack.add(.blob, []))]).bytes)
                for _ in 0..<300 {
                    folder = try pack.add(.tree, Tree([TreeEntry(name: "d", id: folder, mode: .folder)]).bytes)
                }
                return folder
            }
            let error = #expect(throws: GitError.self) { try TreeWalk(repository).changes(between: nil, and: root) }
            #expect(error?.code == .invalid)
        }
    }

    /// Reads `:mode mode id id letter NUL path NUL` rows.
    private func rawRows(_ output: [UInt8]) throws -> [BlobChange] {
        let fields = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return stride(from: 0, to: fields.count, by: 2).map { index in
            let parts = fields[index].split(separator: " ")
            let ids = parts[2...3].map { ObjectID(hex: $0) }.map { $0?.hex.allSatisfy { $0 == "0" } == true ? nil : $0 }
            return BlobChange(path: fields[index + 1], before: ids[0], after: ids[1])
        }
    }
}

extension String {
    fileprivate var bytes: [UInt8] { Array(utf8) }
}

extension PackWriter {
    /// Adds a folder of few names and few contents, so that two of them have much in common.
    fileprivate mutating func addRandomFolder(
        depth: Int, using random: inout SeededGenerator
    ) throws -> ObjectID {
        var entries: [TreeEntry] = []
        for name in ["a", "a-", "a.b", "a0", "b", "é", "z"] where Int.random(in: 0..<4, using: &random) > 0 {
            if depth > 0, Bool.random(using: &random) {
                let id = try addRandomFolder(depth: depth - 1, using: &random)
                entries.append(TreeEntry(name: name, id: id, mode: .folder))
            } else {
                let id = try add(.blob, [UInt8.random(in: 0..<3, using: &random)])
                entries.append(TreeEntry(name: name, id: id))
            }
        }
        return try add(.tree, Tree(entries).bytes)
    }
}
