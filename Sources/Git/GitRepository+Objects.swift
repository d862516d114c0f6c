import CLibgit2
import Synchronization

extension GitRepository {
    /// Reads an object and checks that it hashes to its name.
    ///
    /// The check sums of an object's stored form do not tell it from another: one wrong byte in an index, or in the place of a
    /// delta's base, leads to a whole object that is not the one asked for.
    /// - Throws: `.notFound` when the repository has no such object, `.damaged` when its stored form is broken or another's.
    package func read(_ id: ObjectID) throws(GitError) -> GitObject {
        countRead()
        if let object = packs.object(id), ObjectID.of(object.kind, object.bytes) == id { return object }
        if let pack = packs.packLeadingOut(to: id) {
            throw GitError(.damaged, "read object", subject: id.hex, "the way to it leads out of \(pack)")
        }
        // What else is not sound here, libgit2 has words for.
        let object: GitObject
        do {
            object = try withHandles { (open) throws(GitError) in try open.read(id) }
        } catch  where error.code == .notFound {
            throw try brokenPack().map { error.saying(.damaged, "it is not found, and \($0) is broken") } ?? error
        }
        guard ObjectID.of(object.kind, object.bytes) == id else {
            throw GitError(.damaged, "read object", subject: id.hex, "the stored bytes do not hash to this name")
        }
        return object
    }

    /// Reads the bytes of a blob; of a small one that was read just now, those that it had.
    ///
    /// - Parameter isKept: whether it is likely to be asked for again.
    /// - Throws: `.invalid` when the object is of another kind; otherwise like ``read(_:)``.
    package func blob(_ id: ObjectID, isKept: Bool = true) throws(GitError) -> [UInt8] {
        if let known = recentFiles.withLock({ $0[id] }) {
            countRead()
            return known
        }
        let bytes = try bytes(of: id, kind: .blob)
        if isKept, bytes.count <= 1 << 16 { recentFiles.withLock { $0.keep(bytes, as: id, size: bytes.count) } }
        return bytes
    }

    /// Reads a folder.
    ///
    /// - Throws: `.invalid` when the object is of another kind; otherwise like ``read(_:)``.
    package func tree(_ id: ObjectID) throws(GitError) -> Tree { try Tree(parsing: bytes(of: id, kind: .tree)) }

    /// Hands over name, mode and object of each entry of a folder, in git's order; the name may be one that is not allowed.
    ///
    /// - Throws: like ``tree(_:)``.
    package func readEntries(
        ofTree id: ObjectID, _ body: (ArraySlice<UInt8>, TreeEntry.Mode, ObjectID) -> Void
    ) throws(GitError) {
        let tree = try storedTree(id)
        for entry in tree.entries { body(tree.bytes[entry.name], entry.mode, tree.id(entry)) }
    }

    /// Reads a folder whose entries are looked at where they lie.
    func storedTree(_ id: ObjectID) throws(GitError) -> StoredTree { try StoredTree(bytes(of: id, kind: .tree)) }

    /// Reads a commit.
    ///
    /// - Throws: `.invalid` when the object is of another kind; otherwise like ``read(_:)``.
    package func commit(_ id: ObjectID) throws(GitError) -> Commit {
        try Commit(parsing: bytes(of: id, kind: .commit))
    }

    /// Reads what a commit leads to, and nothing else of it.
    ///
    /// - Throws: like ``commit(_:)``.
    func links(ofCommit id: ObjectID) throws(GitError) -> CommitLinks {
        try CommitLinks(parsing: bytes(of: id, kind: .commit))
    }

    /// Reads the bytes of an object of one kind.
    func bytes(of id: ObjectID, kind: ObjectKind) throws(GitError) -> [UInt8] {
        let object = try read(id)
        guard object.kind == kind else {
            throw GitError(.invalid, "read \(kind.word)", subject: id.hex, "the object is a \(object.kind.word)")
        }
        return object.bytes
    }

    /// Reads the bytes of an object of one kind as another one is at hand, which of most is but the earlier version.
    func bytes(
        of id: ObjectID, kind: ObjectKind, changing base: ObjectID, _ baseBytes: [UInt8]
    ) throws(GitError) -> [UInt8] {
        guard let bytes = packs.object(id, changing: base, baseBytes) else { return try bytes(of: id, kind: kind) }
        countRead()
        return bytes
    }

    /// Looks at all packs before libgit2 reads what it likes of them: see ``PackStore/packLeadingOut(to:)``.
    ///
    /// - Throws: `.damaged` when the index of one leads out of it.
    func checkWaysIntoPacks(_ operation: String) throws(GitError) {
        guard let pack = packs.packLeadingOut() else { return }
        throw GitError(.damaged, operation, subject: pack, "its index leads out of it")
    }

    /// Whether the repository has an object of that name.
    package func contains(_ id: ObjectID) -> Bool {
        (try? withHandles { (open) throws(GitError) in open.contains(id) }) ?? false
    }

    /// Whether a pack that is known already has the object; packs added since by another process are not looked for.
    ///
    /// Looking for them would cost a look at the file system for each object that is new.
    func isKnown(_ id: ObjectID) -> Bool { packs.isKnown(id) }

    /// Takes note of packs that have been added since the repository was opened.
    package func refresh() throws(GitError) {
        packs.refresh()
        try withHandles { (open) throws(GitError) in
            try check(unsafe git_odb_refresh(open.database.pointer), "refresh object database")
        }
    }
}

extension OpenRepository {
    fileprivate mutating func read(_ id: ObjectID) throws(GitError) -> GitObject {
        var oid = id.oid
        let pointer = unsafe database.pointer
        let object = try unsafe Handle("read object", subject: id.hex, freeing: git_odb_object_free) {
            unsafe git_odb_read(&$0, pointer, &oid)
        }
        guard let kind = ObjectKind(number: unsafe git_odb_object_type(object.pointer).rawValue) else {
            throw GitError(.damaged, "read object", subject: id.hex, "the object is of no known kind")
        }
        let count = unsafe git_odb_object_size(object.pointer)
        guard count > 0, let start = unsafe git_odb_object_data(object.pointer) else {
            return GitObject(kind: kind, bytes: [])
        }
        return unsafe GitObject(kind: kind, bytes: Array(UnsafeRawBufferPointer(start: start, count: count)))
    }

    func contains(_ id: ObjectID) -> Bool {
        var oid = id.oid
        return unsafe git_odb_exists(database.pointer, &oid) == 1
    }
}
