import Glibc

/// Owns a file that is gone with its owner unless it was linked to a name.
struct TemporaryFile: ~Copyable {
    private let descriptor: FileDescriptor
    private let folder: String
    /// The name it goes by until then; `nil` for a file without any, of which even a killed process leaves no trace.
    private let temporaryPath: String?

    /// Creates an unnamed file in `folder`, or a named one where that is not possible.
    init(in folder: String) throws(GitError) {
        // Whatever the reason was, creating a named file either works or tells it.
        if let file = FileDescriptor(unnamedIn: folder) {
            self.init(file, folder, temporaryPath: nil)
        } else {
            try self.init(namedIn: folder)
        }
    }

    /// Creates a file in `folder` under a name that git takes for rubbish when it finds it left over.
    init(namedIn folder: String) throws(GitError) {
        let path = "\(folder)/tmp_pack_\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        let file = try FileDescriptor("create file", path, O_CREAT | O_EXCL | O_RDWR, mode: 0o444)
        self.init(file, folder, temporaryPath: path)
    }

    private init(_ descriptor: consuming FileDescriptor, _ folder: String, temporaryPath: String?) {
        self.descriptor = descriptor
        self.folder = folder
        self.temporaryPath = temporaryPath
    }

    deinit {
        if let temporaryPath { unsafe _ = unlink(temporaryPath) }
    }

    /// Writes all bytes at `offset`.
    ///
    /// After a failure the same call can be made again.
    func write(_ bytes: [UInt8], at offset: UInt64) throws(GitError) {
        try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(GitError) in
            try unsafe write(UnsafeRawBufferPointer(bytes), at: offset)
        }
    }

    /// Writes all bytes from where they lie at `offset`.
    ///
    /// After a failure the same call can be made again.
    @unsafe func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(GitError) {
        var done = 0
        while done < bytes.count {
            let rest = unsafe bytes.baseAddress.map { unsafe $0 + done }
            let count = unsafe pwrite(descriptor.number, rest, bytes.count - done, off_t(offset) + done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write file", count < 0 ? errno : EIO) }
            done += count
        }
    }

    /// Reads up to `count` bytes at `offset`; fewer only at the end of the file.
    func read(_ count: Int, at offset: UInt64) throws(GitError) -> [UInt8] {
        try read([(offset, count)], room: 0)
    }

    /// Reads what is at some places, one after the other; fewer bytes only when the file is shorter.
    ///
    /// - Parameter room: for so many bytes more that are to be appended.
    func read(_ parts: [(start: UInt64, count: Int)], room: Int) throws(GitError) -> [UInt8] {
        let count = parts.reduce(0) { $0 + $1.count }
        var isGood = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count + room) { buffer, done in
            for part in parts {
                let place = unsafe UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[done..<done + part.count])
                guard let found = unsafe descriptor.read(into: place, at: part.start) else {
                    isGood = false
                    return
                }
                done += found
                if found < part.count { return }
            }
        }
        guard isGood else { throw failure("read file", errno) }
        return bytes
    }

    /// Brings everything written to the disk.
    func synchronize() throws(GitError) {
        guard fsync(descriptor.number) == 0 else { throw failure("synchronize file", errno) }
    }

    /// Gives the file a lasting name in its folder; `false` when a file of that name was there already.
    func link(as name: String) throws(GitError) -> Bool {
        let path = "\(folder)/\(name)"
        guard unsafe access(path, F_OK) != 0 else { return false }
        let status =
            if let temporaryPath {
                // Not a second link: not every file system has them.
                unsafe rename(temporaryPath, path)
            } else {
                unsafe linkat(
                    AT_FDCWD, descriptor.handlePath, AT_FDCWD, path, Int32(AT_SYMLINK_FOLLOW))
            }
        guard status == 0 || errno == EEXIST else { throw GitError(systemError: errno, "link file", path: path) }
        return status == 0
    }

    private func failure(_ operation: String, _ number: Int32) -> GitError {
        GitError(systemError: number, operation, path: temporaryPath ?? folder)
    }
}
