import CLibgit2

extension GitRepository {
    /// A git setting such as `user.name`, the repository's own before the user's before the system's.
    ///
    /// `nil` when it is not set anywhere.
    /// - Throws: `.invalid` when the key or a settings file is not well formed.
    package func setting(_ key: String) throws(GitError) -> String? {
        try checkNoZeroByte(key, "read setting")
        return try withHandles { (open) throws(GitError) in
            let repository = unsafe open.repository.pointer
            let settings = try unsafe Handle("read setting", subject: key, freeing: git_config_free) {
                unsafe git_repository_config(&$0, repository)
            }
            return try settings.text(key)
        }
    }
}

extension Handle {
    fileprivate func text(_ key: String) throws(GitError) -> String? {
        var buffer = unsafe git_buf()
        defer { unsafe git_buf_dispose(&buffer) }
        let status = unsafe git_config_get_string_buf(&buffer, pointer, key)
        guard status != GIT_ENOTFOUND.rawValue else { return nil }
        try check(status, "read setting", subject: key)
        return unsafe buffer.ptr.map { unsafe String(cString: $0) } ?? ""
    }
}
