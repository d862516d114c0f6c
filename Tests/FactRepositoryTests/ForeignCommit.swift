import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

extension GitRepository {
    /// Commits files given by path on top of `main`, as another program would: `nil` takes a file away.
    @discardableResult
    func commit(_ changes: [String: [UInt8]?], message: String) throws -> ObjectID {
        let tip = try head.id
        var files: [String: ObjectID] = [:]
        if let tip { files = try blobs(in: commit(tip).tree) }
        var pack = try PackWriter(in: self)
        for (path, bytes) in changes { files[path] = try bytes.map { try pack.add(.blob, $0) } }
        let tree = try pack.addFolder(files)
        let who = Signature(name: "Somebody", email: "s@example.org", seconds: 1_600_000_000, offsetMinutes: 0)
        let parents = [tip].compactMap(\.self)
        let commit = Commit(tree: tree, parents: parents, author: who, committer: who, message: message)
        let id = try pack.add(.commit, commit.bytes)
        _ = try pack.finish()
        try moveReference("refs/heads/main", from: tip, to: id, message: "commit", signature: who)
        return id
    }

    private func blobs(in tree: ObjectID) throws -> [String: ObjectID] {
        let rows = try TreeWalk(self).changes(between: nil, and: tree)
        return Dictionary(uniqueKeysWithValues: rows.compactMap { row in row.after.map { (row.path, $0) } })
    }
}

extension PackWriter {
    /// Adds the folders for blobs given by path and returns the root's id.
    fileprivate mutating func addFolder(_ blobs: [String: ObjectID]) throws -> ObjectID {
        let folders = Dictionary(grouping: blobs) { $0.key.split(separator: "/").map(String.init)[0] }
        var entries: [TreeEntry] = []
        for (name, blobs) in folders {
            if blobs.count == 1, blobs[0].key == name {
                entries.append(TreeEntry(name: name, id: blobs[0].value))
            } else {
                let inner = blobs.map { (String($0.key.dropFirst(name.count + 1)), $0.value) }
                let id = try addFolder(Dictionary(uniqueKeysWithValues: inner))
                entries.append(TreeEntry(name: name, id: id, mode: .folder))
            }
        }
        return try add(.tree, Tree(entries).bytes)
    }
}
