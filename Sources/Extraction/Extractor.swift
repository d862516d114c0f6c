package import Facts

/// Reads reports and states claims: a file of claims made elsewhere, a parser, an external command, a language model.
///
/// An extractor quotes; it never decides where a quotation stands. Whoever calls it anchors the quotations in the stored bytes,
/// refuses claims whose quotation is not there, and works out ids. The same report must give the same claims as long as the
/// fingerprint is the same.
package protocol Extractor: Sendable {
    /// Name, version and configuration: whatever decides what is read.
    var fingerprint: ExtractorFingerprint { get }

    /// The claims that a report version makes, in any order.
    func claims(in report: Report) async throws -> [StatedClaim]
}

/// What came of anchoring an extractor's claims in their report.
package struct AnchoredReading: Sendable {
    /// The claims whose quotations stand in the report, each once.
    package let claims: ReadClaims
    /// The claims that were refused, by their place in the list, with the quotation that was not found.
    package let refused: [(index: Int, quote: String)]

    /// Looks for the quotations of `claims` in a report.
    package init(_ claims: [StatedClaim], by extractor: ExtractorFingerprint, in report: Report) {
        let anchor = QuoteAnchor(text: report.text, bodyStart: report.record.bodyStart)
        var anchored: [AnchoredClaim] = []
        var seen: Set<ClaimID> = []
        var refused: [(index: Int, quote: String)] = []
        for (index, claim) in claims.enumerated() {
            if let found = AnchoredClaim(claim, in: anchor) {
                if seen.insert(ClaimID(found.normalised)).inserted { anchored.append(found) }
            } else {
                let missing = claim.evidence.first { anchor.evidence(for: $0) == nil }
                refused.append((index, missing?.quote ?? ""))
            }
        }
        self.claims = ReadClaims(extractor: extractor, claims: anchored)
        self.refused = refused
    }
}
