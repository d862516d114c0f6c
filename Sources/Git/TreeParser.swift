/// Takes the entries of a stored tree one after another.
struct TreeParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next entry; `nil` at the end.
    mutating func next() throws(GitError) -> TreeEntry? {
        guard position < bytes.count else { return nil }
        let mode = try mode()
        let name = try name()
        let end = position + 20
        guard end <= bytes.count else { throw damaged("an id is cut short") }
        defer { position = end }
        return TreeEntry(name: name, id: ObjectID(bytes: bytes[position..<end]), mode: mode)
    }

    private mutating func mode() throws(GitError) -> TreeEntry.Mode {
        var raw: UInt32 = 0
        let start = position
        while position < bytes.count, case let digit = bytes[position], digit != UInt8(ascii: " ") {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit), raw < 1 << 24 else {
                throw damaged("a mode is not octal")
            }
            raw = raw << 3 | UInt32(digit - UInt8(ascii: "0"))
            position += 1
        }
        guard position > start, position < bytes.count else { throw damaged("a mode is cut short") }
        position += 1
        return TreeEntry.Mode(raw: raw)
    }

    private mutating func name() throws(GitError) -> String {
        let start = position
        while position < bytes.count, bytes[position] != 0 { position += 1 }
        guard position < bytes.count else { throw damaged("a name is cut short") }
        defer { position += 1 }
        guard let name = String(validating: bytes[start..<position], as: UTF8.self) else {
            throw GitError(.invalid, "parse tree", "a name is not UTF-8")
        }
        return name
    }

    private func damaged(_ message: String) -> GitError { GitError(.damaged, "parse tree", message) }
}
