package import Facts
package import Git

/// Why a repository could not be opened, read or recorded into.
package struct RepositoryError: Error, Hashable, Sendable {
    /// What kind of failure it was.
    package enum Code: Hashable, Sendable {
        /// There is no `.annals` in the folder or above it.
        case noRepository
        /// There is one already.
        case repositoryExists
        /// The layout is of a version that this program does not know.
        case unknownFormat
        /// No revision has that name, or none was recorded by that date.
        case unknownRevision
        /// Several revisions have that name.
        case ambiguousRevision
        /// No report has that name in the revision; the nearest names follow.
        case unknownReport(nearest: [ReportName])
        /// The claims that came in for a report could not be read a second time.
        case claimsGone
        /// Several facts have ids that start so.
        case ambiguousFact([FactID])
        /// The log of operations has none of that number; that of the last follows.
        case unknownOperation(last: Int)
        /// The branch stood nowhere else before, or stands there already.
        case nothingToUndo
        /// Two revisions that are to be merged have none in common.
        case unrelated
        /// A side was chosen of something that not both sides of a merge changed.
        case notUndecided
        /// Another repository has no revision.
        case nothingThere
        /// What came from another repository does not verify; what is wrong with it follows, a line each.
        case unsound([String])
        /// The vocabulary does not read.
        case vocabulary(VocabularyError)
        /// A stored file is not what the layout says it is.
        case damaged(String)
        /// The git repository underneath failed.
        case git(GitError)
    }

    /// What kind of failure it was.
    package let code: Code
    /// The folder, revision, report, fact or stored file that it happened to.
    package let subject: String

    init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }

    /// Whether something that was stored is not there or not as it was stored.
    package var isDamage: Bool {
        switch code {
        case .damaged: true
        case .git(let error): [.damaged, .notFound, .invalid, .other].contains(error.code)
        default: false
        }
    }

    /// Runs `body`, telling a failure of git as one of the repository.
    static func wrapping<Result: ~Copyable>(
        _ subject: @autoclosure () -> String, _ body: () throws(GitError) -> Result
    ) throws(RepositoryError) -> Result {
        do {
            return try body()
        } catch {
            throw RepositoryError(.git(error), subject())
        }
    }
}
