import Facts

/// The bytes of some buckets, so that none of them is read twice.
struct KnownBuckets: Sendable {
    private var buckets: [FactRegion: (place: BucketPlace, bytes: [UInt8])] = [:]

    /// Adds a bucket.
    mutating func add(_ bytes: [UInt8], _ place: BucketPlace) { buckets[place.region] = (place, bytes) }

    /// The bytes of the bucket with the facts of a region, no more and no fewer; `nil` when it is not among these.
    subscript(region: FactRegion) -> [UInt8]? { buckets[region]?.bytes }

    /// The lines of the facts in a region, in order; `nil` when it is not in one of these buckets, none when that is not worth
    /// reading.
    func lines(
        in region: FactRegion, where isWorthReading: ([UInt8]) -> Bool
    ) throws(RepositoryError) -> [ClaimLine]? {
        for depth in 0...region.depth {
            guard let (place, bytes) = buckets[region.around(depth: depth)] else { continue }
            guard isWorthReading(bytes) else { return [] }
            return try Bucket.lines(of: bytes, place).filter { region.contains($0.fact) }
        }
        return nil
    }
}
