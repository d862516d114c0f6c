import Glibc

extension FileDescriptor {
    /// Takes the exclusive `flock(2)` of the open file, trying for as long as `patience`; closing the file lets go of it.
    ///
    /// - Throws: `.locked`, saying `reason`, when another owner held it all the time.
    func lock(patience: Duration, _ path: String, because reason: String) throws(GitError) {
        let clock = ContinuousClock()
        let deadline = clock.now + patience
        var pause = Duration.milliseconds(1)
        while flock(number, LOCK_EX | LOCK_NB) != 0 {
            let fault = errno
            if fault == EINTR { continue }
            guard fault == EWOULDBLOCK else { throw GitError(systemError: fault, "take lock", path: path) }
            let left = clock.now.duration(to: deadline)
            guard left > .zero else { throw GitError(.locked, "take lock", subject: path, reason) }
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
