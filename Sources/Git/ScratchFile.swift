import Synchronization

/// A file for what does not fit into memory, without a name and gone with its owner.
package final class ScratchFile: Sendable {
    private let file: TemporaryFile
    private let end = Mutex<UInt64>(0)

    /// Makes a file on the disk of `repository`.
    package init(in repository: GitRepository) throws(GitError) { file = try TemporaryFile(in: repository.packFolder) }

    /// Writes bytes behind all others, and returns where they start.
    package func append(_ bytes: [UInt8]) throws(GitError) -> UInt64 {
        let start = end.withLock { end in
            defer { end += UInt64(bytes.count) }
            return end
        }
        try file.write(bytes, at: start)
        return start
    }

    /// Reads what was written at some places, one after the other.
    ///
    /// - Parameter room: for so many bytes more that are to be appended.
    package func read(_ parts: [(start: UInt64, count: Int)], room: Int) throws(GitError) -> [UInt8] {
        let count = parts.reduce(0) { $0 + $1.count }
        let bytes = try file.read(parts, room: room)
        guard bytes.count == count else { throw GitError(.other, "read file", "the file is shorter than written") }
        return bytes
    }
}
