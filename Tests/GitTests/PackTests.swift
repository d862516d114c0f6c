import Foundation
import Git
import TestSupport
import Testing

@Suite struct PackTests {
    @Test(arguments: [0, 1, 15, 16, 70_000, 5_000_000])
    func `reads back blobs of any size, as does stock git`(size: Int) throws {
        try withRepository { repository in
            var random = SeededGenerator(seed: UInt64(size))
            let bytes = (0..<size).map { _ in UInt8.random(in: 0...40, using: &random) }
            let id = try repository.writePack { try $0.add(.blob, bytes) }
            #expect(try repository.blob(id) == bytes)
            #expect(try repository.read(id).bytes == bytes)
            #expect(try repository.git("cat-file", "blob", id.hex).output == bytes)
        }
    }

    @Test func `keeps objects of all kinds`() throws {
        try withRepository { repository in
            let commit = try repository.record(["a": "1", "b/c": "2"])
            let text = "object \(commit)\ntype commit\ntag v1\ntagger R <r@example.com> 1 +0000\n\nfirst\n"
            let tag = try repository.writePack { try $0.add(.tag, Array(text.utf8)) }
            let tree = try repository.commit(commit).tree
            #expect(try repository.read(tag).kind == .tag)
            #expect(try repository.tree(tree).entries.map(\.name) == ["a", "b"])
            #expect(try repository.git("cat-file", "-t", tag.hex).text == "tag")
        }
    }

    @Test func `a pack of thousands of objects is whole and clones`() throws {
        try withRepository { repository in
            let files = Dictionary(uniqueKeysWithValues: (0..<5000).map { ("\($0 % 16)/\($0)", "fact \($0)") })
            let commit = try repository.record(files)
            try repository.moveReference(
                "refs/heads/main", from: nil, to: commit, message: "record", signature: .reporter())
            #expect(try repository.packCount() == 1)
            #expect(try repository.allObjects().count == 5000 + 17 + 1)
            let clone = repository.path + "-clone"
            try repository.git("clone", "--quiet", repository.path, clone)
            #expect(try String(contentsOfFile: clone + "/7/7", encoding: .utf8) == "fact 7")
            try FileManager.default.removeItem(atPath: clone)
        }
    }

    @Test func `writes an object once however often it is added`() throws {
        try withRepository { repository in
            let bytes = Array("again".utf8)
            try repository.writePack { pack in
                let first = try pack.add(.blob, bytes)
                #expect(try pack.add(.blob, bytes) == first)
                #expect(pack.count == 1)
            }
            try repository.writePack { pack in
                _ = try pack.addIfMissing(.blob, bytes)
                #expect(pack.count == 0)
            }
            #expect(try repository.packCount() == 1)
        }
    }

    @Test func `an empty pack is not written`() throws {
        try withRepository { repository in
            let name = try PackWriter(in: repository).finish()
            #expect(name == nil)
            #expect(try repository.packCount() == 0)
        }
    }

    @Test func `writing the same pack again changes nothing`() throws {
        try withRepository { repository in
            let first = try repository.record(["a": "1"])
            #expect(try repository.record(["a": "1"]) == first)
            #expect(try repository.packCount() == 1)
        }
    }

    @Test func `an abandoned pack leaves nothing behind`() throws {
        try withRepository { repository in
            do {
                var writer = try PackWriter(in: repository)
                _ = try writer.add(.blob, [UInt8](repeating: 1, count: 3_000_000))
            }
            #expect(try filesInPackFolder(repository) == [])
        }
    }

    @Test func `pack files are read-only`() throws {
        try withRepository { repository in
            _ = try repository.record(["a": "1"])
            for name in try filesInPackFolder(repository) {
                let path = repository.path + "/objects/pack/" + name
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect((mode ?? 0) & 0o222 == 0)
            }
        }
    }

    @Test func `a folder that is in the way is named in the error`() throws {
        try withRepository { repository in
            let folder = repository.path + "/objects/pack"
            try FileManager.default.removeItem(atPath: folder)
            try Data().write(to: URL(filePath: folder))
            let error = #expect(throws: GitError.self) { try repository.record(["a": "1"]) }
            #expect(error?.subject?.hasPrefix(folder) == true)
            #expect(error?.message == "Not a directory")
            try FileManager.default.removeItem(atPath: folder)
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
    func `a folder that may not be written is named in the error`() throws {
        try withRepository { repository in
            let folder = repository.path + "/objects/pack"
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
            let error = #expect(throws: GitError.self) { try repository.record(["a": "1"]) }
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
            #expect(error?.code == .permission)
            #expect(error?.subject?.hasPrefix(folder) == true)
            #expect(error?.message == "Permission denied")
        }
    }

    @Test func `threads that write at the same time do not disturb each other`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/annals-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let repository = try GitRepository(creatingAt: folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<4 {
                group.addTask {
                    for round in 0..<10 {
                        let commit = try repository.record(["\(task)": "\(round)"])
                        #expect(try repository.commit(commit).parents == [])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try repository.packCount() == 40)
        try repository.git("fsck", "--strict", "--full")
    }

    private func filesInPackFolder(_ repository: GitRepository) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: repository.path + "/objects/pack").sorted()
    }
}
