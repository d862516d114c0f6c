package import Facts

/// What came of anchoring an extractor's claims in their report.
package struct AnchoredReading: Sendable {
    /// The claims whose quotations stand in the report, each once.
    package let claims: ReadClaims
    /// For each of the claims, its place in the list that was given.
    package let indices: [Int]
    /// The claims that were refused, by their place in the list, with the quotation that was not found.
    package let refused: [(index: Int, quote: String)]

    /// Looks for the quotations of `claims` in a report.
    package init(_ claims: [StatedClaim], by extractor: ExtractorFingerprint, in report: Report) {
        let anchor = QuoteAnchor(report)
        var anchored: [AnchoredClaim] = []
        var indices: [Int] = []
        var seen: Set<ClaimID> = []
        var refused: [(index: Int, quote: String)] = []
        for (index, claim) in claims.enumerated() {
            if let found = AnchoredClaim(claim, in: anchor) {
                guard seen.insert(found.id).inserted else { continue }
                anchored.append(found)
                indices.append(index)
            } else {
                let missing = claim.evidence.first { anchor.evidence(for: $0) == nil }
                refused.append((index, missing?.quote ?? ""))
            }
        }
        self.claims = ReadClaims(extractor: extractor, claims: anchored)
        self.indices = indices
        self.refused = refused
    }
}
