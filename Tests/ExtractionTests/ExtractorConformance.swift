import Extraction
import Facts
import Testing

/// What every extractor promises; to be run against a new one with passages in which it finds something.
struct ExtractorConformance {
    /// Makes the extractor afresh, so that nothing can be kept between two readings.
    let make: () throws -> any Extractor
    /// Passages in which it finds something.
    let passages: [Passage]

    /// Checks all of it.
    func check() async throws {
        for passage in passages {
            let (first, second) = (try make(), try make())
            #expect(first.fingerprint == second.fingerprint, "the fingerprint is not that of what reads")
            let reading = try await first.read(passage)
            #expect(!reading.claims.isEmpty, "it finds nothing in \(passage.text)")
            #expect(try await first.read(passage) == reading, "the same passage, read twice, differs")
            #expect(try await second.read(passage) == reading, "the same passage, read by another like it, differs")
            for claim in reading.claims { check(claim, in: passage) }
        }
    }

    private func check(_ claim: StatedClaim, in passage: Passage) {
        #expect(claim.report == passage.report, "a claim names another report")
        #expect(!claim.predicate.isBlank && !claim.subject.text.isBlank, "a claim says nothing")
        let text = Array(passage.text.utf8)
        for evidence in claim.evidence {
            guard let start = evidence.start, let end = evidence.end else {
                #expect(passage.text.contains(evidence.quote), "the quotation \"\(evidence.quote)\" is not there")
                continue
            }
            let isThere = 0 <= start && start <= end && end <= text.count
            #expect(
                isThere && text[start..<end].elementsEqual(evidence.quote.utf8),
                "the quotation \"\(evidence.quote)\" is not at its place")
        }
    }
}
