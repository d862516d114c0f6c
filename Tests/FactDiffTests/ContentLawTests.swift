import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `Laws of the content label` {
    private static let generated = Result {
        let pool = try ClaimPool(seed: 1, count: 750, vocabulary: .forTests())
        let known = try Desk(ClaimPool.reports.map { Draft("Qatar", "pays").in($0) }).records.values
        let records = known.map { record in
            var record = record
            record.source = record.source.map { String($0.prefix { $0 != "-" }) }
            return (record.name, record)
        }
        return (pool, Dictionary(uniqueKeysWithValues: records))
    }
    private static let compared = Result {
        let (pool, records) = try generated.get()
        return (pool.meetings + pool.oppositions).map {
            ClaimMeeting($0, $1, reports: records, vocabulary: pool.vocabulary)
        }
    }

    private let pool: ClaimPool
    private let records: [ReportName: ReportRecord]
    private let meetings: [ClaimMeeting]

    init() throws {
        (pool, records) = try Self.generated.get()
        meetings = try Self.compared.get()
    }

    @Test(arguments: ClaimLaw.allCases) func `hold`(law: ClaimLaw) {
        #expect(meetings.count > 7_000)
        for meeting in meetings where !law.holds(for: meeting) {
            Issue.record("\(meeting.before.json) \(meeting.after.json)")
        }
    }

    @Test func `only what is declared single-valued is contradicted, of two sources, as certain fact`() {
        let contradicted = meetings.filter { $0.comparison.content == .contradicted }
        #expect(contradicted.count > 50)
        for meeting in contradicted {
            let (a, b) = (meeting.before, meeting.after)
            #expect(pool.vocabulary.predicate(id: a.predicate).isSingleValued)
            #expect(records[a.report]?.source != records[b.report]?.source)
            for claim in [a, b] {
                #expect(claim.certainty == .certain && claim.modality.isEmpty && claim.attribution.isEmpty)
            }
        }
    }

    @Test func `every label but those of whole facts is reached`() {
        let reached = Set(meetings.map(\.comparison.content))
        #expect(reached == Set(Content.allCases).subtracting([.added, .removed, .split, .merged]))
    }

    @Test func `nothing is disputed without a claimant`() {
        for meeting in meetings where meeting.comparison.content == .disputed {
            #expect(!meeting.before.isOwnVoice || !meeting.after.isOwnVoice)
        }
    }

    @Test func `states clash only where their times must meet`() {
        for meeting in meetings where pool.vocabulary.predicate(id: meeting.before.predicate).kind == .state {
            guard [.contradicted, .disputed].contains(meeting.comparison.content) else { continue }
            #expect(meeting.comparison.trace.overlap == .always)
        }
    }
}
