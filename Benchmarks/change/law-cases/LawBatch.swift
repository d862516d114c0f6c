import FactDiff
import FactTestSupport
import Facts
import TestSupport

/// Cases made from one pool of claims: pairs of claims, and pairs of sides that hold some of them.
struct LawBatch: Sendable {
    let seed: UInt64
    let claimPairs: Int
    let sidePairs: Int

    /// Tries as many cases, batches beside one another.
    static func tally(of count: Int, from first: UInt64) async throws -> LawTally {
        try await withThrowingTaskGroup(of: LawTally.self) { group in
            for batch in dividing(count, from: first) { group.addTask { try batch.run() } }
            var tally = LawTally()
            for try await part in group { tally.add(part) }
            return tally
        }
    }

    /// One case in twenty is a pair of sides, which takes far longer than a pair of claims and has more laws.
    private static func dividing(_ count: Int, from first: UInt64) -> [LawBatch] {
        stride(from: 0, to: count, by: size).enumerated().map { index, start in
            let cases = min(size, count - start)
            return LawBatch(seed: first &+ UInt64(index), claimPairs: cases - cases / 20, sidePairs: cases / 20)
        }
    }

    private static let size = 4_000
    private static let poolSize = 600

    func run() throws -> LawTally {
        let pool = try ClaimPool(seed: seed, count: Self.poolSize, vocabulary: .forTests())
        var tally = LawTally()
        try runClaims(pool, &tally)
        try runSides(pool, &tally)
        return tally
    }

    /// One pair in eight is of any two claims, one of two that the vocabulary sets against one another across facts; the others are
    /// of two that stand in one fact.
    private func runClaims(_ pool: ClaimPool, _ tally: inout LawTally) throws {
        var random = SeededGenerator(seed: seed)
        let reports = try reports()
        for number in 0..<claimPairs {
            let pair =
                switch number % 8 {
                case 0: (random.pick(pool.claims), random.pick(pool.claims))
                case 1: random.pick(pool.oppositions)
                default: random.pick(pool.meetings)
                }
            let meeting = ClaimMeeting(pair.0, pair.1, reports: reports, vocabulary: pool.vocabulary)
            for law in ClaimLaw.allCases {
                tally.note(law.rawValue, holds: law.holds(for: meeting), place: "\(pair.0.json) \(pair.1.json)")
            }
        }
        tally.claimPairs += claimPairs
    }

    private func runSides(_ pool: ClaimPool, _ tally: inout LawTally) throws {
        for number in 0..<sidePairs {
            let own = seed &* 1_000_003 &+ UInt64(number)
            let pair = try SidePair(pool, seed: own)
            for law in ChangeSetLaw.allCases {
                tally.note(law.rawValue, holds: try law.holds(for: pair), place: "pool \(seed), seed \(own)")
            }
        }
        tally.sidePairs += sidePairs
    }

    /// Reports of which some are of one source, some of none and some dated.
    private func reports() throws -> [ReportName: ReportRecord] {
        var random = SeededGenerator(seed: ~seed)
        let records = try ClaimPool.reports.map { name in
            var record = ReportRecord(name: try ReportName(name).orThrow(), text: [])
            record.source = random.chance(5) ? nil : String(name.prefix { $0 != "-" })
            record.published = random.chance(3) ? nil : Time(edtf: random.pick(["2020-02-23", "2020-02-25"]))
            return (record.name, record)
        }
        return Dictionary(uniqueKeysWithValues: records)
    }
}
