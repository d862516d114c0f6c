import Glibc

extension GitRepository {
    /// The lock files of references that are there at this moment, as paths from the repository's folder, sorted.
    ///
    /// Those of a writer at work among them; one that stays was left by a writer that died.
    package func lockFiles() throws(GitError) -> [String] {
        var found: [String] = []
        for name in ["HEAD.lock", "packed-refs.lock"] where unsafe access("\(path)/\(name)", F_OK) == 0 {
            found.append(name)
        }
        try collectLocks(below: "refs", into: &found)
        return found.sorted()
    }

    private func collectLocks(below folder: String, into found: inout [String]) throws(GitError) {
        for name in try FolderListing(path: "\(path)/\(folder)").names {
            var status = stat()
            let place = "\(folder)/\(name)"
            if name.hasSuffix(".lock") {
                found.append(place)
            } else if unsafe lstat("\(path)/\(place)", &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                try collectLocks(below: place, into: &found)
            }
        }
    }
}
