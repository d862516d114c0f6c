import Facts
package import Git

/// What came from another repository, or went there.
package struct Transfer: Hashable, Sendable {
    /// The name of the other repository.
    package let remote: String
    /// Where its branch was; `nil` when that was not known, or it had none.
    package let before: ObjectID?
    /// Where its branch is now.
    package let after: ObjectID

    /// Whether anything moved.
    package var isNews: Bool { before != after }
}

/// Other people's repositories of the story.
///
/// What comes from one is a reference of its own, `refs/remotes/NAME/main`, which every command takes as the revision `NAME/main`;
/// our branch moves only when that is merged. Nothing that came is named so before it is verified: every object by its
/// name, and every new revision as ``verify(from:)`` does.
extension FactRepository {
    /// Brings what another repository has.
    ///
    /// - Throws: `.unsound` when it does not verify, `.nothingThere` when it has no revision, `.unrelated` when it has none in
    ///   common with ours; a git error with code `.unreachable` or `.unauthorised`, or `.locked` when another process records for
    ///   longer than `patience`.
    package func fetch(
        _ remote: String, by author: Author, patience: Duration = .seconds(10)
    ) throws(RepositoryError) -> Transfer {
        let lock = try RepositoryError.wrapping(git.path) { () throws(GitError) in
            try WriteLock(on: git, patience: patience)
        }
        let transfer = try fetchAlone(remote, author)
        if transfer.isNews { pack(releasing: lock) } else { lock.release() }
        return transfer
    }

    private func fetchAlone(_ remote: String, _ author: Author) throws(RepositoryError) -> Transfer {
        let name = Self.branch(of: remote)
        let found = try RepositoryError.wrapping(remote) { () throws(GitError) in
            (before: try git.reference(name), after: try git.download(Self.branch, from: remote))
        }
        guard let after = found.after else { throw RepositoryError(.nothingThere, remote) }
        guard after != found.before else { return Transfer(remote: remote, before: after, after: after) }
        try checkIncoming(after, from: remote)
        try RepositoryError.wrapping(name) { () throws(GitError) in
            try git.moveReference(
                name, from: found.before, to: after, message: author.operationLine("fetch \(remote)"),
                signature: author.operationSignature)
        }
        return Transfer(remote: remote, before: found.before, after: after)
    }

    /// Gives another repository what ours has, where ours goes on from what it has.
    ///
    /// - Throws: a git error with code `.modified` when the other has revisions that ours has not, `.permission` with its own words
    ///   when it refuses, `.unreachable` or `.unauthorised`.
    package func push(
        _ remote: String, by author: Author, patience: Duration = .seconds(10)
    ) throws(RepositoryError) -> Transfer {
        guard let tip = try tip() else { throw RepositoryError(.unknownRevision, "HEAD") }
        let lock = try RepositoryError.wrapping(git.path) { () throws(GitError) in
            try WriteLock(on: git, patience: patience)
        }
        let transfer = try RepositoryError.wrapping(remote) { () throws(GitError) -> Transfer in
            let before = try git.download(Self.branch, from: remote)
            try git.push(Self.branch, to: remote)
            return Transfer(remote: remote, before: before, after: tip)
        }
        lock.release()
        return transfer
    }

    /// Copies the story of another repository to `path`, where it is the remote `origin`.
    ///
    /// It is made aside and gets its name when it is whole and verified.
    /// - Throws: as ``fetch(_:by:patience:)``; `.repositoryExists` when something is at `path`.
    package static func clone(
        _ url: String, to path: String, by author: Author
    ) throws(RepositoryError) -> FactRepository {
        let folder = try RepositoryError.wrapping(path) { () throws(GitError) in try FolderPublication(at: path) }
        do throws(RepositoryError) {
            let repository = try createEmpty(at: folder.draft)
            try repository.take(from: url, author)
            try RepositoryError.wrapping(path) { () throws(GitError) in try folder.publish() }
        } catch {
            folder.abandon()
            throw error
        }
        return try open(at: path)
    }

    /// Fills a new repository with what another has.
    private func take(from url: String, _ author: Author) throws(RepositoryError) {
        try RepositoryError.wrapping(url) { () throws(GitError) in try git.addRemote("origin", at: url) }
        let tip = try fetchAlone("origin", author).after
        try move(from: nil, to: tip, "clone", author)
    }

    /// The reference that a remote's branch has here.
    private static func branch(of remote: String) -> String { "refs/remotes/\(remote)/main" }

    /// Checks a revision from elsewhere with all that is new below it.
    func checkIncoming(_ revision: ObjectID, from remote: String) throws(RepositoryError) {
        let ours = try RepositoryError.wrapping(Self.branch) { () throws(GitError) in try git.head.id }
        if let ours {
            let common = try RepositoryError.wrapping(remote) { () throws(GitError) in
                try git.mergeBases(of: ours, revision)
            }
            guard !common.isEmpty else { throw RepositoryError(.unrelated, remote) }
        }
        try checkFormat(of: try snapshot(revision))
        let problems = try problems(upTo: revision, trusting: ours)
        guard problems.isEmpty else { throw RepositoryError(.unsound(problems), remote) }
    }

    /// What is wrong with the revisions up to one, but for those up to another.
    private func problems(upTo revision: ObjectID, trusting known: ObjectID?) throws(RepositoryError) -> [String] {
        var verifier = Verifier(self)
        if let known {
            try RepositoryError.wrapping("revision \(known)") { () throws(GitError) in try verifier.trust(known) }
        }
        verifier.run(from: revision)
        return verifier.result.problems.map { "\($0.place): \($0.what)" }
    }
}
