/// Which packs are to be put together, so that there are few and none is written over often.
///
/// Packs of 8ⁿ to 8ⁿ⁺¹ objects are of one tier. Eight of a tier become one of the next, so an object is copied once a tier:
/// a log-structured merge (O'Neil et al., "The log-structured merge-tree", 1996), as `git repack --geometric` does it too.
enum PackTiers {
    private static let width = 8

    /// The places, in a list of how many objects each pack has, of the packs that should become one; none when all is well.
    static func due(_ counts: [Int]) -> [Int] {
        let tiers = counts.map(tier)
        var (due, carried) = (-1, 0)
        for tier in 0...(tiers.max() ?? 0) {
            carried = tiers.count { $0 == tier } + carried >= width ? 1 : 0
            if carried == 1 { due = tier }
        }
        return counts.indices.filter { tiers[$0] <= due }
    }

    private static func tier(_ count: Int) -> Int { max(0, Int.bitWidth - 1 - count.leadingZeroBitCount) / 3 }
}
