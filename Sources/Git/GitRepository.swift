import CLibgit2
import Glibc
import Synchronization

/// A bare git repository that tasks may share.
///
/// One task at a time is served; the others wait. Who wants to read in parallel opens the repository once more.
package final class GitRepository: Sendable {
    /// The folder of the repository, absolute, without a slash at its end.
    package let path: String
    /// Opened when first needed: starting libgit2 takes longer than most of what is asked.
    private let handles: Mutex<OpenRepository?>
    /// Its packs, read without libgit2.
    let packs: PackStore
    /// What compresses new objects.
    let compression = Compression()
    /// The files that were read last: who records reads a bucket to see what is new, and again to write the next.
    let recentFiles = Mutex(LastVersions<[UInt8]>(limit: 4 << 20))
    private let reads = Atomic(0)

    /// Creates an empty bare repository with `HEAD` on `refs/heads/main` and reflogs switched on.
    ///
    /// The folder is made when it is missing, with its parents. Neither the user's templates nor the user's name for
    /// the first branch are used.
    /// - Throws: `.exists` when a repository is there already.
    package convenience init(creatingAt path: String) throws(GitError) {
        try checkNoZeroByte(path, "create repository")
        try Libgit2.ensureStarted()
        let repository = try GitRepository.create(at: path)
        try GitRepository.switchReflogsOn(repository)
        try self.init(OpenRepository(owning: repository))
    }

    /// Opens the bare repository at exactly `path`; folders above it are not searched.
    ///
    /// - Throws: `.notFound` when there is no such folder, `.invalid` when it is no git repository or of a format
    ///   this version cannot read, `.permission` when it belongs to another user.
    package convenience init(openingAt path: String) throws(GitError) {
        try checkNoZeroByte(path, "open repository")
        if let plain = PlainRepository(at: path) {
            try self.init(plain.path, nil)
            return
        }
        do {
            try self.init(OpenRepository(path: path))
        } catch  where error.code == .notFound {
            guard unsafe access(path, F_OK) == 0 else { throw error.saying(.notFound, "there is no such folder") }
            throw error.saying(.invalid, "this is not a git repository")
        }
    }

    private convenience init(_ repository: consuming sending OpenRepository) throws(GitError) {
        try self.init(repository.path, .some(repository))
    }

    private init(_ path: String, _ handles: consuming sending OpenRepository?) throws(GitError) {
        packs = try PackStore(path + "/objects/pack")
        self.path = path
        self.handles = Mutex(handles)
    }

    /// How many objects were read since the repository was opened: an exact measure of work for tests.
    package var objectReads: Int { reads.load(ordering: .relaxed) }

    /// An object was read.
    func countRead() { reads.add(1, ordering: .relaxed) }

    /// Lets `body` use the handles while no other task does.
    func withHandles<Value: Sendable>(
        _ body: (inout OpenRepository) throws(GitError) -> Value
    ) throws(GitError) -> Value {
        try handles.withLock { (handles) throws(GitError) in
            var opened: OpenRepository
            if let known = handles.take() { opened = known } else { opened = try OpenRepository(path: path) }
            do throws(GitError) {
                let value = try body(&opened)
                handles = .some(opened)
                return value
            } catch {
                handles = .some(opened)
                throw error
            }
        }
    }

    /// Lets go of libgit2's handles, which are opened anew when next needed: packs that are gone are forgotten.
    func closeHandles() { handles.withLock { $0 = nil } }

    private static func create(at path: String) throws(GitError) -> Handle {
        var options = unsafe git_repository_init_options()
        try check(
            unsafe git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)),
            "create repository", subject: path)
        unsafe options.flags =
            GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
            | GIT_REPOSITORY_INIT_MKPATH.rawValue
        return try unsafe Handle("create repository", subject: path, freeing: git_repository_free) { result in
            unsafe "main".withCString { branch in
                unsafe options.initial_head = branch
                return unsafe git_repository_init_ext(&result, path, &options)
            }
        }
    }

    // A bare repository keeps no reflog unless told to; ours is the record of who moved the tip.
    private static func switchReflogsOn(_ repository: borrowing Handle) throws(GitError) {
        let pointer = unsafe repository.pointer
        let merged = try unsafe Handle("read settings", freeing: git_config_free) {
            unsafe git_repository_config(&$0, pointer)
        }
        let mergedPointer = unsafe merged.pointer
        let own = try unsafe Handle("read settings", freeing: git_config_free) {
            unsafe git_config_open_level(&$0, mergedPointer, GIT_CONFIG_LEVEL_LOCAL)
        }
        try check(unsafe git_config_set_bool(own.pointer, "core.logAllRefUpdates", 1), "write settings")
    }
}
