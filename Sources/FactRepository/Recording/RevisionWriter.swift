import Facts
import Git

/// Writes the files of one revision into one pack, and keeps account of them for the revision's content digest.
struct RevisionWriter: ~Copyable {
    private let repository: GitRepository
    private var pack: PackWriter
    private var rows: [(path: String, digest: Digest?)] = []

    init(_ repository: GitRepository) throws(RepositoryError) {
        self.repository = repository
        pack = try RepositoryError.wrapping("new pack") { () throws(GitError) in try PackWriter(in: repository) }
    }

    /// Adds files and folders that were made apart.
    mutating func append(_ content: RevisionPart.Content) throws(RepositoryError) {
        rows += content.rows
        do { try pack.append(content.segment) } catch { throw RepositoryError(.git(error), "new pack") }
    }

    /// Stores the commit and puts the pack into place.
    ///
    /// - Parameters:
    ///   - parents: the revision before, then one that is merged; none for the first.
    ///   - message: makes the commit message from the content digest.
    consuming func finish(
        tree: ObjectID, on parents: [Snapshot], signature: Signature, message: (Digest) -> String
    ) throws(RepositoryError) -> ObjectID {
        let former = try parents.map { (parent) throws(RepositoryError) in try parent.contentDigest() }
        let commit = Commit(
            tree: tree, parents: parents.map(\.id), author: signature, committer: signature,
            message: message(.chained(rows, after: former)))
        do {
            let id = try pack.addIfMissing(.commit, commit.bytes)
            _ = try pack.finish()
            return id
        } catch {
            throw RepositoryError(.git(error), "new pack")
        }
    }
}

extension Digest {
    /// The digest of a revision's content.
    ///
    /// SHA-256 over the digest before it and the digests of the files in which the two revisions differ, by path. It vouches for
    /// the whole history in an algorithm that has no known collisions. A merge has two before it, which stand on one line, and
    /// the files are those in which it differs from the first.
    static func chained(_ rows: [(path: String, digest: Digest?)], after previous: [Digest?]) -> Digest {
        var content = DigestOfPieces()
        content.append(previous.isEmpty ? "-" : previous.map { $0?.description ?? "-" }.joined(separator: " "))
        var line: [UInt8] = []
        // Paths are in NFC, so that the order of scalars is that of bytes.
        for row in rows.sorted(by: { $0.path < $1.path }) {
            line.append(0x0A)
            if let digest = row.digest { digest.append(to: &line) } else { line.append(UInt8(ascii: "-")) }
            line.append(UInt8(ascii: " "))
            line += row.path.utf8
            content.append(line)
            line.removeAll(keepingCapacity: true)
        }
        return content.digest
    }
}
