import CLibgit2

extension GitRepository {
    /// The commit that `revision` names in git's own spelling: a branch, a tag, a full or abbreviated id, `HEAD~2`.
    ///
    /// Tags are followed to their commit. An abbreviation needs four digits or more, and counts as ambiguous even
    /// when only one of the objects it fits is a commit.
    /// - Throws: `.notFound` when nothing has that name, `.ambiguous` when several objects do, `.invalid` when it is
    ///   not well formed or leads to something that is not a commit.
    package func resolve(_ revision: String) throws(GitError) -> ObjectID {
        try checkNoZeroByte(revision, "resolve")
        if let found = try resolvePlainly(revision) { return found }
        return try withHandles { (open) throws(GitError) in
            let repository = unsafe open.repository.pointer
            let found = try unsafe Handle("resolve", subject: revision, freeing: git_object_free) {
                unsafe git_revparse_single(&$0, repository, revision)
            }
            return try found.peeledToCommit(revision)
        }
    }
}

extension GitRepository {
    /// The commit of `HEAD`, `HEAD~2` or a full id; `nil` for other spellings, and for what is not there.
    private func resolvePlainly(_ revision: String) throws(GitError) -> ObjectID? {
        if let id = ObjectID(hex: revision) { return packs.object(id)?.kind == .commit ? id : nil }
        guard revision == "HEAD" || revision.hasPrefix("HEAD~"), var id = try head.id else { return nil }
        let distance = revision.dropFirst(5)
        guard let count = distance.isEmpty ? revision.count - 4 : Int(distance), (0...10_000).contains(count) else {
            return nil
        }
        for _ in 0..<count {
            guard let parent = try commit(id).parents.first else { return nil }
            id = parent
        }
        return id
    }
}

extension Handle {
    fileprivate func peeledToCommit(_ revision: String) throws(GitError) -> ObjectID {
        let commit: Handle
        do {
            commit = try unsafe Handle("resolve", subject: revision, freeing: git_object_free) {
                unsafe git_object_peel(&$0, pointer, GIT_OBJECT_COMMIT)
            }
        } catch {
            throw error.code == .damaged ? error : error.saying(.invalid, "this does not lead to a commit")
        }
        guard let id = unsafe git_object_id(commit.pointer) else {
            throw GitError(.other, "resolve", subject: revision, "the commit has no id")
        }
        return unsafe ObjectID(id.pointee)
    }
}
