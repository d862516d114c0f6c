import Glibc

/// The names in a folder, without `.` and `..`, sorted by their bytes.
struct FolderListing {
    let names: [String]

    /// Reads the names in the folder at `path`.
    init(path: String) throws(GitError) {
        guard let folder = unsafe opendir(path) else {
            throw GitError(systemError: errno, "list folder", path: path)
        }
        defer { unsafe _ = closedir(folder) }
        var names: [String] = []
        errno = 0
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw GitError(systemError: errno, "list folder", path: path) }
        self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// What is done with folders by path.
extension FolderListing {
    /// Whether a folder, and no link to one, is at a path.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The folder in which a path ends.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Removes a folder with all that is in it, as far as that can be done.
    static func removeAll(in folder: String) {
        for name in (try? FolderListing(path: folder).names) ?? [] {
            let path = "\(folder)/\(name)"
            if isFolder(path) { removeAll(in: path) } else { unsafe _ = unlink(path) }
        }
        unsafe _ = rmdir(folder)
    }
}
