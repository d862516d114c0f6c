/// A commit and its id, as a history lists them.
package struct HistoryEntry: Hashable, Sendable {
    /// The commit's id.
    package let id: ObjectID
    /// The commit.
    package let commit: Commit
}
