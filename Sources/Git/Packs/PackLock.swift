import Glibc

/// The right to put large packs together, held by one process at a time.
///
/// Whoever records does not ask for it: it is there so that the same work is not done twice at once. Like ``WriteLock`` an
/// exclusive `flock(2)` on a file that stays, let go of by the kernel when the process dies. The file says why the last attempt
/// failed, as git's `gc.log` does, and is empty when it did not.
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

    /// Keeps in mind how the work ended, and lets go of the lock.
    ///
    /// - Parameter failure: why it was not done; `nil` when it was.
    consuming func release(after failure: GitError?) {
        guard ftruncate(file.number, 0) == 0, let failure else { return }
        let words = Array("\(failure)\n".utf8)
        // Where not even this can be written the next one tries in vain too: nothing is lost by it.
        unsafe _ = words.withUnsafeBytes { unsafe pwrite(file.number, $0.baseAddress, $0.count, 0) }
    }

    /// Whether nobody should start now: somebody is at it, or failed less than a day ago and would fail again.
    static func isBarred(on repository: GitRepository) -> Bool {
        guard let file = try? FileDescriptor("open lock", path(repository), O_RDWR) else { return false }
        if flock(file.number, LOCK_EX | LOCK_NB) != 0 { return true }
        var (status, now) = (stat(), timespec())
        guard unsafe fstat(file.number, &status) == 0, unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else {
            return false
        }
        return status.st_size > 0 && now.tv_sec - status.st_mtim.tv_sec < Self.day
    }

    private static let day = 86_400

    private static func path(_ repository: GitRepository) -> String { repository.path + "/annals-pack.lock" }
}
