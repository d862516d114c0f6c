import Glibc

/// When a file was last written, by the clock of its file system.
struct FileTime: Comparable {
    private let seconds: Int
    private let nanoseconds: Int

    private init(_ time: timespec) {
        seconds = time.tv_sec
        nanoseconds = time.tv_nsec
    }

    /// The time of the file at `path`; `nil` when there is none.
    init?(ofFileAt path: String) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        self.init(status.st_mtim)
    }

    /// Now, by the clock of the file system that an open file is on.
    static func touching(_ descriptor: Int32, _ path: String) throws(GitError) -> FileTime {
        var status = stat()
        guard futimens(descriptor, nil) == 0, unsafe fstat(descriptor, &status) == 0 else {
            throw GitError(systemError: errno, "touch file", path: path)
        }
        return FileTime(status.st_mtim)
    }

    static func < (a: FileTime, b: FileTime) -> Bool { (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds) }

    /// How long after `other` this is.
    func duration(since other: FileTime) -> Duration {
        .seconds(seconds - other.seconds) + .nanoseconds(nanoseconds - other.nanoseconds)
    }
}
