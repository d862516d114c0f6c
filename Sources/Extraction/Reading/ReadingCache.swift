package import Facts
import FoundationEssentials

/// Readings that were made before, in a folder, by passage and extractor fingerprint.
///
/// Never needed for correctness: the folder may be deleted at any time, and an entry that is damaged counts as none. A
/// reading is one file, `<2 hex>/<62 hex>` by the SHA-256 of passage and fingerprint; it appears whole or not at all, so
/// several processes may share the folder.
package struct ReadingCache: Sendable {
    /// The folder; made when the first reading is kept.
    package let folder: String
    /// The files may have this many bytes together, as far as ``prune()`` is called.
    package let limit: Int

    /// The version of what is in a file.
    static let version = "reading/1"

    /// A cache in a folder.
    package init(in folder: String, limit: Int = 128 << 20) {
        (self.folder, self.limit) = (folder, limit)
    }

    /// The reading that was kept, or `nil` when there is none that is sound.
    package func reading(of passage: Passage, by extractor: ExtractorFingerprint) -> PassageReading? {
        let key = Self.key(passage, extractor)
        guard let data = FileManager.default.contents(atPath: path(of: key)) else { return nil }
        return Self.reading(in: Array(data), key: key)
    }

    /// Whether a reading is kept, sound or not.
    func hasReading(of passage: Passage, by extractor: ExtractorFingerprint) -> Bool {
        FileManager.default.fileExists(atPath: path(of: Self.key(passage, extractor)))
    }

    /// Keeps a reading in the place of any other of the same passage and extractor; the number of bytes it takes.
    ///
    /// - Throws: the system's error when the folder or the file cannot be written; nothing is lost then but time.
    @discardableResult
    package func keep(
        _ reading: PassageReading, of passage: Passage, by extractor: ExtractorFingerprint
    ) throws -> Int {
        let key = Self.key(passage, extractor)
        let bytes = Self.entry(reading.json, key: key).canonicalBytes
        let file = URL(filePath: path(of: key))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file, options: .atomic)
        return bytes.count
    }

    private func path(of key: Digest) -> String {
        "\(folder)/\(key.description.prefix(2))/\(key.description.dropFirst(2))"
    }
}

extension ReadingCache {
    private static func key(_ passage: Passage, _ extractor: ExtractorFingerprint) -> Digest {
        let content: JSONValue = .object([
            "annals": .string(version), "extractor": .string(extractor.description), "passage": passage.json,
        ])
        return .sha256(content.canonicalBytes)
    }

    private static func entry(_ reading: JSONValue, key: Digest) -> JSONValue {
        .object([
            "annals": .string(version), "key": .string(key.description), "reading": reading,
            "digest": .string(Digest.sha256(reading.canonicalBytes).description),
        ])
    }

    /// The reading in a file, or `nil` unless every byte is as it was written.
    private static func reading(in bytes: [UInt8], key: Digest) -> PassageReading? {
        guard let json = try? JSONParser.parse(bytes), let reading = json.object?["reading"],
            entry(reading, key: key).canonicalBytes == bytes
        else { return nil }
        return try? PassageReading(json: reading)
    }
}
