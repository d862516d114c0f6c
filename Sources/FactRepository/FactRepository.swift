import Facts
package import Git

/// A story's recorded revisions, in a bare git repository of its own.
///
/// Reading never changes anything. Recording (``record(_:by:)``) takes the repository's write lock; a reader sees the revision
/// before or the one after, never between.
package final class FactRepository: Sendable {
    /// The git repository underneath.
    package let git: GitRepository
    let vocabularies: VocabularyCache

    /// The folder's name inside a story's folder.
    package static let folderName = ".annals"
    /// The reference that names the newest revision.
    package static let branch = "refs/heads/main"

    private init(_ git: GitRepository) {
        self.git = git
        vocabularies = VocabularyCache(of: git.path)
    }

    /// Creates a repository at `path` and records its first, empty revision.
    ///
    /// Makes good a creation that was cut short before the first revision.
    /// - Parameter vocabulary: the text of `vocabulary.yaml`.
    /// - Throws: `.repositoryExists` when there is one with a revision already.
    package static func create(
        at path: String, vocabulary: String, by author: Author
    ) throws(RepositoryError) -> FactRepository {
        _ = try StoredVocabulary(text: vocabulary)
        let repository = FactRepository(try emptyRepository(at: path))
        guard try repository.tip() == nil else { throw RepositoryError(.repositoryExists, path) }
        try Recorder(repository, author).begin(vocabulary: vocabulary)
        return repository
    }

    private static func emptyRepository(at path: String) throws(RepositoryError) -> GitRepository {
        do {
            return try GitRepository(creatingAt: path)
        } catch  where error.code == .exists {
            return try RepositoryError.wrapping(path) { () throws(GitError) in try GitRepository(openingAt: path) }
        } catch {
            throw RepositoryError(.git(error), path)
        }
    }

    /// Opens the repository at `path` and checks that its layout is one that this program knows.
    package static func open(at path: String) throws(RepositoryError) -> FactRepository {
        let git: GitRepository
        do {
            git = try GitRepository(openingAt: path)
        } catch  where error.code == .notFound {
            throw RepositoryError(.noRepository, path)
        } catch {
            throw RepositoryError(.git(error), path)
        }
        let repository = FactRepository(git)
        try repository.checkFormat()
        return repository
    }

    /// The newest revision's commit, or `nil` before the first.
    package func tip() throws(RepositoryError) -> ObjectID? {
        try RepositoryError.wrapping(Self.branch) { () throws(GitError) in try git.head.id }
    }

    private func checkFormat() throws(RepositoryError) {
        guard let tip = try tip() else { return }
        let snapshot = try snapshot(tip)
        guard let bytes = try snapshot.file(Layout.format), let json = try? JSONParser.parse(bytes),
            let version = json.object?["format"]?.string
        else { throw RepositoryError(.damaged("it names no version"), Layout.format) }
        guard version == Layout.version else { throw RepositoryError(.unknownFormat, version) }
        guard bytes == Layout.formatBytes else {
            throw RepositoryError(.unknownFormat, "\(version) with other parameters")
        }
    }
}

/// Who records, and when: the caller's knowledge, for the repository has no clock.
package struct Author: Hashable, Sendable {
    /// A person's name.
    package let name: String
    /// A person's address.
    package let email: String
    /// Seconds from 1970-01-01T00:00:00Z.
    package let seconds: Int

    /// Who and when.
    package init(name: String, email: String, seconds: Int) {
        self.name = name
        self.email = email
        self.seconds = seconds
    }

    var signature: Signature { Signature(name: name, email: email, seconds: seconds, offsetMinutes: 0) }
}

/// A vocabulary and the text that it was read from.
struct StoredVocabulary {
    let text: String
    let vocabulary: Vocabulary

    init(text: String) throws(RepositoryError) {
        self.text = text
        do {
            vocabulary = try VocabularyReader.read(text)
        } catch {
            throw RepositoryError(.vocabulary(error), Layout.vocabulary)
        }
    }
}
