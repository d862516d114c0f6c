import Facts
import Git

/// Writes the files of one revision into one pack, and keeps account of them for the revision's content digest.
struct RevisionWriter: ~Copyable {
    private let repository: GitRepository
    private var pack: PackWriter
    /// What was written at each path, and `nil` for what was taken away.
    private var files: [String: [UInt8]?] = [:]

    init(_ repository: GitRepository) throws(RepositoryError) {
        self.repository = repository
        pack = try RepositoryError.wrapping("new pack") { () throws(GitError) in try PackWriter(in: repository) }
    }

    /// Stores a file.
    mutating func write(_ bytes: [UInt8], at path: String) throws(RepositoryError) -> ObjectID {
        files[path] = .some(bytes)
        return try add(.blob, bytes, path)
    }

    /// Stores a folder.
    mutating func write(_ entries: [TreeEntry], at path: String) throws(RepositoryError) -> ObjectID {
        let tree = try RepositoryError.wrapping(path) { () throws(GitError) in try Tree(entries) }
        return try add(.tree, tree.bytes, path)
    }

    /// Keeps in mind that a file is no longer there.
    mutating func noteRemoval(of path: String) { files[path] = .some(nil) }

    /// The bytes that this revision stores at a path, or `nil` when it stores none.
    func writtenBytes(at path: String) -> [UInt8]? { files[path] ?? nil }

    /// Stores the commit and puts the pack into place.
    ///
    /// - Parameters:
    ///   - base: the revision before; `nil` for the first.
    ///   - message: makes the commit message from the content digest.
    consuming func finish(
        tree: ObjectID, on base: Snapshot?, signature: Signature, message: (Digest) -> String
    ) throws(RepositoryError) -> ObjectID {
        let digest = try contentDigest(on: base)
        let commit = Commit(
            tree: tree, parents: [base?.id].compactMap(\.self), author: signature, committer: signature,
            message: message(digest))
        let id = try add(.commit, commit.bytes, "commit")
        do {
            _ = try pack.finish()
        } catch {
            throw RepositoryError(.git(error), "new pack")
        }
        return id
    }

    private func contentDigest(on base: Snapshot?) throws(RepositoryError) -> Digest {
        var rows: [(path: String, digest: Digest?)] = []
        for (path, bytes) in files {
            let old = try base.flatMap { (base) throws(RepositoryError) in try base.blob(at: path) }
            guard old != bytes.map({ ObjectID.of(.blob, $0) }) else { continue }
            rows.append((path, bytes.map(Digest.sha256)))
        }
        return .chained(rows, after: try base.flatMap { (base) throws(RepositoryError) in try base.contentDigest() })
    }

    private mutating func add(_ kind: ObjectKind, _ bytes: [UInt8], _ path: String) throws(RepositoryError) -> ObjectID
    {
        do {
            return try pack.addIfMissing(kind, bytes)
        } catch {
            throw RepositoryError(.git(error), path)
        }
    }
}

extension Digest {
    /// The digest of a revision's content.
    ///
    /// SHA-256 over the digest before it and the digests of the files in which the two revisions differ, by path. It vouches for
    /// the whole history in an algorithm that has no known collisions.
    static func chained(_ rows: [(path: String, digest: Digest?)], after previous: Digest?) -> Digest {
        let ordered = rows.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let lines = [previous?.description ?? "-"] + ordered.map { "\($0.digest?.description ?? "-") \($0.path)" }
        return sha256(Array(lines.joined(separator: "\n").utf8))
    }
}
