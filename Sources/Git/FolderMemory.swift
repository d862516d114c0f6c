import Synchronization

/// The folders that were read last, so that many paths that share them need not read them again.
///
/// It is for one piece of work: what is damaged on disk meanwhile is not seen.
package final class FolderMemory: Sendable {
    private let state = Mutex(State())

    private struct State {
        var folders: [ObjectID: StoredTree] = [:]
        var size = 0
    }

    /// Bytes of folders that are kept.
    private static let limit = 16 << 20

    /// A memory without folders.
    package init() {}

    /// A folder of a repository, read unless it is here.
    func folder(_ id: ObjectID, in repository: GitRepository) throws(GitError) -> StoredTree {
        if let known = state.withLock({ $0.folders[id] }) { return known }
        let folder = try repository.storedTree(id)
        state.withLock { state in
            if state.size > Self.limit { state = State() }
            guard state.folders.updateValue(folder, forKey: id) == nil else { return }
            state.size += folder.size
        }
        return folder
    }
}
