package import Facts
import Synchronization

/// An extractor that reads a passage only when no reading of it is kept.
///
/// Kept or fresh, the reading is the same: a fresh one is handed on as it will be read from the cache.
package final class CachingExtractor: Extractor {
    /// How often the cache had the answer.
    package struct Counts: Hashable, Sendable {
        /// Readings that were kept.
        package var hits: Int
        /// Passages that had to be read.
        package var misses: Int
        /// Readings that could not be kept, as on a full disk.
        package var unkept: Int

        /// Counts.
        package init(hits: Int = 0, misses: Int = 0, unkept: Int = 0) {
            (self.hits, self.misses, self.unkept) = (hits, misses, unkept)
        }
    }

    private struct State {
        var counts = Counts()
        var bytesSincePruning: Int
    }

    private let extractor: any Extractor
    private let cache: ReadingCache
    private let state: Mutex<State>

    /// An extractor with a cache before it.
    package init(_ extractor: any Extractor, cache: ReadingCache) {
        (self.extractor, self.cache) = (extractor, cache)
        // As if much had been written: what earlier runs left is pruned with the first reading that is kept.
        state = Mutex(State(bytesSincePruning: cache.limit))
    }

    package var fingerprint: ExtractorFingerprint { extractor.fingerprint }

    /// How often the cache had the answer, up to now.
    package var counts: Counts { state.withLock { $0.counts } }

    package func prepare(_ passages: [Passage]) async {
        let fingerprint = fingerprint
        await extractor.prepare(passages.filter { !cache.hasReading(of: $0, by: fingerprint) })
    }

    package func read(_ passage: Passage) async throws -> PassageReading {
        if let kept = cache.reading(of: passage, by: fingerprint) {
            state.withLock { $0.counts.hits += 1 }
            return kept
        }
        let fresh = try await extractor.read(passage)
        state.withLock { $0.counts.misses += 1 }
        // One that does not read back, such as one with an empty subject, is for the caller to refuse.
        guard let reading = fresh.asKept else { return fresh }
        keep(reading, of: passage)
        return reading
    }

    private func keep(_ reading: PassageReading, of passage: Passage) {
        do {
            let bytes = try cache.keep(reading, of: passage, by: fingerprint)
            let isDue = state.withLock { state in
                state.bytesSincePruning += bytes
                guard state.bytesSincePruning >= cache.limit / 8 else { return false }
                state.bytesSincePruning = 0
                return true
            }
            if isDue { cache.prune() }
        } catch {
            state.withLock { $0.counts.unkept += 1 }
        }
    }
}

extension PassageReading {
    /// The reading as it comes back from the cache; `nil` when it does not.
    fileprivate var asKept: PassageReading? {
        guard let stored = try? JSONParser.parse(json.canonicalBytes) else { return nil }
        return try? PassageReading(json: stored)
    }
}
