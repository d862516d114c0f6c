import Glibc

/// What a reference stood for before and after each of its moves, oldest first, as git keeps it beside the reference.
package struct Reflog: Hashable, Sendable {
    /// One move.
    package struct Entry: Hashable, Sendable {
        /// The object it stood for; `nil` when there was no such reference.
        package let before: ObjectID?
        /// The object it stood for from then on; `nil` when it was deleted.
        package let after: ObjectID?
        /// Who moved it, and when.
        package let who: Signature
        /// What was said of it; one line, may be empty.
        package let message: String
    }

    /// The moves, oldest first, without those that do not read.
    package private(set) var entries: [Entry] = []
    /// The numbers of the lines that do not read, from 1.
    package private(set) var damagedLines: [Int] = []
    /// Whether the last line has no end: its writer died over it.
    package let isCutShort: Bool

    /// The log stored as `bytes`.
    package init(parsing bytes: [UInt8]) {
        isCutShort = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        for (index, line) in lines.enumerated() {
            if let entry = Entry(parsing: line) { entries.append(entry) } else { damagedLines.append(index + 1) }
        }
    }
}

extension Reflog.Entry {
    /// Reads `before after who`, then a tab and the message when there is one.
    fileprivate init?(parsing line: ArraySlice<UInt8>) {
        let text = String(decoding: line, as: UTF8.self)
        let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        let words = parts[0].split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count == 3, let before = ObjectID(hex: words[0]), let after = ObjectID(hex: words[1]),
            let who = Signature(parsing: words[2])
        else { return nil }
        self.before = before.isZero ? nil : before
        self.after = after.isZero ? nil : after
        self.who = who
        message = parts.count > 1 ? String(parts[1]) : ""
    }
}

extension ObjectID {
    fileprivate var isZero: Bool { bytes.allSatisfy { $0 == 0 } }
}

extension GitRepository {
    /// Whether a reference has a file of its own, and does not only stand among the packed ones.
    package func hasOwnFile(_ name: String) throws(GitError) -> Bool {
        try checkNoZeroByte(name, "read reference")
        return unsafe access("\(path)/\(name)", F_OK) == 0
    }

    /// What git keeps of the moves of a reference; empty when it keeps nothing.
    ///
    /// - Throws: what the file system said, with the path.
    package func reflog(of name: String) throws(GitError) -> Reflog {
        try checkNoZeroByte(name, "read reflog")
        let path = "\(path)/logs/\(name)"
        guard unsafe access(path, F_OK) == 0 else { return Reflog(parsing: []) }
        let file = try FileDescriptor("read reflog", path, O_RDONLY)
        var status = stat()
        guard unsafe fstat(file.number, &status) == 0, let bytes = file.read(Int(status.st_size), at: 0) else {
            throw GitError(systemError: errno, "read reflog", path: path)
        }
        return Reflog(parsing: bytes)
    }
}
