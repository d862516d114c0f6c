import CLibgit2

/// The handles of one open repository, for use by one task at a time.
struct OpenRepository: ~Copyable {
    let repository: Handle
    let database: Handle

    /// Opens exactly `path`: no search upwards, no `.git` inside it, no environment.
    init(path: String) throws(GitError) {
        try Libgit2.ensureStarted()
        let flags = GIT_REPOSITORY_OPEN_BARE.rawValue | GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue
        let repository = try unsafe Handle("open repository", subject: path, freeing: git_repository_free) {
            unsafe git_repository_open_ext(&$0, path, flags | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue, nil)
        }
        try self.init(owning: repository)
    }

    /// Takes over a repository handle and opens its object database.
    init(owning repository: consuming Handle) throws(GitError) {
        let pointer = unsafe repository.pointer
        let database = try unsafe Handle("open object database", freeing: git_odb_free) {
            unsafe git_repository_odb(&$0, pointer)
        }
        self.repository = repository
        self.database = database
    }

    /// The repository's folder, absolute and without a slash at its end.
    var path: String {
        guard let path = unsafe git_repository_path(repository.pointer) else { return "" }
        var text = unsafe String(cString: path)
        while text.utf8.count > 1, text.utf8.last == UInt8(ascii: "/") { text.removeLast() }
        return text
    }
}
