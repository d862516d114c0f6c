/// A folder as it was read: the stored bytes and where the entries lie in them, checked but not yet made into values.
///
/// A walk that compares two folders takes values only of the few entries that differ.
struct StoredTree: Sendable {
    /// One entry by its place in the bytes.
    struct Entry: Sendable {
        let mode: TreeEntry.Mode
        let name: Range<Int>
    }

    /// The stored form.
    let bytes: [UInt8]
    let entries: [Entry]

    /// Bytes that it takes in memory, more or less.
    var size: Int { bytes.count + entries.count * MemoryLayout<Entry>.stride }

    /// The empty folder.
    init() {
        bytes = []
        entries = []
    }

    /// The folder stored as `bytes`.
    ///
    /// - Throws: `.damaged` when the bytes are not a tree in git's form and order.
    init(_ bytes: [UInt8]) throws(GitError) {
        var entries: [Entry] = []
        entries.reserveCapacity(bytes.count / 28 + 1)
        var position = 0
        while position < bytes.count {
            let entry = try StoredTree.entry(bytes, at: position)
            position = entry.name.upperBound + 21
            guard position <= bytes.count else { throw StoredTree.damaged("an id is cut short") }
            entries.append(entry)
        }
        self.bytes = bytes
        self.entries = entries
        for index in entries.indices.dropFirst() where order(entries[index - 1], self, entries[index]) >= 0 {
            throw StoredTree.damaged("an entry is out of order")
        }
    }

    /// The object an entry stands for.
    func id(_ entry: Entry) -> ObjectID { ObjectID(bytes, at: entry.name.upperBound + 1) }

    /// The entry as a value.
    ///
    /// - Throws: `.invalid` when its name is not UTF-8.
    func value(_ entry: Entry) throws(GitError) -> TreeEntry {
        guard let name = String(validating: bytes[entry.name], as: UTF8.self) else {
            throw GitError(.invalid, "parse tree", "a name is not UTF-8")
        }
        return TreeEntry(name: name, id: id(entry), mode: entry.mode)
    }

    /// The entry of that name; `nil` when there is none.
    func entry(named name: some Collection<UInt8>) -> Entry? {
        let count = name.count
        return entries.first { $0.name.count == count && bytes[$0.name].elementsEqual(name) }
    }

    /// Git's order between an entry of this folder and one of another: negative, zero or positive.
    func order(_ entry: Entry, _ other: StoredTree, _ otherEntry: Entry) -> Int {
        orderOfNames(
            bytes[entry.name], isFolder: entry.mode == .folder, other.bytes[otherEntry.name],
            isFolder: otherEntry.mode == .folder)
    }

    private static func entry(_ bytes: [UInt8], at start: Int) throws(GitError) -> Entry {
        var position = start
        var mode: UInt32 = 0
        while position < bytes.count, case let digit = bytes[position], digit != UInt8(ascii: " ") {
            guard digit & 0xf8 == UInt8(ascii: "0"), mode < 1 << 24 else { throw damaged("a mode is not octal") }
            mode = mode << 3 | UInt32(digit & 7)
            position += 1
        }
        guard position > start, position < bytes.count else { throw damaged("a mode is cut short") }
        let name = position + 1
        guard let end = bytes[name...].firstIndex(of: 0) else { throw damaged("a name is cut short") }
        return Entry(mode: TreeEntry.Mode(raw: mode), name: name..<end)
    }

    private static func damaged(_ message: String) -> GitError { GitError(.damaged, "parse tree", message) }
}

/// Git's order of names in a folder: by bytes, a folder's name taken as if it ended in a slash.
///
/// Negative when the first name goes before the second, zero when both are the same name of the same kind
/// (`base_name_compare` in git's tree.c).
func orderOfNames(
    _ a: some Sequence<UInt8>, isFolder aIsFolder: Bool, _ b: some Sequence<UInt8>, isFolder bIsFolder: Bool
) -> Int {
    var left = a.makeIterator()
    var right = b.makeIterator()
    while true {
        let (x, y) = (left.next(), right.next())
        if let x, x == y { continue }
        let difference = Int(x ?? terminator(aIsFolder)) - Int(y ?? terminator(bIsFolder))
        // A name that goes on with a slash where the other ends is not valid; it must still have its place.
        if difference == 0, x != nil || y != nil { return x == nil ? -1 : 1 }
        return difference
    }
}

private func terminator(_ isFolder: Bool) -> UInt8 { isFolder ? UInt8(ascii: "/") : 0 }
