import CLibgit2
import Glibc

extension GitRepository {
    /// The ids of all objects, packed or loose, each once, sorted.
    package func allObjects() throws(GitError) -> [ObjectID] {
        do throws(GitError) {
            try refresh()
            return try withHandles { (open) throws(GitError) in try open.allObjects().sorted() }
        } catch {
            // A pack that goes while libgit2 looks at it fails everything: once more, knowing nothing.
            closeHandles()
            return try withHandles { (open) throws(GitError) in try open.allObjects().sorted() }
        }
    }

    /// How many packs the repository consists of.
    package func packCount() throws(GitError) -> Int {
        try FolderListing(path: packFolder).names.count { $0.hasSuffix(".pack") }
    }

    /// The sizes of the packs in bytes, without their indexes, in the order of their names.
    package func packSizes() throws(GitError) -> [Int] {
        var sizes: [Int] = []
        for name in try FolderListing(path: packFolder).names where name.hasSuffix(".pack") {
            sizes.append(Int(try FileDescriptor("open pack", "\(packFolder)/\(name)", O_RDONLY).size ?? 0))
        }
        return sizes
    }
}

extension OpenRepository {
    fileprivate func allObjects() throws(GitError) -> Set<ObjectID> {
        var found: Set<ObjectID> = []
        let status = unsafe withUnsafeMutablePointer(to: &found) { found in
            unsafe git_odb_foreach(
                database.pointer,
                { id, payload in
                    guard let id = unsafe id, let payload = unsafe payload else { return GIT_EUSER.rawValue }
                    unsafe payload.assumingMemoryBound(to: Set<ObjectID>.self).pointee.insert(ObjectID(id.pointee))
                    return 0
                }, found)
        }
        try check(status, "list objects")
        return found
    }
}
