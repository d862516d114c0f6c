import Foundation
import Git
import TestSupport
import Testing

@Suite struct DamageTests {
    @Test func `a missing object is reported as not there, by name`() throws {
        try withRepository { repository in
            let id = ObjectID.of(.blob, [1, 2, 3])
            #expect(!repository.contains(id))
            let error = #expect(throws: GitError.self) { try repository.read(id) }
            #expect(error?.code == .notFound)
            #expect(error?.subject == id.hex)
        }
    }

    @Test func `an object of another kind is refused`() throws {
        try withRepository { repository in
            let commit = try repository.record(["a": "1"])
            for read in [{ _ = try repository.blob(commit) }, { _ = try repository.tree(commit) }] {
                let error = #expect(throws: GitError.self) { try read() }
                #expect(error?.code == .invalid)
            }
        }
    }

    @Test(arguments: [0, 11, 0x0100_0000, 0x7fff_fff0, 0xffff_ffff as UInt32])
    func `an index that leads out of its pack is named`(offset: UInt32) throws {
        try withTemporaryFolder { folder in
            let written = { () throws in
                let repository = try GitRepository(creatingAt: folder + "/repository")
                let ids = try repository.writePack { pack in try (0..<4).map { try pack.add(.blob, [1, 2, $0]) } }
                return (folder: repository.path + "/objects/pack", ids: ids)
            }
            let (packs, ids) = try written()
            let name = try #require(
                FileManager.default.contentsOfDirectory(atPath: packs).first { $0.hasSuffix(".idx") })
            var index = Array(try Data(contentsOf: URL(filePath: "\(packs)/\(name)")))
            // After the ids, and four bytes each for their check sums (gitformat-pack).
            let place = 8 + 1024 + 4 * 24
            withUnsafeBytes(of: offset.bigEndian) { index.replaceSubrange(place..<place + 4, with: $0) }
            try FileManager.default.removeItem(atPath: "\(packs)/\(name)")
            try Data(index).write(to: URL(filePath: "\(packs)/\(name)"))
            let reopened = try GitRepository(openingAt: folder + "/repository")
            let lost = try #require(ids.min { $0.hex < $1.hex })
            for id in ids where id != lost { #expect(try reopened.read(id).bytes.count == 3) }
            let error = #expect(throws: GitError.self) { try reopened.read(lost) }
            #expect(error?.code == .damaged)
            #expect(error?.subject == lost.hex)
            #expect(error.map { "\($0)".contains(name.dropLast(4) + ".pack") } == true)
            // What libgit2 reads by itself.
            let merging = #expect(throws: GitError.self) { try reopened.mergeBases(of: ids[0], ids[1]) }
            #expect(merging?.code == .damaged && merging?.subject == name.dropLast(4) + ".pack")
            for transfer in [
                { _ = try reopened.download("refs/heads/main", from: "desk") },
                { try reopened.push("refs/heads/main", to: "desk") },
            ] {
                let error = #expect(throws: GitError.self) { try transfer() }
                #expect(error?.code == .damaged)
            }
        }
    }

    @Test func `no damaged byte of a pack ever gives wrong bytes under verification`() throws {
        try withTemporaryFolder { folder in
            let contents = (0..<4).map { number in Array("fact \(number) fact \(number) fact \(number)".utf8) }
            // Closed before the damage is done: libgit2 shares a pack among all that have it open.
            let written = { () throws in
                let repository = try GitRepository(creatingAt: folder + "/repository")
                let ids = try repository.writePack { pack in
                    try contents.map { try pack.add(.blob, $0) } + [pack.addFolder(["x": .of(.blob, contents[0])])]
                }
                return (path: repository.path, ids: ids)
            }
            let repository = try written()
            let name = try #require(
                FileManager.default.contentsOfDirectory(atPath: repository.path + "/objects/pack")
                    .first { $0.hasSuffix(".pack") })
            let path = repository.path + "/objects/pack/" + name
            let good = Array(try Data(contentsOf: URL(filePath: path)))
            var findings = 0
            for position in 12..<good.count - 20 {
                var bad = good
                bad[position] ^= 0x55
                try FileManager.default.removeItem(atPath: path)
                try Data(bad).write(to: URL(filePath: path))
                let reopened = try GitRepository(openingAt: repository.path)
                for (id, bytes) in zip(repository.ids, contents) {
                    do {
                        #expect(try reopened.read(id).bytes == bytes, "byte \(position)")
                    } catch let error as GitError {
                        findings += 1
                        #expect(error.code == .damaged, "byte \(position): \(error)")
                        #expect(error.subject == id.hex)
                    }
                }
            }
            #expect(findings > good.count / 2)
        }
    }

    @Test(arguments: [0, 11, 20, 1000])
    func `a pack cut short or gone is reported as damaged, and named`(length: Int) throws {
        try withTemporaryFolder { folder in
            let repository = try GitRepository(creatingAt: folder + "/repository")
            var random = SeededGenerator(seed: 1)
            let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
            let id = try repository.writePack { try $0.add(.blob, bytes) }
            let packs = repository.path + "/objects/pack/"
            let name = try #require(
                FileManager.default.contentsOfDirectory(atPath: packs).first { $0.hasSuffix(".pack") })
            let good = try Data(contentsOf: URL(filePath: packs + name))
            try FileManager.default.removeItem(atPath: packs + name)
            if length > 0 { try good.prefix(length).write(to: URL(filePath: packs + name)) }
            let reopened = try GitRepository(openingAt: repository.path)
            let error = #expect(throws: GitError.self) { try reopened.read(id) }
            #expect(error?.code == .damaged, "\(String(describing: error))")
            #expect(error?.message.contains(name) == true)
        }
    }
}
