package import Facts
import Git

extension FactRepository {
    /// Records what came in and returns the new revisions, oldest first; none when nothing differs.
    ///
    /// - Throws: a git error with code `.locked` when another process records at the same time for longer than `patience`.
    package func record(
        _ recording: Recording, by author: Author, patience: Duration = .seconds(10)
    ) throws(RepositoryError) -> [Revision] {
        let lock = try RepositoryError.wrapping(git.path) { () throws(GitError) in
            try WriteLock(on: git, patience: patience)
        }
        let revisions = try Recorder(self, author).record(recording)
        if revisions.isEmpty { lock.release() } else { pack(releasing: lock) }
        return revisions
    }
}
