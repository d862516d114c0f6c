/// A folder as git stores it: uniquely named entries in git's order.
package struct Tree: Hashable, Sendable {
    /// The entries, sorted by the bytes of their names with a folder's name taken to end in a slash.
    package private(set) var entries: [TreeEntry]

    /// The folder of the given entries, which may come in any order.
    ///
    /// - Throws: `.invalid` when two entries share a name or a name is not allowed, see
    ///   ``TreeEntry/isAllowed(name:)``.
    package init(_ entries: some Sequence<TreeEntry>) throws(GitError) {
        let sorted = entries.sorted { $0.precedes($1) }
        try Tree.checkNames(sorted, "make tree")
        self.entries = sorted
    }

    /// The folder stored as `bytes`.
    ///
    /// - Throws: `.damaged` when the bytes are not a tree in git's form and order, `.invalid` when a name is not
    ///   UTF-8 or forbidden.
    package init(parsing bytes: [UInt8]) throws(GitError) {
        var parser = TreeParser(bytes)
        var entries: [TreeEntry] = []
        while let entry = try parser.next() {
            if let last = entries.last, !last.precedes(entry) {
                throw GitError(.damaged, "parse tree", subject: entry.name, "the entry is out of order")
            }
            entries.append(entry)
        }
        try Tree.checkNames(entries, "parse tree")
        self.entries = entries
    }

    /// The entry of that name, compared byte by byte; `nil` when there is none.
    package subscript(name: String) -> TreeEntry? {
        // Not by bisection: the place of a name depends on whether it is a folder, and trees are small.
        entries.first { $0.name.utf8.elementsEqual(name.utf8) }
    }

    /// The stored form: mode in octal, space, name, zero byte, 20 bytes of id, for each entry.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.count * 48)
        for entry in entries {
            bytes += String(entry.mode.raw, radix: 8).utf8
            bytes.append(UInt8(ascii: " "))
            bytes += entry.name.utf8
            bytes.append(0)
            bytes += entry.id.bytes
        }
        return bytes
    }

    private static func checkNames(_ entries: [TreeEntry], _ operation: String) throws(GitError) {
        for entry in entries where !TreeEntry.isAllowed(name: entry.name) {
            throw GitError(.invalid, operation, subject: entry.name, "git does not allow this name in a tree")
        }
        // A file and a folder of one name need not be neighbours in git's order.
        var seen: Set<[UInt8]> = []
        for entry in entries where !seen.insert(Array(entry.name.utf8)).inserted {
            throw GitError(.invalid, operation, subject: entry.name, "two entries have this name")
        }
    }
}
