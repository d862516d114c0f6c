package import Git

/// Every move of the story's branch, as git's log of the branch tells it.
///
/// The log is git's own (gitformat: `logs/refs/heads/main`): it is written with the move and costs nothing more, stock git shows it
/// (`git reflog main`), and as the repository's settings have it, no clean-up ever shortens it. A line is written before the branch
/// moves, so one whose writer died then tells of a move that never was; where another program moved the branch without a line,
/// the next line starts elsewhere. Both show by what follows.
package struct OperationLog: Hashable, Sendable {
    /// The operations, oldest first.
    package private(set) var operations: [Operation] = []
    /// The numbers of the lines that do not read, from 1.
    package let damagedLines: [Int]

    /// The operations that a log tells of when the branch stands at `tip`.
    package init(_ log: Reflog, tip: ObjectID) {
        damagedLines = log.damagedLines
        for (index, entry) in log.entries.enumerated() {
            let next = index + 1 < log.entries.count ? log.entries[index + 1].before : tip
            guard let after = entry.after, next == after || next != entry.before else { continue }
            fill(to: entry.before)
            operations.append(Operation(operations.count + 1, entry, after: after))
        }
        fill(to: tip)
    }

    /// The operation of a number; `nil` when there is none.
    package subscript(number: Int) -> Operation? {
        operations.indices.contains(number - 1) ? operations[number - 1] : nil
    }

    /// Enters a move that nobody logged, where the branch stood elsewhere than the last operation left it.
    private mutating func fill(to next: ObjectID?) {
        let last = operations.last?.after
        guard let next, next != last else { return }
        operations.append(Operation(operations.count + 1, unlogged: last, next))
    }
}

extension FactRepository {
    /// Every move of the story's branch, oldest first; empty before the first revision.
    package func operations() throws(RepositoryError) -> OperationLog? {
        guard let tip = try tip() else { return nil }
        return try operations(tip: tip)
    }

    /// Sees to it that no clean-up of git shortens the log, or takes away what only the log leads to.
    func keepOperations() throws(RepositoryError) {
        try RepositoryError.wrapping("settings") { () throws(GitError) in
            for name in ["gc.reflogExpire", "gc.reflogExpireUnreachable"] where try git.setting(name) != "never" {
                try git.set(name, to: "never")
            }
        }
    }

    func operations(tip: ObjectID) throws(RepositoryError) -> OperationLog {
        let log = try RepositoryError.wrapping(Self.branch) { () throws(GitError) in try git.reflog(of: Self.branch) }
        return OperationLog(log, tip: tip)
    }
}
