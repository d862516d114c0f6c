/// Finds its way through the folders of a repository without reading what it need not.
package struct TreeWalk: Sendable {
    private let repository: GitRepository

    // Deep enough for any layout of ours; a made-up tree must not exhaust the stack.
    private static let maximumDepth = 256

    /// A walk through the folders of `repository`.
    package init(_ repository: GitRepository) { self.repository = repository }

    /// The blobs in which two root folders differ, sorted by the bytes of their paths.
    ///
    /// `nil` stands for the empty folder. Folders with equal ids are skipped, every other folder is read once where
    /// it stands, and no blob is read: the cost is that of the differences. A name that is a blob on one side and a
    /// folder on the other makes a row for the blob and rows for what is in the folder. Modes are not compared;
    /// symbolic links and submodules count as blobs.
    /// - Throws: `.notFound` or `.damaged` when a folder cannot be read, `.invalid` when folders are nested more than
    ///   256 deep.
    package func changes(between before: ObjectID?, and after: ObjectID?) throws(GitError) -> [BlobChange] {
        var changes: [BlobChange] = []
        try collect(before, after, "", depth: 0, into: &changes)
        return changes
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
    /// Reads one folder a level.
    package func entry(at path: String, in root: ObjectID) throws(GitError) -> TreeEntry? {
        // By scalar: a Character may hide a slash behind a combining mark.
        let names = path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
        var folder = root
        for name in names.dropLast() {
            guard let entry = try repository.tree(folder)[String(name)], entry.mode == .folder else { return nil }
            folder = entry.id
        }
        return try names.last.flatMap { (name) throws(GitError) in try repository.tree(folder)[String(name)] }
    }

    // The order of entries, in which a folder sorts as if it ended in a slash, is the order of the paths below them.
    private func collect(
        _ before: ObjectID?, _ after: ObjectID?, _ prefix: String, depth: Int, into changes: inout [BlobChange]
    ) throws(GitError) {
        guard before != after else { return }
        guard depth < TreeWalk.maximumDepth else {
            throw GitError(.invalid, "compare trees", subject: prefix, "folders are nested too deep")
        }
        let pairs = EntryPairs(before: try entries(before), after: try entries(after))
        for (before, after) in pairs where before?.id != after?.id {
            guard let entry = after ?? before else { continue }
            if entry.mode == .folder {
                let prefix = "\(prefix)\(entry.name)/"
                try collect(before?.id, after?.id, prefix, depth: depth + 1, into: &changes)
            } else {
                changes.append(BlobChange(path: prefix + entry.name, before: before?.id, after: after?.id))
            }
        }
    }

    private func entries(_ folder: ObjectID?) throws(GitError) -> [TreeEntry] {
        guard let folder else { return [] }
        return try repository.tree(folder).entries
    }
}

/// The entries of two folders side by side, in git's order; a name of different kinds makes two pairs.
private struct EntryPairs: Sequence, IteratorProtocol {
    private var before: ArraySlice<TreeEntry>
    private var after: ArraySlice<TreeEntry>

    init(before: [TreeEntry], after: [TreeEntry]) {
        self.before = before[...]
        self.after = after[...]
    }

    mutating func next() -> (before: TreeEntry?, after: TreeEntry?)? {
        guard let left = before.first else { return after.popFirst().map { (nil, $0) } }
        guard let right = after.first else { return before.popFirst().map { ($0, nil) } }
        if left.precedes(right) { return (before.popFirst(), nil) }
        if right.precedes(left) { return (nil, after.popFirst()) }
        return (before.popFirst(), after.popFirst())
    }
}
