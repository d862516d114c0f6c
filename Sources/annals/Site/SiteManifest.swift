import Facts

/// What a site's folder holds, in a file of its own: each path with what it was made from and the digest of its bytes.
struct SiteManifest: Hashable {
    /// One file of the folder.
    struct File: Hashable {
        /// What it was made from; while that stays, so do the bytes.
        let key: String
        /// SHA-256 of the bytes.
        let digest: Digest?
        let size: Int

        /// A file that is about to be put in place.
        static let pending = File(key: "", digest: nil, size: 0)
    }

    /// The file's name in the folder.
    static let name = "site.json"
    private static let format = "site/1"

    var files: [String: File]

    init(files: [String: File] = [:]) { self.files = files }

    /// Reads the file, or returns `nil` when it is none.
    init?(_ bytes: [UInt8]) {
        guard let members = (try? JSONParser.parse(bytes))?.object, members["annals"]?.string == Self.format,
            let stored = members["files"]?.object
        else { return nil }
        files = stored.compactMapValues { value in
            guard let parts = value.array, parts.count == 3, let key = parts[0].string, let digest = parts[1].string,
                let size = parts[2].integer
            else { return nil }
            return File(key: key, digest: Digest(stored: digest), size: size)
        }
    }

    /// The file's bytes.
    var bytes: [UInt8] {
        let stored = files.mapValues {
            JSONValue.array([.string($0.key), .string($0.digest?.description ?? ""), .integer($0.size)])
        }
        return JSONValue.object(["annals": .string(Self.format), "files": .object(stored)]).canonicalBytes + [0x0A]
    }
}
