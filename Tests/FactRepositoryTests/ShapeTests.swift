import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

/// Facts that another program put where no set of facts has them are named.
@Suite struct ShapeTests {
    @Test func `a bucket of more facts than fit`() throws {
        try expect("facts.jsonl: it holds too many facts", of: 17) { files in
            files.map { ($0.path, nil) } + [("facts.jsonl", files.flatMap(\.bytes))]
        }
    }

    @Test func `facts apart that fit one bucket`() throws {
        try expect("facts/k-r.jsonl: the facts beside it would fit one bucket", of: 10) { files in
            let lines = files.flatMap(\.bytes).split(separator: 0x0A).map { $0 + [0x0A] }
            let halves = Dictionary(grouping: lines) { (line: ArraySlice<UInt8>) in
                String(decoding: line, as: UTF8.self).firstMatch(of: /"fact":"[k-r]/) != nil
            }
            return [
                ("facts.jsonl", nil), ("facts/k-r.jsonl", halves[true]?.flatMap(\.self)),
                ("facts/s-z.jsonl", halves[false]?.flatMap(\.self)),
            ]
        }
    }

    @Test func `a folder of few buckets`() throws {
        try expect("so few buckets that they belong into the one above", of: 300) { files in
            // Both halves of the facts that go on with one letter, which are no folder yet.
            let letters = files.compactMap { $0.path.wholeMatch(of: /facts\/(.)k-.r\.jsonl/)?.1 }
            return files.compactMap { file -> [(String, [UInt8]?)]? in
                guard let match = file.path.wholeMatch(of: /facts\/(.)(.)-.(.)\.jsonl/), match.1 == letters.first
                else { return nil }
                return [(file.path, nil), ("facts/\(match.1)/\(match.2)-\(match.3).jsonl", file.bytes)]
            }.flatMap(\.self)
        }
    }

    @Test func `buckets beside one another that are enough for a folder`() throws {
        try expect("it belongs into a folder with those beside it", of: 2500) { files in
            files.compactMap { file -> [(String, [UInt8]?)]? in
                guard let match = file.path.wholeMatch(of: /facts\/k\/([k-z]+)(-[k-z]+)?\.jsonl/) else { return nil }
                let end = match.2.map { "-k\($0.dropFirst())" } ?? ""
                return [(file.path, nil), ("facts/k\(match.1)\(end).jsonl", file.bytes)]
            }.flatMap(\.self)
        }
    }

    @Test func `a bucket whose name hides a denial`() throws {
        try expect("its name hides a denial", of: 300) { files in
            guard let file = files.first(where: { $0.path.contains(".denials") }) else { return [] }
            return [(file.path, nil), (file.path.replacing(".denials", with: ""), file.bytes)]
        }
    }

    @Test func `a bucket whose name says that it has a denial`() throws {
        try expect("its name says that it has a denial", of: 300) { files in
            guard let file = files.first(where: { !$0.path.contains(".denials") }) else { return [] }
            return [(file.path, nil), (file.path.replacing(".jsonl", with: ".denials.jsonl"), file.bytes)]
        }
    }

    @Test func `a bucket that hides another`() throws {
        try expect("another file or folder hides it", of: 300) { files in
            guard let file = files.first(where: { $0.path.contains("-") }) else { return [] }
            return [("facts/k.jsonl", file.bytes), ("facts/k-n.jsonl", file.bytes)]
        }
    }

    /// Expects that a story of so many facts verifies, and once its buckets were moved about does not.
    private func expect(
        _ problem: String, of count: Int,
        _ moves: ([(path: String, bytes: [UInt8])]) throws -> [(path: String, bytes: [UInt8]?)]
    ) throws {
        try withStory { story in
            let denied: Set = ["party 3"]
            try story.record { try Ledger("ledger", (0..<count).map { "party \($0)" }, denied: denied).add(to: &$0) }
            #expect(try story.problems == [])
            let paths = try story.git("ls-tree", "-r", "--name-only", "HEAD").lines.filter { $0.hasPrefix("facts") }
            let files = try paths.map { path in
                (path: path, bytes: try story.git("cat-file", "blob", "HEAD:\(path)").output)
            }
            let moved = try moves(files)
            #expect(!moved.isEmpty)
            try story.git.commit(Dictionary(uniqueKeysWithValues: moved.map { ($0.path, $0.bytes) }), message: "move")
            let problems = try story.problems
            #expect(problems.contains { $0.hasSuffix(problem) }, "\(problems)")
        }
    }
}
