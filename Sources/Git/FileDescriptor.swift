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

    /// Reads up to `count` bytes at `offset`, fewer only at the end of the file; `nil` when that fails, see `errno`.
    func read(_ count: Int, at offset: UInt64) -> [UInt8]? {
        var isGood = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            let found = unsafe read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
            isGood = found != nil
            done = found ?? 0
        }
        return isGood ? bytes : nil
    }

    /// Reads at `offset` what `buffer` has room for, fewer bytes only at the end of the file; `nil` when that fails, see `errno`.
    @unsafe func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) -> Int? {
        var done = 0
        while done < buffer.count {
            let rest = unsafe buffer.baseAddress.map { unsafe $0 + done }
            let found = unsafe pread(number, rest, buffer.count - done, off_t(offset) + done)
            if found < 0, errno == EINTR { continue }
            guard found >= 0 else { return nil }
            guard found > 0 else { break }
            done += found
        }
        return done
    }

    /// How many bytes the file has; `nil` when that cannot be told.
    var size: UInt64? {
        var status = stat()
        return unsafe fstat(number, &status) == 0 ? UInt64(status.st_size) : nil
    }

    /// The last `count` bytes; `nil` when there are not as many.
    func readEnd(_ count: Int) -> [UInt8]? {
        var status = stat()
        guard unsafe fstat(number, &status) == 0, status.st_size >= count else { return nil }
        return read(count, at: UInt64(Int(status.st_size) - count))
    }

    /// Where `/proc` shows the open file: the only way to link a file that has no name.
    var handlePath: String { "/proc/self/fd/\(number)" }

    deinit { close(number) }
}
