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
