import CLibgit2

/// The library's process-wide state.
enum Libgit2 {
    // Lazily and once, by the rules of static variables: starting takes 3 ms, mostly parsing TLS certificates.
    private static let status: Int32 = start()

    /// Starts the library if nobody has yet; every path to a handle comes through here.
    static func ensureStarted() throws(GitError) {
        guard status >= 0 else { throw GitError(.other, "start libgit2", "libgit2 did not start (\(status))") }
    }

    private static func start() -> Int32 {
        let status = git_libgit2_init()
        guard status >= 0 else { return status }
        // `GitRepository.read` hashes whatever is read, and several times as fast.
        _ = annals_enable_strict_hash_verification(0)
        // A reference is moved durably or not at all.
        _ = annals_enable_fsync_gitdir(1)
        return status
    }
}

extension ObjectID {
    init(_ id: git_oid) {
        self = unsafe withUnsafeBytes(of: id.id) { bytes in unsafe ObjectID(bytes: bytes) }
    }

    /// The id as libgit2 takes it.
    var oid: git_oid {
        var oid = git_oid()
        unsafe withUnsafeMutableBytes(of: &oid.id) { target in unsafe target.copyBytes(from: bytes) }
        return oid
    }
}

/// Refuses text that C would take for something shorter.
func checkNoZeroByte(_ text: String, _ operation: String) throws(GitError) {
    guard !text.utf8.contains(0) else {
        throw GitError(.invalid, operation, subject: text, "the text contains a zero byte")
    }
}
