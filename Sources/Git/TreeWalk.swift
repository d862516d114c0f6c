import Parallel

/// Finds its way through the folders of a repository without reading what it need not.
package struct TreeWalk: Sendable {
    private let repository: GitRepository
    private let memory: FolderMemory?
    private let versions: VersionMemory?

    // Deep enough for any layout of ours; a made-up tree must not exhaust the stack.
    private static let maximumDepth = 256
    /// So few folders are not worth another thread.
    private static let grain = 4

    /// A walk through the folders of `repository`.
    ///
    /// - Parameter memory: keeps the folders on the way to a path, for those who ask for many; `nil` reads them each time.
    package init(_ repository: GitRepository, keepingFoldersIn memory: FolderMemory? = nil) {
        self.repository = repository
        self.memory = memory
        versions = nil
    }

    /// A walk through the folders of `repository`, of which it compares one version after another.
    package init(_ repository: GitRepository, comparing versions: VersionMemory) {
        self.repository = repository
        self.versions = versions
        memory = nil
    }

    /// The blobs in which two root folders differ, sorted by the bytes of their paths.
    ///
    /// `nil` stands for the empty folder. Folders with equal ids are skipped, every other folder is read once where
    /// it stands, and no blob is read: the cost is that of the differences. A name that is a blob on one side and a
    /// folder on the other makes a row for the blob and rows for what is in the folder. Modes are not compared;
    /// symbolic links and submodules count as blobs.
    /// - Throws: `.notFound` or `.damaged` when a folder cannot be read, `.invalid` when folders are nested more than
    ///   256 deep.
    package func changes(between before: ObjectID?, and after: ObjectID?) throws(GitError) -> [BlobChange] {
        before == after ? [] : try changes(between: before, and: after, "", depth: 0, isShared: versions == nil)
    }

    /// The blob at a path below a root folder; `nil` when there is none, or a folder.
    ///
    /// Reads one folder a level.
    package func blob(at path: String, in root: ObjectID) throws(GitError) -> ObjectID? {
        guard let entry = try entry(at: path, in: root), entry.mode != .folder else { return nil }
        return entry.id
    }

    /// What is at a path below a root folder, names joined by slashes; `nil` when there is nothing.
    ///
    /// Reads one folder a level, unless it is kept.
    package func entry(at path: String, in root: ObjectID) throws(GitError) -> TreeEntry? {
        let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var found = TreeEntry(name: "", id: root, mode: .folder)
        for name in names {
            guard found.mode == .folder else { return nil }
            let folder =
                if let memory { try memory.folder(found.id, in: repository) } else {
                    try repository.storedTree(found.id)
                }
            guard let entry = folder.entry(named: name) else { return nil }
            found = try folder.value(entry)
        }
        return found
    }

    // The order of entries, in which a folder sorts as if it ended in a slash, is the order of the paths below them.
    private func changes(
        between before: ObjectID?, and after: ObjectID?, _ prefix: String, depth: Int, isShared: Bool
    ) throws(GitError) -> [BlobChange] {
        guard depth < Self.maximumDepth else {
            throw GitError(.invalid, "compare trees", subject: prefix, "folders are nested too deep")
        }
        let folders = try folders(before, after)
        let pairs = EntryPairs(before: folders.before, after: folders.after).filter { $0.beforeID != $0.afterID }
        // The folders of one that has many are shared out between processors, and what is below them is not again.
        let isDivided = isShared && pairs.count { $0.isFolder } >= 2 * Self.grain
        return try concurrentParts(pairs.count, grain: isDivided ? Self.grain : pairs.count + 1) {
            (part) throws(GitError) in
            var changes: [BlobChange] = []
            for pair in pairs[part] {
                guard let entry = try pair.value() else { continue }
                if entry.mode == .folder {
                    changes += try self.changes(
                        between: pair.beforeID, and: pair.afterID, "\(prefix)\(entry.name)/", depth: depth + 1,
                        isShared: isShared && !isDivided)
                } else {
                    changes.append(
                        BlobChange(path: prefix + entry.name, before: pair.beforeID, after: pair.afterID))
                }
            }
            return changes
        }
    }

    private func folders(
        _ before: ObjectID?, _ after: ObjectID?
    ) throws(GitError) -> (before: StoredTree, after: StoredTree) {
        if let versions { return try versions.folder(from: before, to: after) }
        return (try stored(before), try stored(after))
    }

    private func stored(_ folder: ObjectID?) throws(GitError) -> StoredTree {
        guard let folder else { return StoredTree() }
        return try repository.storedTree(folder)
    }
}
