import Facts
import Git

/// The facts of a revision, in buckets that stand in a 16-way radix trie by the letters of their ids.
///
/// A node with at most ``bucketSize`` facts is a file, `<letter>.jsonl`; any other is a folder `<letter>` of up to sixteen
/// nodes. The root is `facts.jsonl` or `facts`. What stands where depends on the set of facts alone, never on how it came to be,
/// so equal sets have equal git ids and a comparison can skip them.
struct FactTrie {
    /// A node of the trie.
    enum Node: Hashable {
        case empty
        /// A bucket.
        case leaf(ObjectID)
        /// A folder of nodes.
        case branch(ObjectID)
    }

    /// Facts in a file at most: reading or writing one fact moves this many.
    static let bucketSize = 32

    /// The letters of ids, in order.
    static let letters = Array(FactID.alphabet)

    /// The letter of a digit below 16.
    static func letter(_ digit: Int) -> String { String(UnicodeScalar(UInt8(ascii: "k") + UInt8(digit & 15))) }

    let repository: GitRepository
    /// Folders that need not be read; `nil` for who reads each anew.
    var folders: TrieFolders?

    /// The root of the trie in a revision's tree.
    static func root(in tree: Tree) -> Node {
        if let file = tree[Layout.facts + ".jsonl"] { return .leaf(file.id) }
        return tree[Layout.facts].map { .branch($0.id) } ?? .empty
    }

    /// The node under a letter in a branch.
    static func child(_ letter: Character, in tree: Tree) -> Node {
        if let file = tree["\(letter).jsonl"] { return .leaf(file.id) }
        return tree[String(letter)].map { .branch($0.id) } ?? .empty
    }

    /// The path of a node without ending: `facts`, `facts/k`, `facts/k/q`.
    static func path(of prefix: String) -> String {
        var bytes = Array(Layout.facts.utf8)
        for letter in prefix.utf8 { bytes += [UInt8(ascii: "/"), letter] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The path of the bucket at the end of some letters.
    static func bucketPath(of prefix: String) -> String { path(of: prefix) + ".jsonl" }

    /// The letters that lead to the bucket at a path, or `nil` when no bucket may stand there.
    static func prefix(ofPath path: String) -> String? {
        let prefix = path.dropFirst(Layout.facts.count).dropLast(".jsonl".count).filter { $0 != "/" }
        guard prefix.isEmpty || FactID.isPrefix(prefix), bucketPath(of: prefix) == path else { return nil }
        return prefix
    }

    /// The facts whose ids start with `prefix`, in order.
    func facts(under node: Node, startingWith prefix: String = "") throws(RepositoryError) -> [Fact] {
        try collect(under: node, startingWith: prefix, at: "") { (id, position) throws(RepositoryError) in
            guard prefix.utf8.count > position.utf8.count else { return try bucket(id, position).facts }
            return try Bucket.facts(in: bytes(id, position), position) { $0.hasPrefix(prefix) }
        }
    }

    /// The lines of the facts whose ids start with `prefix`, in order.
    func lines(under node: Node, startingWith prefix: String) throws(RepositoryError) -> [ClaimLine] {
        try collect(under: node, startingWith: prefix, at: "") { (id, position) throws(RepositoryError) in
            try lines(of: id, position).filter { $0.fact.hasPrefix(prefix) }
        }
    }

    /// What is in the buckets that have facts whose ids start with `prefix`, in order.
    private func collect<Element>(
        under node: Node, startingWith prefix: String, at position: String,
        _ read: (ObjectID, String) throws(RepositoryError) -> [Element]
    ) throws(RepositoryError) -> [Element] {
        switch node {
        case .empty: return []
        case .leaf(let id): return try read(id, position)
        case .branch(let id):
            let tree = try tree(id, position)
            let next = prefix.dropFirst(position.count).first.map { [$0] } ?? Self.letters
            var found: [Element] = []
            for letter in next {
                found += try collect(
                    under: Self.child(letter, in: tree), startingWith: prefix, at: position + String(letter), read)
            }
            return found
        }
    }

    /// The facts with these sorted ids, in order; ids that are not there are left out.
    ///
    /// Each folder and bucket is read once.
    func facts(under node: Node, with ids: ArraySlice<FactID>) throws(RepositoryError) -> [Fact] {
        try collect(under: node, with: ids, at: "") { (id, position, wanted) throws(RepositoryError) in
            try Bucket.facts(in: bytes(id, position), position, where: wanted.contains)
        }
    }

    /// The lines of the facts with these sorted ids, in order, each with bytes of its own.
    ///
    /// Each folder and bucket is read once, by several threads where there are many.
    func lines(under node: Node, with ids: [FactID]) throws(RepositoryError) -> [ClaimLine] {
        @Sendable func read(
            _ id: ObjectID, _ position: String, _ wanted: Set<FactID>
        ) throws(RepositoryError) -> [ClaimLine] {
            try lines(of: id, position).filter { wanted.contains($0.fact) }.map(\.copy)
        }
        guard ids.count > 256, case .branch(let id) = node else {
            return try collect(under: node, with: ids[...], at: "", read)
        }
        let (children, groups) = (try children(ofBranch: id, ""), Self.groups(ids[...], at: 0, id: { $0 }))
        return try concurrentMap(groups.count) { (index) throws(RepositoryError) in
            let (digit, ids) = groups[index]
            return try collect(under: children[digit], with: ids, at: Self.letter(digit), read)
        }.flatMap(\.self)
    }

    /// What is in the buckets that may have facts with some sorted ids, in order.
    private func collect<Element>(
        under node: Node, with ids: ArraySlice<FactID>, at position: String,
        _ read: (ObjectID, String, Set<FactID>) throws(RepositoryError) -> [Element]
    ) throws(RepositoryError) -> [Element] {
        guard !ids.isEmpty else { return [] }
        switch node {
        case .empty: return []
        case .leaf(let id): return try read(id, position, Set(ids))
        case .branch(let id):
            let children = try children(ofBranch: id, position)
            var found: [Element] = []
            for (digit, group) in Self.groups(ids, at: position.utf8.count, id: { $0 }) {
                found += try collect(under: children[digit], with: group, at: position + Self.letter(digit), read)
            }
            return found
        }
    }

    /// Runs of elements, sorted by id, whose ids have the same letter at `depth`, with its number.
    static func groups<Element>(
        _ elements: ArraySlice<Element>, at depth: Int, id: (Element) -> FactID
    ) -> [(digit: Int, elements: ArraySlice<Element>)] {
        var groups: [(Int, ArraySlice<Element>)] = []
        var rest = elements
        while let first = rest.first {
            let digit = id(first).digit(at: depth)
            let end = rest.firstIndex { id($0).digit(at: depth) != digit } ?? rest.endIndex
            groups.append((digit, rest[..<end]))
            rest = rest[end...]
        }
        return groups
    }

    /// The nodes right under a folder, by letter; none under a bucket.
    func children(of node: Node, at position: String) throws(RepositoryError) -> [(letter: Character, node: Node)] {
        guard case .branch(let id) = node else { return [] }
        let tree = try tree(id, position)
        return Self.letters.map { ($0, Self.child($0, in: tree)) }.filter { $0.1 != .empty }
    }

    /// The node at the end of some letters; empty when the trie ends before.
    func node(at prefix: String, under root: Node) throws(RepositoryError) -> Node {
        var (node, position) = (root, "")
        for letter in prefix {
            guard case .branch(let id) = node else { return .empty }
            node = Self.child(letter, in: try tree(id, position))
            position.append(letter)
        }
        return node
    }

    func bucket(_ id: ObjectID, _ prefix: String) throws(RepositoryError) -> Bucket {
        try Bucket(parsing: bytes(id, prefix), prefix)
    }

    /// The lines of a bucket, in order.
    func lines(of id: ObjectID, _ prefix: String) throws(RepositoryError) -> [ClaimLine] {
        try Bucket.lines(of: bytes(id, prefix), prefix)
    }

    /// The bytes of a bucket.
    func bytes(_ id: ObjectID, _ prefix: String) throws(RepositoryError) -> [UInt8] {
        do throws(GitError) {
            return try repository.blob(id)
        } catch {
            throw RepositoryError(.git(error), Self.bucketPath(of: prefix))
        }
    }

    func tree(_ id: ObjectID, _ prefix: String) throws(RepositoryError) -> Tree {
        try RepositoryError.wrapping(Self.path(of: prefix)) { () throws(GitError) in try repository.tree(id) }
    }
}

extension FactTrie.Node {
    /// Whether this is a bucket.
    var isLeaf: Bool {
        if case .leaf = self { true } else { false }
    }

    /// The entry of this node in the folder above, or `nil` when it is empty.
    func entry(named name: String) -> TreeEntry? {
        switch self {
        case .empty: nil
        case .leaf(let id): TreeEntry(name: name + ".jsonl", id: id, mode: .file)
        case .branch(let id): TreeEntry(name: name, id: id, mode: .folder)
        }
    }
}
