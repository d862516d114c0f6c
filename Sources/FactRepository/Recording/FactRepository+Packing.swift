import Git

extension FactRepository {
    /// Puts all packs into one, later versions of a file as changes of earlier ones; returns whether there was more than one.
    ///
    /// Nothing that was recorded changes. Recording does so by itself where it is due; this makes the repository as small as it
    /// gets, as before it is copied.
    /// - Throws: a git error with code `.locked` when another process records for longer than `patience`, `.damaged` when an
    ///   object is not as it was written: then everything stays as it is.
    package func pack(patience: Duration = .seconds(10)) throws(RepositoryError) -> Bool {
        let lock = try RepositoryError.wrapping(git.path) { () throws(GitError) in
            try WriteLock(on: git, patience: patience)
        }
        let isDone = try RepositoryError.wrapping("packs") { () throws(GitError) in try git.rollPacks(all: true) }
        lock.release()
        return isDone
    }

    /// The sizes of the packs in bytes, without their indexes.
    package func packSizes() throws(RepositoryError) -> [Int] {
        try RepositoryError.wrapping("packs") { () throws(GitError) in try git.packSizes() }
    }
}
