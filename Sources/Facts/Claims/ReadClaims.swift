/// The claims that an extractor read in one report, with their quotations anchored in the report's stored bytes.
package struct ReadClaims: Hashable, Sendable {
    /// What read them.
    package let extractor: ExtractorFingerprint
    /// The claims, in any order; each once.
    package let claims: [AnchoredClaim]

    /// The claims of a report.
    package init(extractor: ExtractorFingerprint, claims: [AnchoredClaim]) {
        self.extractor = extractor
        self.claims = claims
    }
}
