/// One name in a folder.
package struct TreeEntry: Sendable {
    /// The name, without a slash.
    ///
    /// Git compares names byte by byte: two spellings of "é" are two names.
    package var name: String
    /// The object of that name.
    package var id: ObjectID
    /// What the object is to the folder.
    package var mode: Mode

    /// An entry; whether the name is allowed is decided by the ``Tree`` it goes into.
    package init(name: String, id: ObjectID, mode: Mode = .file) {
        self.name = name
        self.id = id
        self.mode = mode
    }

    /// What an entry is: a file, a folder, or one of the kinds this module only passes on.
    package struct Mode: Hashable, Sendable {
        /// The bits as git stores them, written in octal.
        package let raw: UInt32

        /// The mode with these bits.
        package init(raw: UInt32) { self.raw = raw }

        /// A file that is not executable: 100644.
        package static let file = Mode(raw: 0o100644)
        /// A folder: 40000.
        package static let folder = Mode(raw: 0o40000)
    }
}

extension TreeEntry: Hashable {
    // The synthesised equality would take canonically equivalent names for one name.
    /// Whether mode, id and every byte of the name are equal.
    package static func == (a: TreeEntry, b: TreeEntry) -> Bool {
        a.id == b.id && a.mode == b.mode && a.name.utf8.elementsEqual(b.name.utf8)
    }

    /// Hashes the id, which nearly always tells entries apart.
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension TreeEntry {
    /// Git's order: by the bytes of the name, a folder's name taken as if it ended in a slash.
    func precedes(_ other: TreeEntry) -> Bool {
        orderOfNames(name.utf8, isFolder: mode == .folder, other.name.utf8, isFolder: other.mode == .folder) < 0
    }
}
