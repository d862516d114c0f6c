import Facts
import FoundationEssentials
import Glibc
import Rendering
import SystemPackage
import Web

/// The folder that a site is written into.
///
/// What is new is written aside first and moved to its place when all of it is there. A folder that is new comes into being at once. In
/// one that holds a site already, files are moved in such an order that no link leads nowhere at any moment: pages that are new, then
/// those that changed, the lists that name them, the front page and the feeds, and what is no more is removed last. For that moment an
/// old page may stand beside a new one; to put a whole folder in the place of the other would hide whatever else it holds, such as
/// `.git`. A folder that holds anything else is left alone.
struct SiteFolder {
    /// How much was done.
    struct Result: Hashable {
        var files = 0
        var bytes = 0
        var written = 0
        var removed = 0
    }

    private let path: String
    private let manager = FileManager.default

    init(_ path: String) { self.path = path }

    /// Writes a site: all its files where the folder is new, else those that were made from something else than now.
    func write(_ site: Site, anew: Bool) throws -> Result {
        let stored = try manifest()
        let present = try check(stored)
        let known = stored.map { whole($0, present) }
        let draft =
            known == nil ? "\(path).new-\(ProcessInfo.processInfo.processIdentifier)" : "\(path)/\(Self.draftName)"
        try? manager.removeItem(atPath: draft)
        defer { try? manager.removeItem(atPath: draft) }
        var writer = SiteWriter(site, into: draft, known: anew ? SiteManifest() : known ?? SiteManifest())
        try writer.writeAll()
        try place(writer, draft, known)
        var result = writer.result
        result.removed = Set((known ?? SiteManifest()).files.keys).subtracting(writer.manifest.files.keys).count
        return result
    }

    /// Where files wait in a folder that has a site already.
    private static let draftName = ".annals-new"

    private func manifest() throws -> SiteManifest? {
        guard let data = manager.contents(atPath: "\(path)/\(SiteManifest.name)") else { return nil }
        return SiteManifest(Array(data))
    }

    // MARK: what is there

    /// What there is of a site; what somebody took away is not there, and what is cut short is to be made anew.
    private func whole(_ stored: SiteManifest, _ present: Set<String>) -> SiteManifest {
        let files = stored.files.filter { present.contains($0.key) }
        return SiteManifest(
            files: Dictionary(
                uniqueKeysWithValues: files.map { name, file in
                    var status = stat()
                    let isWhole = stat("\(path)/\(name)", &status) == 0 && Int(status.st_size) == file.size
                    return (name, isWhole ? file : .pending)
                }))
    }

    /// Refuses a folder with files that no site of ours put there; hidden ones beside the site, such as `.git`, may be.
    ///
    /// - Returns: everything that is in it.
    private func check(_ known: SiteManifest?) throws -> Set<String> {
        var isFolder = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder else { throw Failure.siteFolder(path, ["it is a file"]) }
        let ours = Set(known.map { Array($0.files.keys) + [SiteManifest.name] } ?? [])
        let present = try manager.subpathsOfDirectory(atPath: path)
        let foreign = present.filter { name in
            var isFolder = false
            let isHidden = name.hasPrefix(".")
            return !isHidden && !ours.contains(name)
                && manager.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) && !isFolder
        }
        guard foreign.isEmpty else { throw Failure.siteFolder(path, foreign.sorted()) }
        return Set(present)
    }

    // MARK: putting in place

    private func place(_ writer: SiteWriter, _ draft: String, _ known: SiteManifest?) throws {
        guard let known else {
            // An empty folder may stand in the way; one that is not empty was refused.
            _ = rmdir(path)
            return try move(draft, path)
        }
        // Should this end half-way, the next run knows whose the files are, and that they are to be made anew.
        let pages = writer.written.filter { $0 != SiteManifest.name }
        let pending = SiteManifest(
            files: known.files.merging(pages.map { ($0, SiteManifest.File.pending) }) { _, new in new })
        try save(pending)
        for name in writer.written.sorted(by: { order($0, known) < order($1, known) }) {
            try move("\(draft)/\(name)", "\(path)/\(name)")
        }
        for name in known.files.keys where writer.manifest.files[name] == nil { _ = unlink("\(path)/\(name)") }
    }

    /// When a file is moved to its place: what leads to others comes after them.
    private func order(_ name: String, _ known: SiteManifest) -> (Int, String) {
        if name == SiteManifest.name { return (4, name) }
        if known.files[name] == nil { return (0, name) }
        if name == "index.html" || name.hasPrefix("feed.") { return (3, name) }
        return (name.contains("/") ? 1 : 2, name)
    }

    private func save(_ manifest: SiteManifest) throws {
        let draft = "\(path)/\(Self.draftName)/pending.json"
        try Self.write(manifest.bytes, to: draft)
        try move(draft, "\(path)/\(SiteManifest.name)")
    }

    /// Writes a file.
    ///
    /// Nobody waits for the disk: what a loss of power cuts short is told by its size, and made anew.
    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try file.closeAfter { _ = try file.writeAll(bytes) }
        } catch {
            throw Failure.siteFile(path)
        }
    }

    /// Makes a folder, and those above it, where it is not there.
    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure.siteFile(path)
        }
    }

    private func move(_ from: String, _ to: String) throws {
        let folder = to.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        if !folder.isEmpty { try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        guard rename(from, to) == 0 else { throw Failure.siteFile(to) }
    }
}

extension Failure {
    static func siteFolder(_ path: String, _ foreign: [String]) -> Failure {
        let shown = foreign.prefix(3).map { visible($0) }
        let rest = foreign.count - shown.count
        return Failure(
            message: "\(visible(path)) holds something else than a site of annals; it was left as it is",
            causes: shown + (rest > 0 ? ["and \(rest) more"] : []), hint: "name another folder, or move these away")
    }

    static func siteFile(_ path: String) -> Failure {
        Failure(
            message: "\(visible(path)) cannot be written: \(String(cString: strerror(errno)))",
            hint: "check who owns the folder and whether there is room")
    }
}
