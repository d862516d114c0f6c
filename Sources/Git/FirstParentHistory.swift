/// The commits that lead to one commit by first parents, newest first, read one at a time.
package struct FirstParentHistory: Sendable {
    private let repository: GitRepository
    private var upcoming: ObjectID?

    init(_ repository: GitRepository, from start: ObjectID) {
        self.repository = repository
        upcoming = start
    }

    /// Reads the next older commit; `nil` after the first one ever recorded.
    package mutating func next() throws(GitError) -> HistoryEntry? {
        guard let id = upcoming else { return nil }
        let commit = try repository.commit(id)
        upcoming = commit.parents.first
        return HistoryEntry(id: id, commit: commit)
    }
}

extension GitRepository {
    /// The commit `start` and those before it by first parents: what stood at the tip, one after another.
    package func history(from start: ObjectID) -> FirstParentHistory { FirstParentHistory(self, from: start) }

    /// The first `limit` entries of ``history(from:)``.
    package func history(from start: ObjectID, limit: Int) throws(GitError) -> [HistoryEntry] {
        var history = history(from: start)
        var entries: [HistoryEntry] = []
        while entries.count < limit, let entry = try history.next() { entries.append(entry) }
        return entries
    }

    /// The commits of ``history(from:)`` by their ids, each with the root folder; nothing else of them is read.
    package func trees(from start: ObjectID) throws(GitError) -> [(commit: ObjectID, tree: ObjectID)] {
        var trees: [(commit: ObjectID, tree: ObjectID)] = []
        var upcoming: ObjectID? = start
        while let id = upcoming {
            let links = try links(ofCommit: id)
            trees.append((id, links.tree))
            upcoming = links.parents.first
        }
        return trees
    }
}
