import Git

/// Tells a branch that was lost from one that was never there, and from one that stands where it did long ago.
///
/// Git takes a reference whose file is gone for one that does not exist, or, where it was once packed, for what it was then.
struct BranchCheck {
    private let git: GitRepository
    private let head: Head

    init(_ git: GitRepository, _ head: Head) {
        self.git = git
        self.head = head
    }

    /// Objects of a story that has only begun: two files, a folder and a commit.
    private static let firstObjects = 4

    /// Throws when the branch is not where it should be.
    func run() throws(RepositoryError) {
        let fault = try RepositoryError.wrapping(head.name) { () throws(GitError) in
            if let id = head.id { try stale(id) } else { try lost() }
        }
        if let fault { throw RepositoryError(.damaged(fault), head.name) }
    }

    /// What is wrong when there is no newest revision; `nil` before the first.
    private func lost() throws(GitError) -> String? {
        guard head.name == FactRepository.branch else { return "HEAD names it, and the story is on another" }
        let moves = try git.reflog(of: head.name).entries.count
        let (references, objects) = (try git.references().count, try git.allObjects().count)
        return references > 0 || moves > 1 || objects > Self.firstObjects
            ? "it is missing, and revisions were recorded" : nil
    }

    /// What is wrong with a branch that is only in the file of packed references; `nil` when it is where its log ends.
    private func stale(_ id: ObjectID) throws(GitError) -> String? {
        guard head.name == FactRepository.branch, try !git.hasOwnFile(head.name),
            let last = try git.reflog(of: head.name).entries.last, last.after != id, last.before != id
        else { return nil }
        return "it is at an old revision, and its log ends at \(last.after?.hex ?? "nothing")"
    }
}
