import Git
import TestSupport
import Testing

@Suite struct ParsingTests {
    @Test(arguments: UInt64(1)...10)
    func `damaged trees are refused or read as they stand, and never trap`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let good = try Tree([
            TreeEntry(name: "a", id: .of(.blob, [1])), TreeEntry(name: "é", id: .of(.blob, [2])),
            TreeEntry(name: "folder", id: .of(.tree, []), mode: .folder),
        ]).bytes
        for _ in 0..<2000 {
            let bad = damaged(good, using: &random)
            guard let tree = try? Tree(parsing: bad) else { continue }
            // Git's own readers take a mode with zeros before it; it is written without.
            if tree.bytes.count == bad.count { #expect(tree.bytes == bad, "seed \(seed)") }
        }
    }

    @Test(arguments: UInt64(1)...10)
    func `damaged commits are refused or read, and never trap`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let good = Commit(
            tree: .of(.tree, []), parents: [.of(.blob, [1]), .of(.blob, [2])], author: .reporter(),
            committer: .reporter(), message: "subject\n\nKind: record\n"
        ).bytes
        for _ in 0..<2000 {
            guard let commit = try? Commit(parsing: damaged(good, using: &random)) else { continue }
            #expect(try Commit(parsing: commit.bytes) == commit, "seed \(seed)")
        }
    }

    private func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let position = Int.random(in: 0..<bytes.count, using: &random)
            let byte = [0, 10, 32, 47, 48, 60, 62, UInt8.random(in: 0...255, using: &random)]
                .randomElement(using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[position] = byte ?? 0
            case 1: bytes.insert(byte ?? 0, at: position)
            default: bytes.remove(at: position)
            }
        }
        return bytes
    }
}
