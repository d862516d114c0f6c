import CLibgit2

extension GitRepository {
    /// Brings the objects of a remote's branch here, and returns the commit that it is at; `nil` when the remote has no such
    /// branch.
    ///
    /// No reference moves. Every object is hashed on the way in, and the pack is on the disk when this returns.
    /// - Parameter branch: a full name: `refs/heads/main`.
    /// - Throws: `.unreachable` when the remote does not answer, `.unauthorised` when it wants to know who asks.
    package func download(_ branch: String, from name: String) throws(GitError) -> ObjectID? {
        try checkWaysIntoPacks("fetch")
        let found = try withHandles { (open) throws(GitError) -> ObjectID? in
            let remote = try open.remote(name)
            return try remote.download(branch, name)
        }
        closeHandles()
        return found
    }

    /// Moves a remote's branch to the commit that ours is at, where it goes on from the remote's.
    ///
    /// - Throws: `.modified` when the remote's branch has commits that ours has not, `.unreachable` and `.unauthorised` as for
    ///   ``download(_:from:)``, `.permission` with the remote's own words when it refuses.
    package func push(_ branch: String, to name: String) throws(GitError) {
        try checkWaysIntoPacks("push")
        try withHandles { (open) throws(GitError) in
            let remote = try open.remote(name)
            try remote.push(branch, name)
        }
    }
}

extension Handle {
    fileprivate func download(_ branch: String, _ name: String) throws(GitError) -> ObjectID? {
        var options = unsafe git_fetch_options()
        try check(
            unsafe git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION)), "fetch", subject: name)
        unsafe options.callbacks.credentials = answerForCredentials
        unsafe options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
        var trials: Int32 = 0
        return try unsafe withUnsafeMutablePointer(to: &trials) { (trials) throws(GitError) in
            unsafe options.callbacks.payload = UnsafeMutableRawPointer(trials)
            try unsafe connect(GIT_DIRECTION_FETCH, &options.callbacks, "fetch", name)
            defer { unsafe _ = git_remote_disconnect(pointer) }
            guard let tip = try tip(of: branch, name) else { return nil }
            try unsafe withReferenceSpecification("+\(branch):\(branch)") { (list) throws(GitError) in
                try check(unsafe git_remote_download(pointer, list, &options), "fetch", subject: name)
            }
            return tip
        }
    }

    private func connect(
        _ direction: git_direction, _ callbacks: UnsafePointer<git_remote_callbacks>, _ operation: String,
        _ name: String
    ) throws(GitError) {
        do {
            try check(
                unsafe git_remote_connect(pointer, direction, callbacks, nil, nil), operation, subject: name)
        } catch {
            throw error.code == .unauthorised ? error : error.saying(.unreachable, error.message)
        }
    }

    /// The commit that a branch of the connected remote is at.
    private func tip(of branch: String, _ name: String) throws(GitError) -> ObjectID? {
        var heads: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
        var count = 0
        try check(unsafe git_remote_ls(&heads, &count, pointer), "fetch", subject: name)
        let found = unsafe UnsafeBufferPointer(start: heads, count: count).first { head in
            unsafe head?.pointee.name.map { unsafe String(cString: $0) == branch } ?? false
        }
        guard let found = unsafe found, let head = unsafe found else { return nil }
        return unsafe ObjectID(head.pointee.oid)
    }

    fileprivate func push(_ branch: String, _ name: String) throws(GitError) {
        var options = unsafe git_push_options()
        try check(unsafe git_push_options_init(&options, UInt32(GIT_PUSH_OPTIONS_VERSION)), "push", subject: name)
        unsafe options.callbacks.credentials = answerForCredentials
        unsafe options.callbacks.push_update_reference = refuseUpdate
        var trials: Int32 = 0
        try unsafe withUnsafeMutablePointer(to: &trials) { (trials) throws(GitError) in
            unsafe options.callbacks.payload = UnsafeMutableRawPointer(trials)
            try unsafe connect(GIT_DIRECTION_PUSH, &options.callbacks, "push", name)
            try unsafe withReferenceSpecification("\(branch):\(branch)") { (list) throws(GitError) in
                try check(unsafe git_remote_push(pointer, list, &options), "push", subject: name)
            }
        }
    }
}

/// Hands a reference specification to C.
private func withReferenceSpecification(
    _ text: String, _ body: (UnsafePointer<git_strarray>) throws(GitError) -> Void
) throws(GitError) {
    var bytes = Array(text.utf8CString)
    let result = unsafe bytes.withUnsafeMutableBufferPointer { bytes -> Result<Void, GitError> in
        var first = bytes.baseAddress
        return unsafe withUnsafeMutablePointer(to: &first) { first in
            var list = unsafe git_strarray(strings: first, count: 1)
            return unsafe withUnsafePointer(to: &list) { list in
                Result { () throws(GitError) in try unsafe body(list) }
            }
        }
    }
    try result.get()
}

/// Answers a remote that wants to know who asks: the keys of the person's ssh agent, once; passwords are for git's own helpers.
///
/// `payload` is the number of answers so far: who is refused would be asked for ever.
private let answerForCredentials: git_credential_acquire_cb = { out, _, user, allowed, payload in
    let trials = unsafe payload?.assumingMemoryBound(to: Int32.self)
    let count = unsafe trials?.pointee ?? 0
    unsafe trials?.pointee = count + 1
    guard count < 3 else { return GIT_EAUTH.rawValue }
    if allowed & GIT_CREDENTIAL_USERNAME.rawValue != 0 {
        return unsafe "git".withCString { unsafe git_credential_username_new(out, user ?? $0) }
    }
    guard allowed & GIT_CREDENTIAL_SSH_KEY.rawValue != 0, count < 2 else { return GIT_EAUTH.rawValue }
    return unsafe git_credential_ssh_key_from_agent(out, user)
}

/// Stops a push whose reference the remote did not take, with the remote's own words.
private let refuseUpdate: git_push_update_reference_cb = { _, status, _ in
    guard let status = unsafe status else { return 0 }
    _ = unsafe git_error_set_str(Int32(GIT_ERROR_CALLBACK.rawValue), status)
    return GIT_EUSER.rawValue
}
