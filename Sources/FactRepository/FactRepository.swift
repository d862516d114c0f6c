import Facts
package import Git
import Synchronization

/// A story's recorded revisions, in a bare git repository of its own.
///
/// Reading never changes anything. Recording (``record(_:by:)``) takes the repository's write lock; a reader sees the revision
/// before or the one after, never between.
package final class FactRepository: Sendable {
    /// The git repository underneath.
    package let git: GitRepository
    let vocabularies: VocabularyCache
    let trieFolders = TrieFolders()
    /// What this process recorded last.
    private let recordedReports = Mutex(RecordedReports())
    /// Asked when so much is to be packed that a recording should not wait for it.
    let packer: Packer?

    /// Puts the packs of a story together, apart from whoever records: what ``pack(all:patience:)`` does when `all` is false.
    package typealias Packer = @Sendable () -> Void

    /// The folder's name inside a story's folder.
    package static let folderName = ".annals"
    /// The reference that names the newest revision.
    package static let branch = "refs/heads/main"

    private init(_ git: GitRepository, packer: Packer? = nil) {
        self.git = git
        self.packer = packer
        vocabularies = VocabularyCache(of: git.path)
    }

    /// Creates a repository at `path` and records its first, empty revision.
    ///
    /// It is made aside, as `path.new-…`, and gets its name when it is whole: a creation that is cut short leaves at most that
    /// folder. One that another program left without a revision at `path` itself is made good.
    /// - Parameter vocabulary: the text of `vocabulary.yaml`.
    /// - Throws: `.repositoryExists` when there is one with a revision already.
    package static func create(
        at path: String, vocabulary: String, by author: Author
    ) throws(RepositoryError) -> FactRepository {
        _ = try StoredVocabulary(text: vocabulary)
        if let repository = try repositoryWithoutRevision(at: path) {
            try repository.begin(vocabulary, author)
            return repository
        }
        let folder = try RepositoryError.wrapping(path) { () throws(GitError) in try FolderPublication(at: path) }
        do throws(RepositoryError) {
            try make(folder.draft, vocabulary, author)
            try RepositoryError.wrapping(path) { () throws(GitError) in try folder.publish() }
        } catch {
            folder.abandon()
            throw error
        }
        return try open(at: path)
    }

    /// What is at `path` when it is a repository that has not begun; `nil` when nothing is there.
    private static func repositoryWithoutRevision(at path: String) throws(RepositoryError) -> FactRepository? {
        let git: GitRepository
        do throws(GitError) {
            git = try GitRepository(openingAt: path)
        } catch {
            guard error.code != .notFound else { return nil }
            throw RepositoryError(.git(error), path)
        }
        let repository = FactRepository(git)
        guard try repository.tip() == nil else { throw RepositoryError(.repositoryExists, path) }
        return repository
    }

    /// Makes a repository with its first revision, and closes it.
    private static func make(
        _ path: String, _ vocabulary: String, _ author: Author
    ) throws(RepositoryError) {
        try createEmpty(at: path).begin(vocabulary, author)
    }

    /// Makes a repository that has no revision yet.
    static func createEmpty(at path: String) throws(RepositoryError) -> FactRepository {
        let git = try RepositoryError.wrapping(path) { () throws(GitError) in try GitRepository(creatingAt: path) }
        let repository = FactRepository(git)
        try repository.keepOperations()
        return repository
    }

    private func begin(_ vocabulary: String, _ author: Author) throws(RepositoryError) {
        try keepOperations()
        try Recorder(self, author).begin(vocabulary: vocabulary)
    }

    /// Opens the repository at `path` and checks that its layout is one that this program knows.
    ///
    /// - Parameter packer: what is asked when more is to be packed than a recording should wait for; without one, whoever
    ///   records does it.
    package static func open(at path: String, packer: Packer? = nil) throws(RepositoryError) -> FactRepository {
        let git: GitRepository
        do {
            git = try GitRepository(openingAt: path)
        } catch  where error.code == .notFound {
            throw RepositoryError(.noRepository, path)
        } catch {
            throw RepositoryError(.git(error), path)
        }
        let repository = FactRepository(git, packer: packer)
        try repository.checkFormat()
        return repository
    }

    /// Opens the repository at `path` however damaged it is, for ``verify(including:)``.
    ///
    /// - Throws: when there is none, git cannot open it, or its layout is one that this program does not know.
    package static func openDamaged(at path: String) throws(RepositoryError) -> FactRepository {
        do {
            return try open(at: path)
        } catch  where error.isDamage {
            return try RepositoryError.wrapping(path) { () throws(GitError) in
                FactRepository(try GitRepository(openingAt: path))
            }
        }
    }

    /// The newest revision's commit, or `nil` before the first.
    ///
    /// - Throws: `.damaged`, naming the reference, when the branch is not where its log or the repository's content says.
    package func tip() throws(RepositoryError) -> ObjectID? {
        let head = try RepositoryError.wrapping(Self.branch) { () throws(GitError) in try git.head }
        try BranchCheck(git, head).run()
        return head.id
    }

    /// What this process recorded last, which the repository then forgets: what is at work on it may fail half way.
    func takeRecordedReports() -> RecordedReports {
        recordedReports.withLock { known in
            defer { known = RecordedReports() }
            return known
        }
    }

    /// Keeps what was recorded for the next time.
    func keep(_ reports: RecordedReports) { recordedReports.withLock { $0 = reports } }

    private func checkFormat() throws(RepositoryError) {
        if let tip = try tip() { try checkFormat(of: snapshot(tip)) }
    }

    /// Checks that the layout of a revision is one that this program knows.
    func checkFormat(of snapshot: Snapshot) throws(RepositoryError) {
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
    /// The command that was given, for the log of operations; `nil` when that is not known.
    package let invocation: Invocation?

    /// Who and when, and by what command.
    package init(name: String, email: String, seconds: Int, invocation: Invocation? = nil) {
        self.name = name
        self.email = email
        self.seconds = seconds
        self.invocation = invocation
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
