import Linguistics
import Synchronization

/// Keeps the sentences that were parsed last: a passage is context of the three after it, and what comes next is parsed ahead,
/// many sentences together.
final class SentenceCache: Sendable {
    private struct Kept: Sendable {
        var parsed: [String: ParsedSentence] = [:]
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

    /// Sentences with their trees; those that are not kept are parsed together.
    func parsed(_ sentences: [String]) -> [ParsedSentence] {
        var parsed = kept.withLock { kept in sentences.map { kept.parsed[$0] } }
        let missing = parsed.indices.filter { parsed[$0] == nil }
        guard !missing.isEmpty else { return parsed.compactMap(\.self) }
        for (place, tree) in zip(missing, parse(missing.map { sentences[$0] })) {
            parsed[place] = ParsedSentence(TreeRepair.repaired(tree))
        }
        let found = parsed.compactMap(\.self)
        kept.withLock { kept in
            for place in missing {
                let sentence = sentences[place]
                if kept.parsed.updateValue(found[place], forKey: sentence) == nil { kept.order.append(sentence) }
            }
            let excess = max(0, kept.order.count - Self.capacity)
            for sentence in kept.order.prefix(excess) { kept.parsed[sentence] = nil }
            kept.order.removeFirst(excess)
        }
        return found
    }
}
