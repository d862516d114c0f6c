package import Git

/// What an undoing did.
package struct Undoing: Hashable, Sendable {
    /// The operations that no longer count, newest first; none when it led forward again.
    package let undone: [Operation]
    /// The newest revision before.
    package let before: ObjectID
    /// The newest revision now.
    package let after: ObjectID
    /// The number that the undoing itself has in the log.
    package let number: Int
}

extension FactRepository {
    /// Takes back the last operation, or all since operation `number`: the branch stands again where it stood.
    ///
    /// It is an operation like any other, so undoing it again leads back. Nothing recorded goes: what the branch leaves is kept
    /// under `refs/annals/undone/`, whatever git cleans up.
    /// - Throws: `.unknownOperation` when there is none of that number, `.nothingToUndo` when the branch stood nowhere before or
    ///   stands there already; a git error with code `.locked` when another process records for longer than `patience`.
    package func undo(
        to number: Int? = nil, by author: Author, patience: Duration = .seconds(10)
    ) throws(RepositoryError) -> Undoing {
        let lock = try RepositoryError.wrapping(git.path) { () throws(GitError) in
            try WriteLock(on: git, patience: patience)
        }
        try keepOperations()
        guard let tip = try tip() else { throw RepositoryError(.nothingToUndo, Self.branch) }
        let log = try operations(tip: tip)
        let target = try target(of: number, in: log)
        guard target != tip else { throw RepositoryError(.nothingToUndo, "operation \(number ?? 0)") }
        // Read before anything moves: a branch must not be led to what is not there.
        _ = try snapshot(target).root()
        try keep(tip, author)
        let undone = Array(log.operations[(number ?? log.operations.count - 1)...].reversed())
        let names = undone.count == 1 ? "operation \(undone[0].number)" : "all since operation \(number ?? 0)"
        try move(from: tip, to: target, "undo \(names)", author)
        lock.release()
        return Undoing(undone: undone, before: tip, after: target, number: log.operations.count + 1)
    }

    private func target(of number: Int?, in log: OperationLog) throws(RepositoryError) -> ObjectID {
        guard let number else {
            guard let before = log.operations.last?.before else {
                throw RepositoryError(.nothingToUndo, "operation \(log.operations.count)")
            }
            return before
        }
        guard let operation = log[number] else {
            throw RepositoryError(.unknownOperation(last: log.operations.count), "\(number)")
        }
        return operation.after
    }

    /// Gives a revision that the branch is about to leave a name of its own.
    private func keep(_ tip: ObjectID, _ author: Author) throws(RepositoryError) {
        let name = "refs/annals/undone/\(tip)"
        try RepositoryError.wrapping(name) { () throws(GitError) in
            guard try git.reference(name) == nil else { return }
            try git.moveReference(
                name, from: nil, to: tip, message: "annals: keep", signature: author.operationSignature)
        }
    }

    /// Moves the branch and logs it, if it still stands where the caller saw it.
    func move(
        from before: ObjectID?, to after: ObjectID, _ summary: String, _ author: Author
    ) throws(RepositoryError) {
        try RepositoryError.wrapping(Self.branch) { () throws(GitError) in
            try git.moveReference(
                Self.branch, from: before, to: after, message: author.operationLine(summary),
                signature: author.operationSignature)
        }
    }
}
