import Facts
import Synchronization

/// The digests of files by what they were made from, so that a file need not be made to tell its digest once more.
package final class KnownDigests: Sendable {
    private let known = Mutex<[String: Digest]>([:])

    /// None yet.
    package init() {}

    /// The digest of a file, which is made when that is not known.
    func digest(_ key: String, of file: () throws -> [UInt8]) rethrows -> Digest {
        if let digest = known.withLock({ $0[key] }) { return digest }
        let digest = Digest.sha256(try file())
        known.withLock { $0[key] = digest }
        return digest
    }
}
