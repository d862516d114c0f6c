import CLibgit2

/// A name that stands for an object, such as `refs/heads/main`.
package struct Reference: Hashable, Sendable {
    /// The full name, starting with `refs/`.
    package let name: String
    /// The object it stands for; for an annotated tag that is the tag, not the commit.
    package let id: ObjectID
}

/// What `HEAD` stands for.
package struct Head: Hashable, Sendable {
    /// The full name of the branch that `HEAD` follows, or `HEAD` itself when it is detached.
    package let name: String
    /// The commit; `nil` when the branch has none yet.
    package let id: ObjectID?
}

extension GitRepository {
    /// All references below `refs/`, sorted by the bytes of their names; those that lead nowhere are left out.
    package func references() throws(GitError) -> [Reference] {
        try withHandles { (open) throws(GitError) in
            var references: [Reference] = []
            for name in try open.referenceNames() {
                if let id = try open.target(of: name) { references.append(Reference(name: name, id: id)) }
            }
            return references
        }
    }

    /// The object that a full reference name stands for; `nil` when there is no such reference.
    package func reference(_ name: String) throws(GitError) -> ObjectID? {
        try checkNoZeroByte(name, "read reference")
        if let found = PlainRepository(at: path)?.reference(name) { return found }
        return try withHandles { (open) throws(GitError) in try open.target(of: name) }
    }

    /// What `HEAD` stands for.
    package var head: Head {
        get throws(GitError) {
            if let head = PlainRepository(at: path)?.head { return head }
            return try withHandles { (open) throws(GitError) in try open.head() }
        }
    }
}

extension OpenRepository {
    /// The object at the end of a reference and of the references it leads to; `nil` when there is none.
    func target(of name: String) throws(GitError) -> ObjectID? {
        var oid = git_oid()
        let status = unsafe git_reference_name_to_id(&oid, repository.pointer, name)
        guard status != GIT_ENOTFOUND.rawValue else { return nil }
        try check(status, "read reference", subject: name)
        return ObjectID(oid)
    }

    fileprivate func referenceNames() throws(GitError) -> [String] {
        var list = unsafe git_strarray()
        try check(unsafe git_reference_list(&list, repository.pointer), "list references")
        defer { unsafe git_strarray_dispose(&list) }
        let pointers = unsafe UnsafeBufferPointer(start: list.strings, count: list.count)
        let names = unsafe pointers.compactMap { name in unsafe name.map { unsafe String(cString: $0) } }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    fileprivate func head() throws(GitError) -> Head {
        let pointer = unsafe repository.pointer
        let head = try unsafe Handle("read reference", subject: "HEAD", freeing: git_reference_free) {
            unsafe git_reference_lookup(&$0, pointer, "HEAD")
        }
        guard let target = unsafe git_reference_symbolic_target(head.pointer) else {
            return try Head(name: "HEAD", id: self.target(of: "HEAD"))
        }
        let name = unsafe String(cString: target)
        return try Head(name: name, id: self.target(of: name))
    }
}
