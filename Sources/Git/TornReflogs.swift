import Glibc

/// The logs of references whose last line was cut short when its writer died: the next line would be lost with it.
///
/// Git writes the line before it moves the reference, so nothing that anybody was told of rests on half a line.
struct TornReflogs {
    private let paths: [String]

    /// The logs of `references` in the repository at `folder`.
    init(in folder: String, of references: [String]) { paths = references.map { "\(folder)/logs/\($0)" } }

    /// Takes the half lines away; to be called by who holds the write lock.
    func mend() throws(GitError) {
        for path in paths {
            var status = stat()
            guard unsafe stat(path, &status) == 0, status.st_size > 0 else { continue }
            try mend(path, Int(status.st_size))
        }
    }

    private func mend(_ path: String, _ size: Int) throws(GitError) {
        let file = try FileDescriptor("mend reflog", path, O_RDWR)
        guard file.readEnd(1) != [UInt8(ascii: "\n")] else { return }
        guard let bytes = file.read(size, at: 0) else { throw GitError(systemError: errno, "mend reflog", path: path) }
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        guard ftruncate(file.number, off_t(whole)) == 0, fsync(file.number) == 0 else {
            throw GitError(systemError: errno, "mend reflog", path: path)
        }
    }
}
