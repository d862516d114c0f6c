import FoundationEssentials
import Glibc
import SystemPackage

extension ReadingCache {
    /// Deletes readings, those kept longest ago first, until three quarters of the limit are left, when there are more than
    /// the limit; the number of files that are gone.
    ///
    /// Lists every file. What another process deletes meanwhile counts as gone.
    @discardableResult
    package func prune() -> Int {
        var files = files()
        var total = files.reduce(0) { $0 + $1.size }
        guard total > limit else { return 0 }
        files.sort { ($0.second, $0.nanosecond, $0.path) < ($1.second, $1.nanosecond, $1.path) }
        var deleted = 0
        for file in files where total > limit / 4 * 3 {
            try? FileManager.default.removeItem(atPath: file.path)
            total -= file.size
            deleted += 1
        }
        return deleted
    }

    /// A file of the cache, also one that a process left half written when it was killed.
    private struct File {
        let path: String
        let size: Int
        let second: Int
        let nanosecond: Int
    }

    private func files() -> [File] {
        list(folder).flatMap { list("\(folder)/\($0)", as: "\(folder)/\($0)/") }.compactMap { path in
            guard let status = try? Stat(FilePath(path), followTargetSymlink: false), status.type == .regular else {
                return nil
            }
            let time = status.st_mtim
            return File(path: path, size: Int(status.size), second: time.tv_sec, nanosecond: time.tv_nsec)
        }
    }

    private func list(_ folder: String, as prefix: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { prefix + $0 }
    }
}
