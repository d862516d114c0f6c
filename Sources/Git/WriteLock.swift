import Glibc

/// The right to write to a repository, held by one process and in it by one owner at a time.
///
/// An exclusive `flock(2)` on `annals.lock` in the repository's folder. The kernel lets go of it when the process
/// dies, however it dies; the file itself stays. It holds off other users of this lock, not git commands: those meet
/// at the lock of the reference, when it is moved.
package struct WriteLock: ~Copyable {
    // Closing the last descriptor of the open file releases its lock.
    private let file: FileDescriptor

    /// Takes the lock, trying for as long as `patience`, and then removes what writers that died
    /// left behind: the lock files of references, and half a line at the end of their logs.
    ///
    /// - Throws: `.locked` when another process or owner held it all the time, `.permission` when the repository
    ///   cannot be written.
    package init(on repository: GitRepository, patience: Duration) throws(GitError) {
        let path = repository.path + "/annals.lock"
        let file = try FileDescriptor("open lock", path, O_RDWR | O_CREAT, mode: 0o644)
        try file.lock(patience: patience, path, because: "another process is writing to this repository")
        try StaleLocks(in: repository.path, heldSince: FileTime.touching(file.number, path)).remove()
        try TornReflogs(in: repository.path, of: ["HEAD", "refs/heads/main"]).mend()
        self.file = file
    }

    /// Lets go of the lock: to be called last, so that nothing ends its life before the work it guards.
    package consuming func release() {}
}
