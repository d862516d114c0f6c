import Synchronization
import TestSupport
import Testing

@testable import Git

@Suite struct LastVersionsTests {
    @Test func `what came first goes first when there is no room for all`() {
        let ids = (0..<4).map { ObjectID.of(.blob, [$0]) }
        var values = LastVersions<Int>(limit: 30)
        for (number, id) in ids.enumerated() { values.keep(number, as: id, size: 10) }
        #expect(ids.map { values[$0] } == [nil, 1, 2, 3])
        #expect(values.take(ids[2]) == 2)
        #expect(values[ids[2]] == nil)
        values.keep(5, as: ids[0], size: 10)
        #expect(ids.map { values[$0] } == [5, 1, nil, 3])
    }

    @Test func `a file that is read twice is at hand, a large one is not, and a folder is no file`() throws {
        try withRepository { repository in
            let commit = try repository.record(["small": "few", "large": String(repeating: "many", count: 20_000)])
            let tree = try repository.commit(commit).tree
            let entries = try repository.tree(tree).entries
            for entry in entries {
                let first = try repository.blob(entry.id)
                #expect(try repository.blob(entry.id) == first)
                #expect(repository.recentFiles.withLock { $0[entry.id] != nil } == (entry.name == "small"))
            }
            #expect(throws: GitError.self) { try repository.blob(tree) }
            #expect(repository.recentFiles.withLock { $0[tree] } == nil)
        }
    }
}
