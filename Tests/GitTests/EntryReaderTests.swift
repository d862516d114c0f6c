import TestSupport
import Testing

@testable import Git

@Suite struct EntryReaderTests {
    /// Objects of sizes around those at which a second look is taken, some of which compression makes no smaller.
    private static func blobs() -> [[UInt8]] {
        var random = SeededGenerator(seed: 7)
        let reach = EntryReader.reach
        let sizes =
            [0, 1, 40] + [-40, -20, -12, 0, 8].map { reach + $0 } + [-1, 0, 1].map { 3 * reach + $0 } + [
                70_000, 3 << 20,
            ]
        return sizes.flatMap { size in
            [
                (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) },
                (0..<size).map { _ in UInt8.random(in: 97...100, using: &random) },
            ]
        }
    }

    @Test(arguments: [0, MappedFile.limit])
    func `every entry of a pack is found and read, copied or where it lies`(limit: Int) throws {
        try withRepository { repository in
            let objects = try Self.blobs().map { bytes in
                let result = try run(["git", "-C", repository.path, "hash-object", "-w", "--stdin"], input: bytes)
                return (id: try #require(ObjectID(hex: result.lines[0])), bytes: bytes)
            }
            let folder = repository.path + "/objects/pack"
            let names = objects.map(\.id.hex).joined(separator: "\n") + "\n"
            let name = try #require(
                run(["git", "-C", repository.path, "pack-objects", "-q", folder + "/pack"], input: Array(names.utf8))
                    .lines.first)
            let pack = try #require(
                MappedPack(folder, indexName: "pack-\(name).idx", number: 0, copyingBeyond: limit))
            var reader = try EntryReader()
            for object in objects {
                let place = try #require(pack.place(of: object.id))
                guard case .whole(let found) = pack.entry(at: place, &reader) else {
                    Issue.record("\(object.bytes.count) bytes are not read")
                    continue
                }
                #expect(found.kind == .blob && found.bytes == object.bytes, "\(object.bytes.count) bytes")
            }
            #expect(reader.entry(at: 0, in: pack) == nil)
            #expect(reader.entry(at: pack.end, in: pack) == nil)
        }
    }

    @Test func `an id is found among many, and no other is`() throws {
        try withRepository { repository in
            let ids = (0..<5000).map { ObjectID.of(.blob, Array("\($0)".utf8)) }
            let marks = (0..<5000).map { "blob\ndata \("\($0)".utf8.count)\n\($0)\n" }.joined()
            _ = try run(
                ["git", "-C", repository.path, "-c", "fastimport.unpackLimit=0", "fast-import", "--quiet"],
                input: Array(marks.utf8))
            let folder = repository.path + "/objects/pack"
            let name = try #require(FolderListing(path: folder).names.first { $0.hasSuffix(".idx") })
            let pack = try #require(MappedPack(folder, indexName: name, number: 0))
            #expect(pack.count == 5000)
            let rows = Dictionary(uniqueKeysWithValues: (0..<5000).map { (pack.id($0), pack.place(ofRow: $0)) })
            for id in ids { #expect(pack.place(of: id) == rows[id]) }
            for number in 5000..<10_000 { #expect(pack.place(of: .of(.blob, Array("\(number)".utf8))) == nil) }
            for edge in [UInt8(0), 255] {
                #expect(pack.place(of: ObjectID(bytes: [UInt8](repeating: edge, count: 20))) == nil)
            }
        }
    }
}
