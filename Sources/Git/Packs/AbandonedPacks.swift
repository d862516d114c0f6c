import Glibc

/// Half-written packs that processes left when they were killed: those of libgit2 while it fetches, and of others where a file
/// must have a name.
///
/// Nobody holds a lock on them that could be asked for, so their age decides: who writes a pack writes all the time.
struct AbandonedPacks {
    private let folder: String
    private static let starts = ["pack_git2_", "tmp_pack_", "tmp_idx_"]
    private static let age = 3600

    /// Those among the packs of a repository.
    init(of repository: GitRepository) { folder = repository.packFolder }

    /// The names of those that nobody wrote to for an hour, of all names in the folder.
    func names(among names: some Sequence<String>) -> [String] {
        var now = timespec()
        guard unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else { return [] }
        return names.filter { name in
            var status = stat()
            guard Self.starts.contains(where: name.hasPrefix), unsafe lstat("\(folder)/\(name)", &status) == 0 else {
                return false
            }
            return now.tv_sec - status.st_mtim.tv_sec > Self.age
        }
    }

    /// Removes them, as far as that can be done.
    func remove(among names: some Sequence<String>) {
        for name in self.names(among: names) { unsafe _ = unlink("\(folder)/\(name)") }
    }
}
