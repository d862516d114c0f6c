import Facts
import FoundationEssentials
import Git
import Synchronization

/// The vocabularies that were read, by the id of their file: most revisions share one, and reading YAML is slow.
///
/// Also kept in files beside the repository, so that the next process need not read YAML either. Those are never needed for
/// correctness: the folder may be deleted at any time, and a file that is damaged counts as none.
final class VocabularyCache: Sendable {
    private let known = Mutex<[ObjectID: Vocabulary]>([:])
    /// By the file of the rulings on names, then by that of the vocabulary.
    private let ruled = Mutex<[ObjectID: [ObjectID: Vocabulary]]>([:])
    private let folder: String

    /// The vocabularies of the repository at a path.
    init(of repository: String) { folder = repository + "/cache/vocabularies" }

    /// The vocabulary of a file of a repository.
    func vocabulary(_ file: ObjectID, in repository: GitRepository) throws(RepositoryError) -> Vocabulary {
        if let vocabulary = known.withLock({ $0[file] }) { return vocabulary }
        let vocabulary = if let kept = kept(file) { kept } else { keep(try Self.read(file, repository), file) }
        known.withLock { $0[file] = vocabulary }
        return vocabulary
    }

    /// The vocabulary of a file with the rulings of another, made when it is asked for the first time.
    func vocabulary(
        following rulings: ObjectID, from file: ObjectID, _ make: () throws(RepositoryError) -> Vocabulary
    ) throws(RepositoryError) -> Vocabulary {
        if let vocabulary = ruled.withLock({ $0[rulings]?[file] }) { return vocabulary }
        let vocabulary = try make()
        ruled.withLock { $0[rulings, default: [:]][file] = vocabulary }
        return vocabulary
    }

    private static func read(_ file: ObjectID, _ repository: GitRepository) throws(RepositoryError) -> Vocabulary {
        let bytes = try RepositoryError.wrapping(Layout.vocabulary) { () throws(GitError) in try repository.blob(file) }
        return try StoredVocabulary(text: String(decoding: bytes, as: UTF8.self)).vocabulary
    }

    private func kept(_ file: ObjectID) -> Vocabulary? {
        FileManager.default.contents(atPath: "\(folder)/\(file)").flatMap {
            VocabularyArchive.vocabulary(of: Array($0))
        }
    }

    /// Keeps a vocabulary where that is possible; nothing is lost but time where it is not.
    private func keep(_ vocabulary: Vocabulary, _ file: ObjectID) -> Vocabulary {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let bytes = Data(VocabularyArchive.bytes(of: vocabulary))
        try? bytes.write(to: URL(filePath: "\(folder)/\(file)"), options: .atomic)
        return vocabulary
    }
}
