import Facts

/// The lines of some buckets, so that none of them is read twice.
struct KnownLines {
    private var buckets: [String: [ClaimLine]] = [:]

    /// Adds the bucket of the facts whose ids start with `prefix`.
    mutating func add(_ bucket: [ClaimLine], _ prefix: String) { buckets[prefix] = bucket }

    /// The lines of all facts whose ids start so, in order; `nil` when their bucket is not among these.
    func lines(startingWith prefix: String) -> [ClaimLine]? {
        for count in 0...prefix.count {
            guard let bucket = buckets[String(prefix.prefix(count))] else { continue }
            return bucket.filter { $0.fact.hasPrefix(prefix) }
        }
        return nil
    }
}
