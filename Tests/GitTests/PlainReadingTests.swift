import Foundation
@testable import Git
import TestSupport
import Testing

@Suite struct PlainReadingTests {
    /// Records versions of some files that grow, so that stock git makes deltas of them.
    private func recordVersions(in repository: GitRepository, count: Int) throws -> ObjectID {
        var tip: ObjectID?
        for version in 0..<count {
            let files = Dictionary(
                uniqueKeysWithValues: (0..<6).map { file in
                    let lines = (0...version * 3).map { "line \($0) of file \(file) in words that stay" }
                    return ("\(file % 2)/\(file)", lines.joined(separator: "\n"))
                })
            let next = try repository.record(files, parents: tip.map { [$0] } ?? [], seconds: 1_700_000_000 + version)
            try repository.moveReference(
                "refs/heads/main", from: tip, to: next, message: "record", signature: .reporter())
            tip = next
        }
        return try #require(tip)
    }

    @Test(arguments: [[], ["-adf", "--depth=50"], ["-adf", "--depth=0"]])
    func `every object is read as it is named, whoever packed it`(options: [String]) throws {
        try withRepository { repository in
            _ = try recordVersions(in: repository, count: 25)
            if !options.isEmpty {
                let result = try run(["git", "-C", repository.path, "repack", "-q"] + options)
                #expect(result.status == 0, "\(result.errors)")
            }
            let store = try PackStore(repository.path + "/objects/pack")
            let ids = try repository.allObjects()
            #expect(ids.count > 100)
            for id in ids {
                let object = try #require(store.object(id))
                #expect(ObjectID.of(object.kind, object.bytes) == id)
            }
            #expect(store.object(.of(.blob, Array("not there".utf8))) == nil)
        }
    }

    @Test func `packs that come and go while it is open are noticed`() throws {
        try withRepository { repository in
            let store = try PackStore(repository.path + "/objects/pack")
            let first = try repository.writePack { try $0.add(.blob, [1]) }
            #expect(store.object(first)?.bytes == [1])
            let second = try repository.writePack { try $0.add(.blob, [2]) }
            #expect(store.object(second)?.bytes == [2])
            let tip = try recordVersions(in: repository, count: 3)
            try repository.git("repack", "-adq")
            #expect(store.object(tip)?.kind == .commit)
            #expect(try repository.commit(tip).parents.count == 1)
        }
    }

    @Test func `loose objects are read too`() throws {
        try withRepository { repository in
            let name = try repository.git("hash-object", "-w", "--stdin", input: Array("loose".utf8)).text
            let id = try #require(ObjectID(hex: name))
            #expect(try repository.blob(id) == Array("loose".utf8))
        }
    }

    @Test func `references are read from files, packed files and by libgit2 alike`() throws {
        try withRepository { repository in
            let tip = try recordVersions(in: repository, count: 4)
            func expectTip(_ place: Comment) throws {
                let opened = try GitRepository(openingAt: repository.path)
                #expect(try opened.head == Head(name: "refs/heads/main", id: tip), place)
                #expect(try opened.reference("refs/heads/main") == tip, place)
                #expect(try opened.resolve("HEAD") == tip, place)
                #expect(try opened.resolve(tip.hex) == tip, place)
                for distance in 0..<4 {
                    let id = try opened.resolve("HEAD~\(distance)")
                    #expect(try opened.commit(id).committer.seconds == 1_700_000_003 - distance, place)
                }
                #expect(try opened.resolve("HEAD~") == opened.resolve("HEAD^"), place)
                #expect(throws: GitError.self) { try opened.resolve("HEAD~4") }
                #expect(try opened.reference("refs/heads/other") == nil, place)
                #expect(throws: GitError.self) { try opened.reference("refs/../HEAD") }
            }
            try expectTip("a file")
            #expect(PlainRepository(at: repository.path)?.head?.id == tip)
            try repository.git("pack-refs", "--all")
            try expectTip("packed")
            #expect(PlainRepository(at: repository.path)?.head?.id == tip)
            try repository.git("config", "extensions.worktreeConfig", "true")
            #expect(PlainRepository(at: repository.path) == nil)
            try repository.git("config", "--unset", "extensions.worktreeConfig")
            try repository.git("update-ref", "--no-deref", "HEAD", tip.hex)
            #expect(try GitRepository(openingAt: repository.path).head == Head(name: "HEAD", id: tip))
        }
    }
}
