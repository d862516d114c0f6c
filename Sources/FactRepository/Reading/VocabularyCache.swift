import Facts
import Git
import Synchronization

/// The vocabularies that were read, by the id of their file: most revisions share one, and reading YAML is slow.
final class VocabularyCache: Sendable {
    private let known = Mutex<[ObjectID: Vocabulary]>([:])

    /// The vocabulary of a file, read by `read` when it is not known yet.
    func vocabulary(
        _ file: ObjectID, read: () throws(RepositoryError) -> Vocabulary
    ) throws(RepositoryError) -> Vocabulary {
        if let vocabulary = known.withLock({ $0[file] }) { return vocabulary }
        let vocabulary = try read()
        known.withLock { $0[file] = vocabulary }
        return vocabulary
    }
}
