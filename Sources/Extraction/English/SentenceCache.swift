import Linguistics
import Synchronization

/// Keeps the trees of the sentences that were parsed last: a passage is context of the three after it.
final class SentenceCache: Sendable {
    private struct Kept: Sendable {
        var trees: [String: ParsedText] = [:]
        /// The sentences in the order in which they came.
        var order: [String] = []
    }

    private let kept = Mutex(Kept())
    private let parse: @Sendable (String) -> ParsedText

    /// So many sentences are kept; those of four long passages.
    private static let capacity = 96

    /// A cache that is empty.
    init(parse: @escaping @Sendable (String) -> ParsedText) { self.parse = parse }

    /// The tree of a sentence, put right.
    func tree(of sentence: String) -> ParsedText {
        if let tree = kept.withLock({ $0.trees[sentence] }) { return tree }
        let tree = TreeRepair.repaired(parse(sentence))
        kept.withLock { kept in
            if kept.trees.updateValue(tree, forKey: sentence) == nil { kept.order.append(sentence) }
            if kept.order.count > Self.capacity { kept.trees[kept.order.removeFirst()] = nil }
        }
        return tree
    }
}
