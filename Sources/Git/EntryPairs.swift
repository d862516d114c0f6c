/// The entries of two folders side by side, in git's order; a name of different kinds makes two pairs.
struct EntryPairs: Sequence, IteratorProtocol {
    /// Entries of one name and kind; one side at least has one.
    struct Pair: Sendable {
        fileprivate var before: (folder: StoredTree, entry: StoredTree.Entry)?
        fileprivate var after: (folder: StoredTree, entry: StoredTree.Entry)?

        /// The object before; `nil` when the entry was added.
        var beforeID: ObjectID? { before.map { $0.folder.id($0.entry) } }
        /// The object after; `nil` when the entry was removed.
        var afterID: ObjectID? { after.map { $0.folder.id($0.entry) } }

        var isFolder: Bool { (after ?? before)?.entry.mode == .folder }

        /// The entry after, or before when it was removed.
        func value() throws(GitError) -> TreeEntry? {
            guard let side = after ?? before else { return nil }
            return try side.folder.value(side.entry)
        }
    }

    private let before: StoredTree
    private let after: StoredTree
    private var left: ArraySlice<StoredTree.Entry>
    private var right: ArraySlice<StoredTree.Entry>

    init(before: StoredTree, after: StoredTree) {
        self.before = before
        self.after = after
        left = before.entries[...]
        right = after.entries[...]
    }

    mutating func next() -> Pair? {
        guard let order = order() else { return nil }
        var pair = Pair()
        if order <= 0, let entry = left.popFirst() { pair.before = (before, entry) }
        if order >= 0, let entry = right.popFirst() { pair.after = (after, entry) }
        return pair
    }

    /// Which side has the next entry: negative for before, positive for after, zero for both, `nil` for neither.
    private func order() -> Int? {
        guard let a = left.first else { return right.isEmpty ? nil : 1 }
        guard let b = right.first else { return -1 }
        return before.order(a, after, b)
    }
}
