/// Which packs are to be put together next, so that they are few and small, and none is written over often.
///
/// A revision comes as a pack of its own, in which whatever it touches stands whole: 41 objects and 75 kB for ten changes, of which
/// 5 kB are left once they are deltas to what was there before. So there are two rules:
///
/// 1. **One pack of all.** As soon as all packs but the largest come to more than a third of it, all become one. The largest is
///    copied as it lies; what the others have becomes deltas to it. The packs are then never larger than 4/3 of what they would
///    be in one.
/// 2. **Tiers.** Until then, packs of 8ⁿ to 8ⁿ⁺¹ objects are of one tier, and eight of a tier become one of the next: a
///    log-structured merge (O'Neil et al., "The log-structured merge-tree", 1996), as `git repack --geometric` does it too.
///
/// What it costs, over 10,000 revisions of ten changes each (counted by a test of this rule alone):
///
/// | facts | most packs | rolls of all | copies of an object, mean | bytes written a revision | bytes to those of one pack, at most |
/// |---|---|---|---|---|---|
/// | 10,000 | 17 | 112 | 36 | 0.34 MB | 1.30 |
/// | 100,000 | 20 | 35 | 17 | 0.36 MB | 1.30 |
/// | 1,000,000 | 24 | 5 | 5 | 0.41 MB | 1.30 |
///
/// The tiers write a revision's 75 kB once or twice more; the rest is the largest pack, which is copied without being looked into.
/// Its share is the same for any number of facts: a pack of N bytes is copied once in N/3 bytes.
struct PackPlan {
    /// A pack that may be put together with others.
    struct Pack: Hashable {
        /// `pack-` and a hash.
        let name: String
        /// How many objects it has.
        let objects: Int
        /// How large it is, without its index.
        let bytes: Int
    }

    private let packs: [Pack]

    /// Below so many bytes, packs are not worth being made one for their size.
    private static let smallest = 256 << 10
    private static let width = 8
    /// So many packs make all reading slow.
    private static let many = 40

    /// A plan for the packs that there are.
    init(_ packs: [Pack]) { self.packs = packs }

    /// The packs that should become one next, of all together no more than `limit` bytes; none when all is well.
    ///
    /// Where there are very many because nobody ever does what is large, the limit does not count for tiers.
    func due(atMost limit: Int = .max) -> [Pack] {
        let bytes = packs.reduce(0) { $0 + $1.bytes }
        let largest = packs.map(\.bytes).max() ?? 0
        if bytes <= limit, bytes - largest > max(largest / 3, Self.smallest) { return packs }
        return dueTiers(atMost: packs.count < Self.many ? limit : .max)
    }

    /// All packs of the tiers that are full, or get full by those below.
    private func dueTiers(atMost limit: Int) -> [Pack] {
        let tiers = packs.map { Self.tier($0.objects) }
        var (due, carried): ([Pack], Int) = ([], 0)
        for tier in 0...(tiers.max() ?? 0) {
            carried = tiers.count { $0 == tier } + carried >= Self.width ? 1 : 0
            let candidates = packs.indices.filter { tiers[$0] <= tier }.map { packs[$0] }
            if carried == 1, candidates.reduce(0, { $0 + $1.bytes }) <= limit { due = candidates }
        }
        return due
    }

    private static func tier(_ count: Int) -> Int { max(0, Int.bitWidth - 1 - count.leadingZeroBitCount) / 3 }
}
