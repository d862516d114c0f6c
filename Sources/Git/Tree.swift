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
        let stored = try StoredTree(bytes)
        var entries: [TreeEntry] = []
        entries.reserveCapacity(stored.entries.count)
        for entry in stored.entries { entries.append(try stored.value(entry)) }
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
        for entry in entries { bytes.append(entryNamed: Array(entry.name.utf8), entry.mode, entry.id) }
        return bytes
    }

    private static func checkNames(_ entries: [TreeEntry], _ operation: String) throws(GitError) {
        for entry in entries where !TreeEntry.isAllowed(name: entry.name) {
            throw GitError(.invalid, operation, subject: entry.name, "git does not allow this name in a tree")
        }
        // Neighbours of one name and kind are out of order; a file and a folder of one name may stand apart.
        for (entry, next) in zip(entries, entries.dropFirst()) where !entry.precedes(next) {
            throw GitError(.invalid, operation, subject: entry.name, "two entries have this name")
        }
        let isMixed = entries.contains { $0.mode == .folder } && entries.contains { $0.mode != .folder }
        guard isMixed else { return }
        let folders = Set(entries.lazy.filter { $0.mode == .folder }.map { Array($0.name.utf8) })
        for entry in entries where entry.mode != .folder && folders.contains(Array(entry.name.utf8)) {
            throw GitError(.invalid, operation, subject: entry.name, "two entries have this name")
        }
    }
}

extension [UInt8] {
    /// Appends an entry of a folder as git stores it.
    ///
    /// Whoever makes a folder of such entries sees to it that the names are allowed and in git's order.
    package mutating func append(entryNamed name: [UInt8], _ mode: TreeEntry.Mode, _ id: ObjectID) {
        switch mode {
        case .file: self += [0x31, 0x30, 0x30, 0x36, 0x34, 0x34]
        case .folder: self += [0x34, 0x30, 0x30, 0x30, 0x30]
        default: self += Array(String(mode.raw, radix: 8).utf8)
        }
        append(UInt8(ascii: " "))
        self += name
        append(0)
        id.append(to: &self)
    }
}
