import Facts

/// The bytes of some buckets, so that none of them is read twice.
struct KnownBuckets: Sendable {
    private var buckets: [FactRegion: (place: BucketPlace, bytes: [UInt8]?)] = [:]

    /// Adds a bucket; `nil` for the bytes of one of which no more than its name is kept.
    mutating func add(_ bytes: [UInt8]?, _ place: BucketPlace) { buckets[place.region] = (place, bytes) }

    /// The bytes of the bucket with the facts of a region, no more and no fewer; `nil` when they are not among these.
    subscript(region: FactRegion) -> [UInt8]? { buckets[region]?.bytes }

    /// The lines of the facts in a region, in order; `nil` when they are not in these buckets.
    ///
    /// - Parameter areDenialsEnough: whether a bucket without a denial is passed by.
    func lines(in region: FactRegion, areDenialsEnough: Bool) throws(RepositoryError) -> [ClaimLine]? {
        for depth in 0...region.depth {
            guard let (place, bytes) = buckets[region.around(depth: depth)] else { continue }
            guard place.mayDeny || !areDenialsEnough else { return [] }
            guard let bytes else { return nil }
            return try Bucket.lines(of: bytes, place).filter { region.contains($0.fact) }
        }
        return nil
    }
}
