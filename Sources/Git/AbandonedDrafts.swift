import Glibc

/// Drafts of a folder that processes left beside its place when they were killed; see ``FolderPublication``.
struct AbandonedDrafts {
    /// What stands between the name of the place and what tells drafts apart.
    static let mark = "new-"
    /// Between making a folder and taking its lock a builder may be held up for so long.
    private static let grace = 60

    private let place: String

    /// The drafts of the folder that is to stand at a path.
    init(of place: String) { self.place = place }

    /// The paths of those whose builders are gone, sorted.
    var paths: [String] {
        let above = FolderListing.folder(of: place)
        let start = (place.split(separator: "/").last ?? "") + "." + Self.mark
        let names = (try? FolderListing(path: above).names) ?? []
        return names.filter { $0.hasPrefix(start) }.map { "\(above)/\($0)" }.filter(isAbandoned)
    }

    /// Removes them, as far as that can be done.
    func remove() { for path in paths { FolderListing.removeAll(in: path) } }

    private func isAbandoned(_ path: String) -> Bool {
        guard let file = try? FileDescriptor("open folder", path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
            return false
        }
        var (status, now) = (stat(), timespec())
        guard unsafe fstat(file.number, &status) == 0, unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else {
            return false
        }
        return now.tv_sec - status.st_mtim.tv_sec > Self.grace && flock(file.number, LOCK_EX | LOCK_NB) == 0
    }
}
