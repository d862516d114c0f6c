import Glibc

extension GitRepository {
    /// The name of a pack that does not end as its index says, or that is missing beside it; `nil` when all do.
    ///
    /// libgit2 passes over such a pack in silence, so that its objects seem never to have been there.
    func brokenPack() throws(GitError) -> String? {
        let names = try FolderListing(path: packFolder).names.filter { $0.hasSuffix(".idx") }
        return names.map { $0.dropLast(4) + ".pack" }.first { !isWhole(packFolder + "/" + $0.dropLast(5)) }
    }

    private func isWhole(_ path: String) -> Bool {
        // An index ends in the hash of its pack and its own; a pack ends in its hash.
        guard let index = end(of: path + ".idx", count: 40), let pack = end(of: path + ".pack", count: 20) else {
            return false
        }
        return index.prefix(20) == pack[...]
    }

    private func end(of path: String, count: Int) -> [UInt8]? {
        guard let file = try? FileDescriptor("open pack", path, O_RDONLY) else { return nil }
        return file.readEnd(count)
    }
}
