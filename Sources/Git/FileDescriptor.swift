import Glibc

/// Owns an open file or folder and closes it exactly once.
struct FileDescriptor: ~Copyable {
    /// The number the kernel knows it by.
    let number: Int32

    /// Opens what is at `path`; it is not passed on to processes that are started.
    init(_ operation: String, _ path: String, _ flags: Int32, mode: mode_t = 0) throws(GitError) {
        let number = unsafe open(path, flags | O_CLOEXEC, mode)
        guard number >= 0 else { throw GitError(systemError: errno, operation, path: path) }
        self.number = number
    }

    /// Opens a new file without a name in `folder`; `nil` when that fails, or the file could not be linked later.
    init?(unnamedIn folder: String) {
        // O_TMPFILE of Linux, whose macro Swift does not import; O_DIRECTORY makes old kernels refuse it.
        let flags = 0o20000000 | O_DIRECTORY | O_RDWR
        guard let file = try? FileDescriptor("create file", folder, flags, mode: 0o444) else { return nil }
        guard unsafe access(file.handlePath, F_OK) == 0 else { return nil }
        self = file
    }

    /// Where `/proc` shows the open file: the only way to link a file that has no name.
    var handlePath: String { "/proc/self/fd/\(number)" }

    deinit { close(number) }
}
