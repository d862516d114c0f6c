import FactDiff
import Facts
import TestSupport
import Testing

@Suite struct `Laws of the content label` {
    private let pool: ClaimPool
    private let records: [ReportName: ReportRecord]

    init() throws {
        pool = try ClaimPool(seed: 1, count: 600, vocabulary: .forTests())
        let known = try Desk(ClaimPool.reports.map { Draft("Qatar", "pays").in($0) }).records.values
        records = Dictionary(
            uniqueKeysWithValues: known.map { record in
                var record = record
                record.source = record.source.map { String($0.prefix { $0 != "-" }) }
                return (record.name, record)
            })
    }

    private func compare(_ a: Claim, _ b: Claim) -> ClaimComparison {
        ClaimComparison(
            a, b, standing: a.report == b.report ? .replaced : .beside, reports: (records[a.report], records[b.report]),
            vocabulary: pool.vocabulary)
    }

    @Test func `the label the other way round is the mirrored label`() {
        #expect(pool.meetings.count > 10_000)
        for (a, b) in pool.meetings {
            let (forth, back) = (compare(a, b), compare(b, a))
            #expect(back.content == forth.content.mirrored, "\(a.json) \(b.json)")
            #expect(back.trace.compared.map(\.relation) == forth.trace.compared.map(\.relation.mirrored))
        }
    }

    @Test func `a claim held against itself is unchanged`() {
        for claim in pool.claims {
            #expect(compare(claim, claim).content == .unchanged)
            #expect(compare(claim, claim).trace.compared.isEmpty)
        }
    }

    @Test func `only what is declared single-valued is contradicted, at one time, of two sources, as certain fact`() {
        var count = 0
        for (a, b) in pool.meetings where compare(a, b).content == .contradicted {
            count += 1
            #expect(pool.vocabulary.predicate(id: a.predicate).isSingleValued)
            #expect(records[a.report]?.source != records[b.report]?.source)
            for claim in [a, b] {
                #expect(claim.certainty == .certain && claim.modality.isEmpty && claim.attribution.isEmpty)
            }
        }
        #expect(count > 50)
    }

    @Test func `every label but those of whole facts is reached`() {
        let reached = Set(pool.meetings.map { compare($0.0, $0.1).content })
        #expect(reached == Set(Content.allCases).subtracting([.added, .removed, .split, .merged]))
    }

    @Test func `no speaker disputes without a claimant, and no clash is between times that cannot meet`() {
        for (a, b) in pool.meetings {
            let comparison = compare(a, b)
            if comparison.content == .disputed { #expect(!a.isOwnVoice || !b.isOwnVoice) }
            let isState = pool.vocabulary.predicate(id: a.predicate).kind == .state
            if isState, [.contradicted, .disputed].contains(comparison.content) {
                #expect(comparison.trace.overlap == .always)
            }
        }
    }
}
