import Extraction
import Facts
import Testing

/// What every extractor promises; to be run against a new one with reports that it can read.
struct ExtractorConformance {
    /// Makes the extractor afresh, so that nothing can be kept between two readings.
    let make: () throws -> any Extractor
    /// Reports in which it finds something.
    let reports: [Report]

    /// Checks all of it.
    func check() async throws {
        for report in reports {
            let (first, second) = (try make(), try make())
            #expect(first.fingerprint == second.fingerprint, "the fingerprint is not that of what reads")
            let claims = try await first.claims(in: report)
            #expect(!claims.isEmpty, "it finds nothing in \(report.record.name)")
            #expect(try await first.claims(in: report) == claims, "the same report, read twice, differs")
            #expect(try await second.claims(in: report) == claims, "the same report, read by another like it, differs")
            for claim in claims { check(claim, in: report) }
            let reading = AnchoredReading(claims, by: first.fingerprint, in: report)
            #expect(reading.refused.isEmpty, "quotations that are not in \(report.record.name)")
        }
    }

    private func check(_ claim: StatedClaim, in report: Report) {
        #expect(claim.report == report.record.name, "a claim names another report")
        #expect(!claim.predicate.isBlank && !claim.subject.text.isBlank, "a claim says nothing")
        for evidence in claim.evidence {
            guard let start = evidence.start, let end = evidence.end else { continue }
            let isThere = 0 <= start && start <= end && end <= report.text.count
            #expect(
                isThere && report.text[start..<end].elementsEqual(evidence.quote.utf8),
                "the quotation \"\(evidence.quote)\" is not at its place")
        }
    }
}

@Suite struct ExtractorConformanceTests {
    @Test func `a file of claims is an extractor like any other`() async throws {
        let lines = [
            line("wire", #","evidence":[{"quote":"visited Israel","start":6,"end":20}]"#),
            line("other", #","evidence":[{"quote":"in 2009"}]"#),
        ]
        let conformance = ExtractorConformance(
            make: { try ClaimsFile(LineReader(Array(lines.joined(separator: "\n").utf8))) },
            reports: [try report("Qatar visited Israel."), try report("So it did in 2009.", "other.txt")])
        try await conformance.check()
    }

    @Test func `a fingerprint that is given takes the place of the file's`() throws {
        let rules = try #require(ExtractorFingerprint("rules@2"))
        let header = Array(#"{"annals":"claims/1","extractor":"desk@1"}"#.utf8)
        #expect(try ClaimsFile(LineReader(header)).fingerprint.description == "desk@1")
        #expect(try ClaimsFile(LineReader(header), by: rules).fingerprint == rules)
        #expect(try ClaimsFile(LineReader([])).fingerprint == .unnamed)
    }
}
