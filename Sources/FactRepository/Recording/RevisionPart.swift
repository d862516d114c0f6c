import Facts
import Git

/// Files and folders of a revision to be, kept apart from the others' so that several can be made at the same time.
struct RevisionPart {
    /// What a part comes to.
    struct Content: Sendable {
        fileprivate(set) var segment = PackSegment()
        /// The files in which the revision differs from the one before, each with the digest of its bytes, `nil` where it went.
        fileprivate(set) var rows: [(path: String, digest: Digest?)] = []
    }

    private(set) var content = Content()
    private let repository: GitRepository

    init(_ repository: GitRepository) { self.repository = repository }

    /// Stores a file.
    ///
    /// - Parameter former: what stood at the path in the revision before; `nil` when nothing did.
    mutating func write(
        _ bytes: [UInt8], at path: String, replacing former: ObjectID?
    ) throws(RepositoryError) -> ObjectID {
        let id = try add(.blob, bytes, path)
        if id != former { content.rows.append((path, .sha256(bytes))) }
        return id
    }

    /// Stores a folder.
    mutating func write(_ entries: [TreeEntry], at path: String) throws(RepositoryError) -> ObjectID {
        let tree = try RepositoryError.wrapping(path) { () throws(GitError) in try Tree(entries) }
        return try add(.tree, tree.bytes, path)
    }

    /// Stores the bytes of a folder as git has them.
    mutating func write(
        folder bytes: [UInt8], at path: @autoclosure () -> String
    ) throws(RepositoryError) -> ObjectID { try add(.tree, bytes, path()) }

    /// Keeps in mind that a file of the revision before is no longer there.
    mutating func noteRemoval(of path: String) { content.rows.append((path, nil)) }

    private mutating func add(
        _ kind: ObjectKind, _ bytes: [UInt8], _ path: @autoclosure () -> String
    ) throws(RepositoryError) -> ObjectID {
        do {
            return try content.segment.addIfMissing(kind, bytes, in: repository)
        } catch {
            throw RepositoryError(.git(error), path())
        }
    }

    /// Hands over what was made so far, and starts anew.
    mutating func takeContent() -> Content {
        defer { content = Content() }
        return content
    }
}
