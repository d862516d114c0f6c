import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `Two editions of one report` {
    /// The comparison of a report's claims, the editions of 1 March and 1 June 2021.
    private func comparison(
        _ former: Draft, _ latter: Draft, notice: String? = nil, isSwapped: Bool = false
    ) throws -> ClaimComparison {
        var desk = try Desk([former, latter])
        let claims = try [former, latter].map { try $0.claim(desk.vocabulary) }
        try desk.know("ledger") { $0.published = Time(edtf: "2021-03-01") }
        let first = desk.records["ledger"]
        try desk.know("ledger") {
            $0.published = Time(edtf: "2021-06-01")
            $0.notice = notice
        }
        let second = desk.records["ledger"]
        return isSwapped
            ? ClaimComparison(
                claims[1], claims[0], standing: .replaced, reports: (second, first), vocabulary: desk.vocabulary)
            : ClaimComparison(
                claims[0], claims[1], standing: .replaced, reports: (first, second), vocabulary: desk.vocabulary)
    }

    private func expect(
        _ content: Content, _ rule: Rule, _ former: Draft, _ latter: Draft, notice: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let forth = try comparison(former, latter, notice: notice)
        let back = try comparison(former, latter, notice: notice, isSwapped: true)
        #expect(forth.content == content && forth.trace.rule == rule, sourceLocation: sourceLocation)
        #expect(back.content == content.mirrored && back.trace.rule == rule, sourceLocation: sourceLocation)
    }

    @Test func `another plan for a time to come is an update`() throws {
        let payment = Draft("Qatar", "pays", "Gaza", "2021-12")
        try expect(
            .updated, .stillToCome, payment.arguments(["amount": "US$30 million"]),
            payment.arguments(["amount": "US$80 million"]))
    }

    @Test func `what was to come later and came about between the editions is an update`() throws {
        try expect(
            .updated, .stillToCome, Draft("Cohen", "visited", "Qatar", "2021-08"),
            Draft("Cohen", "visited", "Qatar", "2021-04"))
    }

    @Test func `what was to come later and had come about before both editions is a correction`() throws {
        try expect(
            .corrected, .sameReport, Draft("Cohen", "visited", "Qatar", "2021-08"),
            Draft("Cohen", "visited", "Qatar", "2020-04"))
    }

    @Test func `another sum for a time gone by is a correction`() throws {
        let payment = Draft("Qatar", "pays", "Gaza", "2021-04")
        try expect(
            .corrected, .sameReport, payment.arguments(["amount": "US$30 million"]),
            payment.arguments(["amount": "US$80 million"]))
    }

    @Test func `an end that was expected later and came about now is an update`() throws {
        try expect(
            .updated, .expectedDateGaveWay, Draft("Barnea", "leaves office on", "2022-12-31", "2017/.."),
            Draft("Barnea", "leaves office on", "2021-05-28", "2017/.."))
    }

    @Test func `an end far off that is put further off is a correction`() throws {
        try expect(
            .corrected, .sameReport, Draft("Barnea", "leaves office on", "2022-12-31", "2017/.."),
            Draft("Barnea", "leaves office on", "2024-12-31", "2017/.."))
    }

    @Test func `an end that had passed is corrected`() throws {
        try expect(
            .corrected, .sameReport, Draft("Barnea", "leaves office on", "2021-01-31", "2017/.."),
            Draft("Barnea", "leaves office on", "2021-05-28", "2017/.."))
    }

    @Test func `a successor who had long taken over by the first edition is a correction`() throws {
        try expect(
            .corrected, .bothHadBegun, Draft("Mossad", "is headed by", "Cohen", "2011/.."),
            Draft("Mossad", "is headed by", "Barnea", "2016/.."))
    }

    @Test func `a later period is an update however late it is told`() throws {
        let forth = try comparison(
            Draft("Qatar", "is headed by", "Hamad", "2012"), Draft("Qatar", "is headed by", "Tamim", "2014"))
        #expect(forth.content == .updated && forth.trace.rule == .laterTime)
    }

    @Test func `a notice of correction decides where no time does`() throws {
        let (former, latter) = (Draft("Mossad", "is headed by", "Cohen"), Draft("Mossad", "is headed by", "Barnea"))
        try expect(.corrected, .theNoticeSaysSo, former, latter, notice: "Corrected on 1 June: the name was wrong.")
        try expect(.undetermined, .timeNotKnownToBeTheSame, former, latter, notice: "With more from the ministry.")
    }
}
