import CLibgit2

extension GitRepository {
    /// The newest commits that both of two descend from, by any parent, sorted by id; none when they share nothing.
    ///
    /// More than one where each of two lines was merged into the other.
    package func mergeBases(of one: ObjectID, _ other: ObjectID) throws(GitError) -> [ObjectID] {
        try checkWaysIntoPacks("find merge base")
        return try withHandles { (open) throws(GitError) in
            var found = unsafe git_oidarray()
            var (a, b) = (one.oid, other.oid)
            let status = unsafe git_merge_bases(&found, open.repository.pointer, &a, &b)
            guard status != GIT_ENOTFOUND.rawValue else { return [] }
            try check(status, "find merge base", subject: "\(one) \(other)")
            defer { unsafe git_oidarray_dispose(&found) }
            let ids = unsafe UnsafeBufferPointer(start: found.ids, count: found.count)
            return unsafe ids.map { ObjectID($0) }.sorted()
        }
    }
}
