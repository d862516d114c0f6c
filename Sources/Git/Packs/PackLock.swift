import Glibc

/// The right to put large packs together, held by one process at a time.
///
/// Whoever records does not ask for it: it is there so that the same work is not done twice at once. Like ``WriteLock`` an
/// exclusive `flock(2)` on a file that stays, let go of by the kernel when the process dies.
struct PackLock: ~Copyable {
    // Closing the last descriptor of the open file releases its lock.
    private let file: FileDescriptor

    /// Takes the lock, trying for as long as `patience`.
    ///
    /// - Throws: `.locked` when another process held it all the time.
    init(on repository: GitRepository, patience: Duration) throws(GitError) {
        let path = Self.path(repository)
        let file = try FileDescriptor("open lock", path, O_RDWR | O_CREAT, mode: 0o644)
        try file.lock(patience: patience, path, because: "another process is putting packs together")
        self.file = file
    }

    /// Lets go of the lock.
    consuming func release() {}

    /// Whether somebody holds it at this moment.
    static func isHeld(on repository: GitRepository) -> Bool {
        guard let file = try? FileDescriptor("open lock", path(repository), O_RDWR) else { return false }
        return flock(file.number, LOCK_EX | LOCK_NB) != 0
    }

    private static func path(_ repository: GitRepository) -> String { repository.path + "/annals-pack.lock" }
}
