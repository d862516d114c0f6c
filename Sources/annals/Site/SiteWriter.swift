import Facts
import FoundationEssentials
import Rendering
import Web

/// Writes the files of a site that are not there yet into a draft.
struct SiteWriter {
    private let site: Site
    private let draft: String
    private let known: SiteManifest
    /// What the folder will hold.
    private(set) var manifest = SiteManifest()
    /// The paths that wait in the draft, the manifest last.
    private(set) var written: [String] = []

    init(_ site: Site, into draft: String, known: SiteManifest) {
        (self.site, self.draft, self.known) = (site, draft, known)
    }

    mutating func writeAll() throws {
        let progress = Progress("writing", total: site.paths.count, of: "pages")
        defer { progress.end() }
        try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
        for path in site.paths where path != Site.checksumsPath {
            try write(path)
            progress.advance()
        }
        let digests = site.downloads.map { path in
            (path: path, digest: Digest(stored: manifest.files[path]?.digest ?? ""))
        }
        try put(site.checksums(digests), at: Site.checksumsPath)
        try save(manifest.bytes, at: SiteManifest.name)
    }

    /// A file whose key is known is left as it is.
    private mutating func write(_ path: String) throws {
        guard let key = site.key(of: path) else { return }
        if let file = known.files[path], file.key == key {
            manifest.files[path] = file
        } else if let file = try site.file(at: path) {
            try put(file, at: path)
        }
    }

    /// Bytes that are there already are not written again.
    private mutating func put(_ file: SiteFile, at path: String) throws {
        let new = SiteManifest.File(
            key: site.key(of: path) ?? "", digest: Digest.sha256(file.bytes).description, size: file.bytes.count)
        manifest.files[path] = new
        if known.files[path]?.digest != new.digest { try save(file.bytes, at: path) }
    }

    private mutating func save(_ bytes: [UInt8], at path: String) throws {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        if !folder.isEmpty {
            try FileManager.default.createDirectory(atPath: "\(draft)/\(folder)", withIntermediateDirectories: true)
        }
        guard FileManager.default.createFile(atPath: "\(draft)/\(path)", contents: Data(bytes)) else {
            throw Failure.siteFile("\(draft)/\(path)")
        }
        written.append(path)
    }

    /// How many files and bytes the site has, and how many were written.
    var result: SiteFolder.Result {
        .init(
            files: manifest.files.count, bytes: manifest.files.values.map(\.size).reduce(0, +),
            written: written.count { $0 != SiteManifest.name })
    }
}
