import FactIndex
import FactRepository
import Synchronization

/// A story's index once it was opened: opening it takes longer than most of what is looked up.
final class OpenedIndex: Sendable {
    private let index = Mutex<FactIndex?>(nil)

    /// The index that was opened, or that is opened now where there is one.
    func existing(of repository: FactRepository) -> FactIndex? {
        index.withLock { index in
            guard FactIndex.exists(in: repository) else {
                index = nil
                return nil
            }
            if index == nil { index = try? FactIndex(of: repository) }
            return index
        }
    }

    /// The index that was opened, or that is opened or begun now.
    func index(of repository: FactRepository) throws -> FactIndex {
        if let known = existing(of: repository) { return known }
        return try index.withLock { index in
            let opened = try FactIndex(of: repository)
            index = opened
            return opened
        }
    }

    /// Deletes the story's index.
    func delete(of repository: FactRepository) {
        index.withLock { $0 = nil }
        FactIndex.delete(in: repository)
    }
}
