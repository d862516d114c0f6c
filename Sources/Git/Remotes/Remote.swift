import CLibgit2

/// Another repository of the same history, by the name that it has here.
package struct Remote: Hashable, Sendable {
    /// Its name: `ben`.
    package let name: String
    /// Where it is: a path, or an address that git knows.
    package let url: String
}

extension GitRepository {
    /// All remotes, sorted by name; those without an address are left out.
    package func remotes() throws(GitError) -> [Remote] {
        try withHandles { (open) throws(GitError) in
            var remotes: [Remote] = []
            for name in try open.remoteNames() {
                if let url = try open.remote(name).url { remotes.append(Remote(name: name, url: url)) }
            }
            return remotes
        }
    }

    /// Keeps in mind where another repository is, as `git remote add` does.
    ///
    /// - Throws: `.exists` when there is a remote of that name, `.invalid` for a name that git does not allow.
    package func addRemote(_ name: String, at url: String) throws(GitError) {
        try checkNoZeroByte(name, "add remote")
        try checkNoZeroByte(url, "add remote")
        try withHandles { (open) throws(GitError) in
            let repository = unsafe open.repository.pointer
            _ = try unsafe Handle("add remote", subject: name, freeing: git_remote_free) {
                unsafe git_remote_create(&$0, repository, name, url)
            }
        }
    }

    /// Forgets a remote, and what its branches were.
    ///
    /// - Throws: `.notFound` when there is none of that name.
    package func removeRemote(_ name: String) throws(GitError) {
        try checkNoZeroByte(name, "remove remote")
        try withHandles { (open) throws(GitError) in
            _ = try open.remote(name)
            try check(unsafe git_remote_delete(open.repository.pointer, name), "remove remote", subject: name)
        }
    }
}

extension OpenRepository {
    /// The handle of a remote.
    func remote(_ name: String) throws(GitError) -> Handle {
        let repository = unsafe self.repository.pointer
        return try unsafe Handle("find remote", subject: name, freeing: git_remote_free) {
            unsafe git_remote_lookup(&$0, repository, name)
        }
    }

    fileprivate func remoteNames() throws(GitError) -> [String] {
        var list = unsafe git_strarray()
        try check(unsafe git_remote_list(&list, repository.pointer), "list remotes")
        defer { unsafe git_strarray_dispose(&list) }
        let pointers = unsafe UnsafeBufferPointer(start: list.strings, count: list.count)
        let names = unsafe pointers.compactMap { name in unsafe name.map { unsafe String(cString: $0) } }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension Handle {
    /// The address of a remote; `nil` when it has none.
    fileprivate var url: String? {
        unsafe git_remote_url(pointer).map { unsafe String(cString: $0) }
    }
}
