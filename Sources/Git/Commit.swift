/// A recorded state: a tree, where it comes from, who made it, and a message.
package struct Commit: Hashable, Sendable {
    /// The root folder.
    package let tree: ObjectID
    /// The commits this one follows; none for the first, more than one for a merge.
    package let parents: [ObjectID]
    /// Who made the change.
    package let author: Signature
    /// Who recorded it.
    package let committer: Signature
    /// The message, exactly as given, except that git ends it at a zero byte and so zero bytes are left out.
    package let message: String
    /// Header lines of other tools, such as a cryptographic signature, each ending in a line feed.
    let otherHeaders: String

    /// A commit with exactly these parts.
    package init(tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String) {
        self.init(tree, parents, author, committer, otherHeaders: "", Commit.withoutZeroBytes(message))
    }

    // By scalar: a Character may hide a zero byte behind a combining mark.
    private static func withoutZeroBytes(_ message: String) -> String {
        guard message.utf8.contains(0) else { return message }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: message.unicodeScalars.filter { $0 != "\0" })
        return String(scalars)
    }

    fileprivate init(
        _ tree: ObjectID, _ parents: [ObjectID], _ author: Signature, _ committer: Signature, otherHeaders: String,
        _ message: String
    ) {
        self.tree = tree
        self.parents = parents
        self.author = author
        self.committer = committer
        self.otherHeaders = otherHeaders
        self.message = message
    }

    /// The stored form.
    package var bytes: [UInt8] {
        var text = "tree \(tree)\n"
        for parent in parents { text += "parent \(parent)\n" }
        text += "author \(author.text)\ncommitter \(committer.text)\n"
        text += otherHeaders + "\n" + message
        return Array(text.utf8)
    }
}

extension Commit {
    /// The commit stored as `bytes`.
    ///
    /// Bytes that are not UTF-8, as old tools wrote them, are read as U+FFFD.
    /// - Throws: `.damaged` when a header line is missing or not of git's form.
    package init(parsing bytes: [UInt8]) throws(GitError) {
        var lines = HeaderLines(bytes)
        let links = try CommitLinks(&lines)
        let author = try lines.take("author", as: Signature.init(line:))
        let committer = try lines.take("committer", as: Signature.init(line:))
        let (otherHeaders, message) = lines.rest()
        self.init(links.tree, links.parents, author, committer, otherHeaders: otherHeaders, message)
    }
}

/// What a commit leads to; of a stored one nothing else is read.
struct CommitLinks {
    /// The root folder.
    let tree: ObjectID
    /// The commits that it follows.
    let parents: [ObjectID]

    /// Those of the commit stored as `bytes`.
    ///
    /// - Throws: `.damaged` when one of their lines is missing or not of git's form.
    init(parsing bytes: [UInt8]) throws(GitError) {
        var lines = HeaderLines(bytes)
        try self.init(&lines)
    }

    fileprivate init(_ lines: inout HeaderLines) throws(GitError) {
        tree = try lines.take("tree", as: ObjectID.init(digits:))
        var parents: [ObjectID] = []
        while lines.isNext("parent") { parents.append(try lines.take("parent", as: ObjectID.init(digits:))) }
        self.parents = parents
    }
}

extension Signature {
    fileprivate init?(line: ArraySlice<UInt8>) { self.init(parsing: String(decoding: line, as: UTF8.self)[...]) }
}

/// Takes header lines off the front of a stored commit.
private struct HeaderLines {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    func isNext(_ key: String) -> Bool {
        bytes.starts(with: key.utf8) && bytes.dropFirst(key.utf8.count).first == UInt8(ascii: " ")
    }

    mutating func take<Value>(
        _ key: String, as parse: (ArraySlice<UInt8>) -> Value?
    ) throws(GitError) -> Value {
        guard isNext(key), let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
            throw GitError(.damaged, "parse commit", "the \(key) line is missing")
        }
        guard let value = parse(bytes[..<end].dropFirst(key.utf8.count + 1)) else {
            throw GitError(.damaged, "parse commit", "the \(key) line is not well formed")
        }
        bytes = bytes[(end + 1)...]
        return value
    }

    /// Everything up to the empty line, and everything after it.
    func rest() -> (headers: String, message: String) {
        var end = bytes.startIndex
        while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\n") {
            end = bytes[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
        }
        return (
            String(decoding: bytes[..<end], as: UTF8.self), String(decoding: bytes[end...].dropFirst(), as: UTF8.self)
        )
    }
}
