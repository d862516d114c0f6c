import Glibc

/// A folder that is built aside and then appears at its place in one step, whole and on the disk, or never.
package struct FolderPublication {
    /// Where it is built: beside its place.
    package let draft: String
    private let place: String

    /// A folder that is to appear at `place`, at which nothing may be then.
    package init(at place: String) {
        self.place = place
        draft = "\(place).new-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    }

    /// Brings what is in it to the disk and gives it its name.
    ///
    /// - Throws: `.exists` when something is there by now, else what the file system said; the draft is left as it is.
    package func publish() throws(GitError) {
        try synchronize(draft)
        guard unsafe rename(draft, place) == 0 else {
            let number = errno == ENOTEMPTY || errno == ENOTDIR ? EEXIST : errno
            throw GitError(systemError: number, "create folder", path: place)
        }
        let above = place.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(place[..<$0]) } ?? "."
        try synchronize(file: above.isEmpty ? "/" : above)
    }

    /// Removes the draft with all that is in it, as far as that can be done.
    package func abandon() { remove(draft) }

    private func synchronize(_ folder: String) throws(GitError) {
        for name in try FolderListing(path: folder).names {
            let path = "\(folder)/\(name)"
            if isFolder(path) { try synchronize(path) } else { try synchronize(file: path) }
        }
        try synchronize(file: folder)
    }

    private func synchronize(file path: String) throws(GitError) {
        let file = try FileDescriptor("open file", path, O_RDONLY)
        guard fsync(file.number) == 0 else { throw GitError(systemError: errno, "synchronize file", path: path) }
    }

    private func remove(_ folder: String) {
        for name in (try? FolderListing(path: folder).names) ?? [] {
            let path = "\(folder)/\(name)"
            if isFolder(path) { remove(path) } else { unsafe _ = unlink(path) }
        }
        unsafe _ = rmdir(folder)
    }

    private func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
