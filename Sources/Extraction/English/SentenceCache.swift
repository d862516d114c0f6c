import Linguistics
import Synchronization

/// Keeps the trees of the sentences that were parsed last: a passage is context of the three after it, and what comes next
/// is parsed ahead, many sentences together.
final class SentenceCache: Sendable {
    private struct Kept: Sendable {
        var trees: [String: ParsedText] = [:]
        /// The sentences in the order in which they came.
        var order: [String] = []
    }

    private let kept = Mutex(Kept())
    private let parse: @Sendable ([String]) -> [ParsedText]

    /// So many sentences are kept; those of what is parsed ahead and of three long passages.
    private static let capacity = 192

    /// A cache that is empty.
    ///
    /// - Parameter parse: parses sentences, each by itself.
    init(parse: @escaping @Sendable ([String]) -> [ParsedText]) { self.parse = parse }

    /// The trees of sentences, put right; those that are not kept are parsed together.
    func trees(of sentences: [String]) -> [ParsedText] {
        var trees = kept.withLock { kept in sentences.map { kept.trees[$0] } }
        let missing = trees.indices.filter { trees[$0] == nil }
        guard !missing.isEmpty else { return trees.compactMap(\.self) }
        for (place, tree) in zip(missing, parse(missing.map { sentences[$0] })) {
            trees[place] = TreeRepair.repaired(tree)
        }
        let found = trees.compactMap(\.self)
        kept.withLock { kept in
            for place in missing {
                let sentence = sentences[place]
                if kept.trees.updateValue(found[place], forKey: sentence) == nil { kept.order.append(sentence) }
            }
            let excess = max(0, kept.order.count - Self.capacity)
            for sentence in kept.order.prefix(excess) { kept.trees[sentence] = nil }
            kept.order.removeFirst(excess)
        }
        return found
    }
}
