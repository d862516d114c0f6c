import Git

extension FactRepository {
    /// Puts packs together, later versions of a file as changes of earlier ones; returns whether there was anything to do.
    ///
    /// Nothing that was recorded changes. Recording does a little of it each time, and asks for the rest where it is due.
    /// - Parameters:
    ///   - all: makes one pack of all, so that the repository is as small as it gets, as before it is copied; otherwise only what
    ///     is due is done.
    ///   - patience: how long to wait for another process that packs; whoever records is not waited for.
    /// - Throws: a git error with code `.locked` when another process packs for longer, `.damaged` when an object is not as it
    ///   was written: then everything stays as it is.
    package func pack(all: Bool = true, patience: Duration = .seconds(10)) throws(RepositoryError) -> Bool {
        try RepositoryError.wrapping(git.path) { () throws(GitError) in try git.rollPacks(all: all, patience: patience)
        }
    }

    /// Packs what is small, lets go of the lock, and has the rest packed where that is due.
    ///
    /// What was recorded is safe by now: what keeps packs apart is for `verify` to name.
    func pack(releasing lock: consuming WriteLock) {
        let isMoreDue = (try? git.rollSmallPacks()) ?? false
        lock.release()
        guard isMoreDue else { return }
        if let packer { packer() } else { _ = try? pack(all: false, patience: .zero) }
    }

    /// The sizes of the packs in bytes, without their indexes.
    package func packSizes() throws(RepositoryError) -> [Int] {
        try RepositoryError.wrapping("packs") { () throws(GitError) in try git.packSizes() }
    }
}
