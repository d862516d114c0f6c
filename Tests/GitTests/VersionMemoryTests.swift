import TestSupport
import Testing

@testable import Git

@Suite struct `Versions that follow one another` {
    @Test(arguments: [false, true])
    func `are the same read one after another as each by itself`(rolled: Bool) throws {
        try withRepository { repository in
            let tip = try repository.recordVersions(30)
            if rolled { #expect(try repository.rollPacks(all: true)) }
            let trees: [ObjectID?] =
                try [nil] + repository.history(from: tip, limit: .max).reversed().map(\.commit.tree)
            let versions = VersionMemory(repository)
            var (plain, together) = (0, 0)
            for (before, after) in zip(trees, trees.dropFirst()) {
                var reads = repository.objectReads
                let expected = try TreeWalk(repository).changes(between: before, and: after)
                let files = try expected.map { row in
                    try [row.before, row.after].map { try $0.map { try repository.blob($0) } ?? [] }
                }
                plain += repository.objectReads - reads
                reads = repository.objectReads
                let rows = try TreeWalk(repository, comparing: versions).changes(between: before, and: after)
                let found = try rows.map { row in
                    let file = try versions.file(from: row.before, to: row.after)
                    return [file.before, file.after]
                }
                together += repository.objectReads - reads
                #expect(rows == expected)
                #expect(found == files)
            }
            #expect(together * 10 <= plain * 6)
        }
    }

    @Test func `are read again where the earlier one is not at hand`() throws {
        try withRepository { repository in
            let tip = try repository.recordVersions(12)
            #expect(try repository.rollPacks(all: true))
            let trees = try repository.history(from: tip, limit: .max).map(\.commit.tree)
            let versions = VersionMemory(repository)
            // Backwards, the version at hand is always the later one.
            for (after, before) in zip(trees, trees.dropFirst()) {
                let expected = try TreeWalk(repository).changes(between: before, and: after)
                let rows = try TreeWalk(repository, comparing: versions).changes(between: before, and: after)
                #expect(rows == expected)
                for row in rows {
                    let file = try versions.file(from: row.before, to: row.after)
                    #expect(file.before == (try row.before.map { try repository.blob($0) } ?? []))
                    #expect(file.after == (try row.after.map { try repository.blob($0) } ?? []))
                }
            }
        }
    }
}
