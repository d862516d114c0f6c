import Extraction
import Facts
import Testing

/// What every extractor promises; to be run against a new one with passages in which it finds something.
struct ExtractorConformance {
    /// Makes the extractor afresh, so that nothing can be kept between two readings.
    let make: () async throws -> any Extractor
    /// Passages in which it finds something.
    let passages: [Passage]

    /// Checks all of it.
    func check() async throws {
        let findings = await ExtractorCheck(passages).findings(of: make)
        for violation in findings.violations {
            Issue.record("\(violation.promise) in \(violation.passage?.text.prefix(80) ?? "no passage")")
        }
        #expect(findings.claims.count == passages.count && !findings.claims.contains(0), "it finds nothing")
    }
}
