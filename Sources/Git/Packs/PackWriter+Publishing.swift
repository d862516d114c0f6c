import Glibc

extension PackWriter {
    /// Gives both files their names, the index last because it is what makes a pack visible, or neither.
    static func publish(
        _ pack: borrowing TemporaryFile, _ index: borrowing TemporaryFile, as name: String, in folder: String
    ) throws(GitError) {
        let isPackNew = try pack.link(as: name + ".pack")
        var isIndexNew = false
        do {
            isIndexNew = try index.link(as: name + ".idx")
            try synchronizeFolder(folder)
        } catch {
            // What was there before stays: it is the same pack, written earlier.
            if isIndexNew { unsafe _ = unlink("\(folder)/\(name).idx") }
            if isPackNew { unsafe _ = unlink("\(folder)/\(name).pack") }
            throw error
        }
    }

    /// Brings the names in a folder to the disk.
    static func synchronizeFolder(_ folder: String) throws(GitError) {
        let descriptor = try FileDescriptor("open folder", folder, O_RDONLY | O_DIRECTORY)
        guard fsync(descriptor.number) == 0 else {
            throw GitError(systemError: errno, "synchronize folder", path: folder)
        }
    }
}

extension GitRepository {
    /// Where packs lie.
    var packFolder: String { path + "/objects/pack" }
}
