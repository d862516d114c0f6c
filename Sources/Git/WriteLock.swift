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
        try WriteLock.acquire(file.number, path, patience)
        try StaleLocks(in: repository.path, heldSince: FileTime.touching(file.number, path)).remove()
        try TornReflogs(in: repository.path, of: ["HEAD", "refs/heads/main"]).mend()
        self.file = file
    }

    /// Lets go of the lock: to be called last, so that nothing ends its life before the work it guards.
    package consuming func release() {}

    private static func acquire(_ descriptor: Int32, _ path: String, _ patience: Duration) throws(GitError) {
        let clock = ContinuousClock()
        let deadline = clock.now + patience
        var pause = Duration.milliseconds(1)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            if number == EINTR { continue }
            guard number == EWOULDBLOCK else { throw GitError(systemError: number, "take lock", path: path) }
            let left = clock.now.duration(to: deadline)
            guard left > .zero else {
                throw GitError(.locked, "take lock", subject: path, "another process is writing to this repository")
            }
            suspend(for: min(pause, left))
            pause = min(pause * 2, .milliseconds(25))
        }
    }
}

/// Holds the thread up; longer than a second is taken for a second.
func suspend(for duration: Duration) {
    let (seconds, attoseconds) = duration.components
    var time = timespec(tv_sec: 0, tv_nsec: seconds > 0 ? 999_999_999 : Int(attoseconds / 1_000_000_000))
    unsafe _ = nanosleep(&time, nil)
}
