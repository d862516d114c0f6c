import Glibc

/// Packs are put together in two places. What is small is done by whoever records, before the lock is let go of: it takes
/// milliseconds. What is large nobody should wait for: ``rollPacks(all:patience:)`` runs beside whoever records, without the
/// ``WriteLock``, for which it would have to wait for ever where somebody records all the time. Neither can hurt the other:
///
/// - Packs never change, and are read where the kernel has them: one that goes meanwhile is read to its end.
/// - A pack has no name before it is whole and on the disk, and another goes only after one with all its objects has its name
///   for good. So at any moment, and wherever a process is killed, every object is in some pack.
/// - A pack that came since stays. One that was made meanwhile of packs that are in the new one too stays until the next time.
extension GitRepository {
    /// The setting that says, when it is false, that packs are put together only when somebody asks for it.
    package static let packsBySetting = "annals.autoPack"

    /// What a recording waits for, in bytes of all the packs that become one.
    private static let small = 8 << 20

    /// Puts small packs together where there are so many of a size that reading suffers.
    ///
    /// The caller holds the ``WriteLock``.
    /// - Returns: whether more is due than a recording should wait for, and nobody is at it, or failed to do it today.
    /// - Throws: like ``rollPacks(all:patience:)``.
    package func rollSmallPacks() throws(GitError) -> Bool {
        var packs = try rollablePacks()
        guard !PackPlan(packs).due().isEmpty, try isPackingAutomatic else { return false }
        let due = PackPlan(packs).due(atMost: Self.small)
        if due.count > 1 {
            try put(PackRoller(due, in: self).roll(), inPlaceOf: due)
            packs = try rollablePacks()
        }
        return PackPlan(packs).due().count > 1 && !PackLock.isBarred(on: self)
    }

    /// Puts packs together where that is due, and returns whether it was.
    ///
    /// Later versions of a file become deltas to earlier ones. The new pack is on the disk before an old one goes; who reads
    /// meanwhile finds every object in the one or the others. Others may record meanwhile.
    /// - Parameters:
    ///   - all: puts all packs into one, however few there are.
    ///   - patience: how long to wait for another who does the same.
    /// - Throws: `.damaged` when an object is not as it was written, `.locked` when another was at it all the time: then
    ///   everything stays as it is.
    package func rollPacks(all: Bool = false, patience: Duration = .seconds(10)) throws(GitError) -> Bool {
        let lock = try PackLock(on: self, patience: patience)
        do throws(GitError) {
            AbandonedDrafts(of: path).remove()
            let isDone = try rollUntilAllIsWell(all: all)
            lock.release(after: nil)
            return isDone
        } catch {
            lock.release(after: error)
            throw error
        }
    }

    private func rollUntilAllIsWell(all: Bool) throws(GitError) -> Bool {
        var isDone = false
        while case let due = try all && !isDone ? rollablePacks() : PackPlan(rollablePacks()).due(), due.count > 1 {
            let roller: PackRoller
            do throws(GitError) {
                roller = try PackRoller(due, in: self)
            } catch {
                // Whoever records may have put some of them together just now.
                guard try Set(rollablePacks()).isSuperset(of: due) else { continue }
                throw error
            }
            try put(roller.roll(), inPlaceOf: due)
            isDone = true
        }
        return isDone
    }

    /// Whether packs are put together without being asked for.
    private var isPackingAutomatic: Bool {
        get throws(GitError) {
            try !["false", "no", "off", "0"].contains(setting(Self.packsBySetting)?.lowercased() ?? "true")
        }
    }

    /// The packs that may be put together; half-written ones of processes that died are removed.
    ///
    /// Not those that somebody marked to be kept, or that git handles apart.
    private func rollablePacks() throws(GitError) -> [PackPlan.Pack] {
        let files = Set(try FolderListing(path: packFolder).names)
        AbandonedPacks(of: self).remove(among: files)
        return files.filter { $0.hasPrefix("pack-") && $0.hasSuffix(".idx") }.map { String($0.dropLast(4)) }.filter {
            name in
            files.contains(name + ".pack") && ![".keep", ".promisor", ".mtimes"].contains { files.contains(name + $0) }
        }.sorted().map { name in
            // The size of an index says how many objects it has, give or take those beyond two gigabytes.
            let objects = max(0, (size(of: "\(name).idx") - 1072) / 28)
            return PackPlan.Pack(name: name, objects: objects, bytes: size(of: "\(name).pack"))
        }
    }

    private func size(of name: String) -> Int {
        var status = stat()
        return unsafe lstat("\(packFolder)/\(name)", &status) == 0 ? Int(status.st_size) : 0
    }

    /// Gives a new pack its name, and removes those whose objects are all in it.
    private func put(_ pack: consuming SealedPack, inPlaceOf old: [PackPlan.Pack]) throws(GitError) {
        let name = pack.name
        try pack.publish()
        try remove(old.map(\.name).filter { $0 != name })
        packs.refresh()
        closeHandles()
    }

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
