import Git
import TestSupport
import Testing

/// Gives `body` a fresh repository, and has stock git check it afterwards.
func withRepository(_ body: (GitRepository) throws -> Void) throws {
    try withTemporaryFolder { folder in
        let repository = try GitRepository(creatingAt: folder + "/repository")
        try body(repository)
        let result = try run(["git", "-C", repository.path, "fsck", "--strict", "--full"])
        #expect(result.status == 0, "\(result.errors)")
    }
}

extension GitRepository {
    /// Runs stock git on this repository and expects it to succeed.
    @discardableResult
    func git(_ arguments: String..., input: [UInt8] = []) throws -> CommandResult {
        let result = try run(["git", "-C", path] + arguments, input: input)
        #expect(result.status == 0, "git \(arguments): \(result.errors)")
        return result
    }

    /// Writes one pack with the objects that `body` adds.
    @discardableResult
    func writePack<Result>(_ body: (inout PackWriter) throws -> Result) throws -> Result {
        var writer = try PackWriter(in: self)
        let result = try body(&writer)
        _ = try writer.finish()
        return result
    }

    /// Records files as a commit, without moving a reference.
    func record(
        _ files: [String: String] = [:], parents: [ObjectID] = [], seconds: Int = 1_700_000_000
    ) throws -> ObjectID {
        try writePack { pack in
            let blobs = try files.mapValues { try pack.add(.blob, Array($0.utf8)) }
            let tree = try pack.addFolder(blobs)
            let commit = Commit(
                tree: tree, parents: parents, author: .reporter(seconds), committer: .reporter(seconds),
                message: "state\n")
            return try pack.add(.commit, commit.bytes)
        }
    }
}

extension PackWriter {
    /// Adds the folders for blobs given by path and returns the root's id.
    mutating func addFolder(_ blobs: [String: ObjectID]) throws -> ObjectID {
        var entries: [TreeEntry] = []
        var folders: [String: [String: ObjectID]] = [:]
        for (path, id) in blobs {
            let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
            if parts.count == 1 {
                entries.append(TreeEntry(name: path, id: id))
            } else {
                folders[parts[0], default: [:]][parts[1]] = id
            }
        }
        for (name, blobs) in folders {
            entries.append(TreeEntry(name: name, id: try addFolder(blobs), mode: .folder))
        }
        return try add(.tree, Tree(entries).bytes)
    }
}

extension Signature {
    /// The one who made every commit of the tests.
    static func reporter(_ seconds: Int = 1_700_000_000) -> Signature {
        Signature(name: "Reporter", email: "reporter@example.com", seconds: seconds, offsetMinutes: 60)
    }
}
