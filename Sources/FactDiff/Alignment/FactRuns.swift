import Facts

/// Sums over short runs of a side's facts, by which two sides find where they differ without a look at most facts.
///
/// What the trie does for two revisions of a repository, for two sets in memory: a run holds the facts whose ids begin with the
/// same bits, so both sides cut alike, whatever the other holds. Equal sums are equal runs, up to one chance in 2⁶², because what
/// is summed are the fingerprints of facts. Built once with the side, in one walk over its facts.
struct FactRuns: Sendable {
    /// How many bits at the front of an id tell its run.
    private let bits: Int
    /// Where each run begins among the facts; at the end, where the last one ends.
    private let starts: [Int]
    /// The sum of a run's fingerprints.
    private let sums: [UInt]
    /// The places of facts with which something else can disagree: they deny, or have several claims.
    let contestable: [Int]

    /// Runs of four facts or more on average.
    private static let shortest = 4

    /// The runs of facts sorted by id.
    init(_ facts: [Fact]) {
        bits = max(0, Int.bitWidth - 1 - (facts.count / Self.shortest).leadingZeroBitCount)
        var starts: [Int] = []
        var sums = [UInt](repeating: 0, count: 1 << bits)
        var contestable: [Int] = []
        starts.reserveCapacity(sums.count + 1)
        for index in facts.indices {
            let run = facts[index].id.number.leading(bits)
            while starts.count <= run { starts.append(index) }
            sums[run] &+= UInt(bitPattern: facts[index].fingerprint)
            if facts[index].isContestable { contestable.append(index) }
        }
        while starts.count <= sums.count { starts.append(facts.count) }
        (self.starts, self.sums, self.contestable) = (starts, sums, contestable)
    }

    /// The places of both sides' facts in the runs that differ, in the order of the ids.
    func differences(to other: FactRuns) -> [(own: Range<Int>, other: Range<Int>)] {
        let shared = min(bits, other.bits)
        return (0..<1 << shared).compactMap { run in
            let (mine, theirs) = (runs(run, of: shared), other.runs(run, of: shared))
            return sum(of: mine) == other.sum(of: theirs) ? nil : (places(in: mine), other.places(in: theirs))
        }
    }

    /// The runs whose ids begin with fewer bits.
    private func runs(_ run: Int, of shared: Int) -> Range<Int> {
        run << (bits - shared)..<(run + 1) << (bits - shared)
    }

    private func sum(of runs: Range<Int>) -> UInt { sums[runs].reduce(0, &+) }

    private func places(in runs: Range<Int>) -> Range<Int> { starts[runs.lowerBound]..<starts[runs.upperBound] }
}

extension Fact {
    /// Whether something else can disagree with it beside its own values.
    fileprivate var isContestable: Bool { denies || hasSeveralClaims }
}

extension UInt128 {
    /// The number that the first bits write.
    fileprivate func leading(_ bits: Int) -> Int { bits == 0 ? 0 : Int(self >> (128 - bits)) }
}
