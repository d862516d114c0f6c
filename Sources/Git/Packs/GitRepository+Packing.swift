import Glibc

extension GitRepository {
    /// Puts packs together where there are so many of a size that reading suffers, and returns whether it did.
    ///
    /// Later versions of a file become deltas to earlier ones. The new pack is on the disk before an old one goes; who reads
    /// meanwhile finds every object in the one or the others. The caller holds the ``WriteLock``.
    /// - Parameter all: puts all packs into one, however few there are.
    /// - Throws: `.damaged` when an object is not as it was written: then everything stays as it is.
    package func rollPacks(all: Bool = false) throws(GitError) -> Bool {
        let packs = try rollablePacks()
        let due = all && packs.count > 1 ? Array(packs.indices) : PackTiers.due(packs.map(\.objects))
        guard due.count > 1 else { return false }
        let names = due.map { packs[$0].name }
        let new = try PackRoller(names, in: self).roll()
        try remove(names.filter { $0 != new })
        closeHandles()
        return true
    }

    /// The packs that may be put together, by name, with how many objects each has.
    ///
    /// Not those that somebody marked to be kept, or that git handles apart.
    private func rollablePacks() throws(GitError) -> [(name: String, objects: Int)] {
        let files = Set(try FolderListing(path: packFolder).names)
        return files.filter { $0.hasPrefix("pack-") && $0.hasSuffix(".idx") }.map { String($0.dropLast(4)) }.filter {
            name in
            files.contains(name + ".pack") && ![".keep", ".promisor", ".mtimes"].contains { files.contains(name + $0) }
        }.sorted().map { ($0, objectCount(ofIndex: "\(packFolder)/\($0).idx")) }
    }

    /// How many objects an index of this size has, give or take those beyond two gigabytes.
    private func objectCount(ofIndex path: String) -> Int {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return 0 }
        return max(0, (Int(status.st_size) - 1072) / 28)
    }

    /// Removes packs whose objects are all in another.
    private func remove(_ names: [String]) throws(GitError) {
        // It may name the packs that go; git makes it anew when asked to.
        unsafe _ = unlink("\(packFolder)/multi-pack-index")
        // The indexes first, for good: a pack without one is invisible, an index without its pack is an error.
        for endings in [[".idx"], [".rev", ".bitmap", ".pack"]] {
            for name in names {
                for ending in endings { try remove("\(packFolder)/\(name)\(ending)") }
            }
            try PackWriter.synchronizeFolder(packFolder)
        }
    }

    private func remove(_ path: String) throws(GitError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else {
            throw GitError(systemError: errno, "remove pack", path: path)
        }
    }
}
