import Glibc

/// The lock files that writers left behind when they were killed: those of references, older than our own lock.
///
/// No other user of our lock can own them, but a git command might. Git holds such a lock for milliseconds, so a
/// fresh one is first given a second to go away.
struct StaleLocks {
    private let folder: String
    private let heldSince: FileTime

    private static let grace = Duration.seconds(1)

    /// The stale lock files in the repository at `folder`, for a writer that got its own lock at `heldSince`.
    init(in folder: String, heldSince: FileTime) {
        self.folder = folder
        self.heldSince = heldSince
    }

    /// Removes them.
    func remove() throws(GitError) {
        for path in try ["HEAD.lock", "packed-refs.lock"].map({ "\(folder)/\($0)" }) + locks(below: "\(folder)/refs") {
            guard waitUntilStale(path) else { continue }
            guard unsafe unlink(path) == 0 || errno == ENOENT else {
                throw GitError(systemError: errno, "remove stale lock", path: path)
            }
        }
    }

    /// Whether the file is still there, unchanged, a second after it was written.
    private func waitUntilStale(_ path: String) -> Bool {
        guard let time = FileTime(ofFileAt: path), time <= heldSince else { return false }
        var age = heldSince.duration(since: time)
        while age < StaleLocks.grace {
            suspend(for: .milliseconds(25))
            age += .milliseconds(25)
            guard FileTime(ofFileAt: path) == time else { return false }
        }
        return true
    }

    // No reference may have a name that ends in ".lock" (git-check-ref-format).
    private func locks(below folder: String) throws(GitError) -> [String] {
        var locks: [String] = []
        for name in try FolderListing(path: folder).names {
            let path = "\(folder)/\(name)"
            if name.hasSuffix(".lock") {
                locks.append(path)
            } else if FolderListing.isFolder(path) {
                locks += try self.locks(below: path)
            }
        }
        return locks
    }
}
