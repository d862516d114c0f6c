import Synchronization

/// The files and folders that were read last, each of which makes way for its next version: what one revision after another asks
/// for.
///
/// Most versions are stored as changes of the one before. Of such an object only the change is read, and applied to what is at
/// hand; it is not hashed, for its base was found under its name and the change says how long both are. Whether every object is
/// what its name says, ``PackCheck`` tells.
package final class VersionMemory: Sendable {
    private let repository: GitRepository
    private let files = Mutex(LastVersions<[UInt8]>(limit: 128 << 20))
    private let folders = Mutex(LastVersions<StoredTree>(limit: 32 << 20))

    /// A memory without files.
    package init(_ repository: GitRepository) { self.repository = repository }

    /// Two versions of a file, no bytes for `nil`; the earlier one is forgotten, for the later one replaces it.
    package func file(
        from before: ObjectID?, to after: ObjectID?
    ) throws(GitError) -> (before: [UInt8], after: [UInt8]) {
        let former = try before.map { (id) throws(GitError) in
            if let known = files.withLock({ $0.take(id) }) { known } else { try repository.blob(id) }
        }
        guard let after else { return (former ?? [], []) }
        let bytes = try bytes(of: after, .blob, replacing: before, former)
        files.withLock { $0.keep(bytes, as: after, size: bytes.count) }
        return (former ?? [], bytes)
    }

    /// Two versions of a folder, without entries for `nil`; the earlier one is forgotten.
    func folder(
        from before: ObjectID?, to after: ObjectID?
    ) throws(GitError) -> (before: StoredTree, after: StoredTree) {
        let former = try before.map { (id) throws(GitError) in
            if let known = folders.withLock({ $0.take(id) }) { known } else { try repository.storedTree(id) }
        }
        guard let after else { return (former ?? StoredTree(), StoredTree()) }
        let folder = try StoredTree(bytes(of: after, .tree, replacing: before, former?.bytes))
        folders.withLock { $0.keep(folder, as: after, size: folder.size) }
        return (former ?? StoredTree(), folder)
    }

    private func bytes(
        of id: ObjectID, _ kind: ObjectKind, replacing base: ObjectID?, _ former: [UInt8]?
    ) throws(GitError) -> [UInt8] {
        guard let base, let former else { return try repository.bytes(of: id, kind: kind) }
        return try repository.bytes(of: id, kind: kind, changing: base, former)
    }
}
