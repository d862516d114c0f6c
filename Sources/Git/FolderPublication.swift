import Glibc

/// A folder that is built aside and then appears at its place in one step, whole and on the disk, or never.
///
/// As long as it is built its `flock(2)` is held, so that nobody takes it for one whose builder died.
package struct FolderPublication: ~Copyable {
    /// Where it is built: beside its place.
    package let draft: String
    private let place: String
    private let file: FileDescriptor

    /// Makes a folder that is to appear at `place`, at which nothing may be then; those above it are made when they are missing.
    ///
    /// Drafts for the same place whose builders died are removed.
    /// - Throws: what the file system said, with the path.
    package init(at place: String) throws(GitError) {
        AbandonedDrafts(of: place).remove()
        let draft = "\(place).\(AbandonedDrafts.mark)\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        try FolderPublication.make(draft)
        let file = try FileDescriptor("create folder", draft, O_RDONLY | O_DIRECTORY)
        try file.lock(patience: .zero, draft, because: "another process holds it")
        self.place = place
        self.draft = draft
        self.file = file
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
        try synchronize(file: FolderListing.folder(of: place))
    }

    /// Removes the draft with all that is in it, as far as that can be done.
    package func abandon() { FolderListing.removeAll(in: draft) }

    private static func make(_ folder: String) throws(GitError) {
        if unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, FolderListing.folder(of: folder) != folder else {
            throw GitError(systemError: errno, "create folder", path: folder)
        }
        try make(FolderListing.folder(of: folder))
        guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else {
            throw GitError(systemError: errno, "create folder", path: folder)
        }
    }

    private func synchronize(_ folder: String) throws(GitError) {
        for name in try FolderListing(path: folder).names {
            let path = "\(folder)/\(name)"
            if FolderListing.isFolder(path) { try synchronize(path) } else { try synchronize(file: path) }
        }
        try synchronize(file: folder)
    }

    private func synchronize(file path: String) throws(GitError) {
        let file = try FileDescriptor("open file", path, O_RDONLY)
        guard fsync(file.number) == 0 else { throw GitError(systemError: errno, "synchronize file", path: path) }
    }
}
