import Facts

/// The bytes of some buckets, so that none of them is read twice.
struct KnownBuckets {
    private var buckets: [String: [UInt8]] = [:]

    /// Adds the bucket of the facts whose ids start with `prefix`.
    mutating func add(_ bucket: [UInt8], _ prefix: String) { buckets[prefix] = bucket }

    /// The lines of all facts whose ids start so, in order; `nil` when their bucket is not among these, none when it is not worth
    /// reading.
    func lines(
        startingWith prefix: String, where isWorthReading: ([UInt8]) -> Bool
    ) throws(RepositoryError) -> [ClaimLine]? {
        for count in 0...prefix.count {
            let position = String(prefix.prefix(count))
            guard let bucket = buckets[position] else { continue }
            guard isWorthReading(bucket) else { return [] }
            return try Bucket.lines(of: bucket, position).filter { $0.fact.hasPrefix(prefix) }
        }
        return nil
    }
}
