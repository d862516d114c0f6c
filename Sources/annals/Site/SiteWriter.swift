import Dispatch
import Facts
import Rendering
import Synchronization
import SystemPackage
import Web

/// Writes the files of a site that are not there yet into a draft.
struct SiteWriter {
    private let site: Site
    private let draft: String
    private let known: SiteManifest
    private var folders: Set<String> = []
    /// What the folder will hold.
    private(set) var manifest = SiteManifest()
    /// The paths that wait in the draft, the manifest last.
    private(set) var written: [String] = []

    init(_ site: Site, into draft: String, known: SiteManifest) {
        (self.site, self.draft, self.known) = (site, draft, known)
    }

    /// Files that are made at a time, and kept until they are written.
    private static let batch = 64

    mutating func writeAll() throws {
        try makeFolder(draft)
        var due: [String] = []
        for path in site.paths where path != Site.checksumsPath {
            guard let key = site.key(of: path) else { continue }
            // A file whose key is known is left as it is.
            if let file = known.files[path], file.key == key { manifest.files[path] = file } else { due.append(path) }
        }
        try write(due)
        let digests = site.downloads.compactMap { path in
            manifest.files[path]?.digest.map { (path: path, digest: $0) }
        }
        try put(site.checksums(digests), at: Site.checksumsPath)
        try save(manifest.bytes, at: SiteManifest.name)
    }

    private mutating func write(_ paths: [String]) throws {
        let progress = Progress("writing", total: paths.count, of: "pages")
        defer { progress.end() }
        for start in stride(from: 0, to: paths.count, by: Self.batch) {
            let batch = Array(paths[start..<min(start + Self.batch, paths.count)])
            for (path, file) in zip(batch, try files(batch)) {
                if let file { try put(file, at: path) }
                progress.advance()
            }
        }
    }

    /// The files at some paths, as many made at a time as there are processors.
    private func files(_ paths: [String]) throws -> [SiteFile?] {
        let results = Mutex<[Result<SiteFile?, any Error>]>(Array(repeating: .success(nil), count: paths.count))
        DispatchQueue.concurrentPerform(iterations: paths.count) { [site] index in
            let result = Result { try site.file(at: paths[index]) }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { $0 }.map { try $0.get() }
    }

    /// Bytes that are there already are not written again.
    private mutating func put(_ file: SiteFile, at path: String) throws {
        let new = SiteManifest.File(
            key: site.key(of: path) ?? "", digest: .sha256(file.bytes), size: file.bytes.count)
        manifest.files[path] = new
        if known.files[path]?.digest != new.digest { try save(file.bytes, at: path) }
    }

    private mutating func save(_ bytes: [UInt8], at path: String) throws {
        try makeFolder(([draft] + path.split(separator: "/").dropLast().map(String.init)).joined(separator: "/"))
        try SiteFolder.write(bytes, to: "\(draft)/\(path)")
        written.append(path)
    }

    private mutating func makeFolder(_ path: String) throws {
        guard folders.insert(path).inserted else { return }
        try SiteFolder.makeFolder(path)
    }

    /// How many files and bytes the site has, and how many were written.
    var result: SiteFolder.Result {
        .init(
            files: manifest.files.count, bytes: manifest.files.values.map(\.size).reduce(0, +),
            written: written.count { $0 != SiteManifest.name })
    }
}
