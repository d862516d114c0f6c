import CLibgit2

extension GitRepository {
    /// Moves a reference if it still stands where the caller saw it, and writes that to the reflog.
    ///
    /// The new value is on disk when this returns. The lock file of git is held while the old value is compared, so
    /// that neither another thread nor a git command can come between.
    /// - Parameters:
    ///   - name: a full name, such as `refs/heads/main`.
    ///   - before: the value it must have; `nil` means that it must not exist yet.
    ///   - after: an object that the repository has.
    ///   - message: one line for the reflog.
    ///   - signature: who moves it and when, for the reflog.
    /// - Throws: `.modified` when the value is another one, `.locked` when somebody else is moving it, `.notFound`
    ///   when the repository has no object `after`, `.invalid` for a name that git does not allow.
    package func moveReference(
        _ name: String, from before: ObjectID?, to after: ObjectID, message: String, signature: Signature
    ) throws(GitError) {
        try checkNoZeroByte(name, "move reference")
        try checkNoZeroByte(message, "move reference")
        packs.refresh()
        // libgit2 lists the packs and then opens them: one that is put into another in between it does not find, nor the other.
        let isKnown = packs.isKnown(after)
        try withHandles { (open) throws(GitError) in
            try open.checkReferenceName(name)
            guard isKnown || open.contains(after) else {
                throw GitError(.notFound, "move reference", subject: name, "there is no object \(after)")
            }
            let transaction = try open.lock(name)
            try open.expect(before, at: name)
            try transaction.set(name, to: after, message: message, who: SignatureHandle(signature))
        }
    }
}

extension OpenRepository {
    fileprivate func checkReferenceName(_ name: String) throws(GitError) {
        var isValid: Int32 = 0
        try check(unsafe git_reference_name_is_valid(&isValid, name), "move reference", subject: name)
        guard isValid == 1 else {
            throw GitError(.invalid, "move reference", subject: name, "git does not allow this reference name")
        }
    }

    // git_reference_create_matching would do, but it stamps the reflog with the clock and the user's settings.
    fileprivate func lock(_ name: String) throws(GitError) -> Handle {
        let pointer = unsafe repository.pointer
        let transaction = try unsafe Handle("move reference", subject: name, freeing: git_transaction_free) {
            unsafe git_transaction_new(&$0, pointer)
        }
        try check(unsafe git_transaction_lock_ref(transaction.pointer, name), "move reference", subject: name)
        return transaction
    }

    fileprivate func expect(_ before: ObjectID?, at name: String) throws(GitError) {
        let found = try target(of: name)
        guard found != before else { return }
        throw GitError(
            .modified, "move reference", subject: name,
            "expected \(before?.hex ?? "no reference"), found \(found?.hex ?? "no reference")")
    }
}

extension Handle {
    fileprivate func set(
        _ name: String, to id: ObjectID, message: String, who: borrowing SignatureHandle
    ) throws(GitError) {
        var oid = id.oid
        try check(
            unsafe git_transaction_set_target(pointer, name, &oid, who.pointer, message), "move reference",
            subject: name)
        try check(unsafe git_transaction_commit(pointer), "move reference", subject: name)
    }
}

/// Owns a signature of libgit2, which is a visible struct and so not a ``Handle``.
@safe private struct SignatureHandle: ~Copyable {
    @unsafe let pointer: UnsafeMutablePointer<git_signature>

    init(_ signature: Signature) throws(GitError) {
        var raw: UnsafeMutablePointer<git_signature>?
        let seconds = git_time_t(signature.seconds)
        try check(
            unsafe git_signature_new(
                &raw, signature.name, signature.email, seconds, Int32(signature.offsetMinutes)),
            "make signature", subject: signature.name)
        guard let raw = unsafe raw else { throw GitError(.other, "make signature", "nothing was returned") }
        unsafe pointer = unsafe raw
    }

    deinit { unsafe git_signature_free(pointer) }
}
