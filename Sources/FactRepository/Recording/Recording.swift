package import Facts

/// What one act of recording brings in.
package struct Recording: Sendable {
    /// Reports that are new or may have changed; at most one of a name.
    package var reports: [Report] = []
    /// For each report whose claims were made anew, all of them: they take the place of the report's earlier claims.
    package var claims: [ReportName: ReadClaims] = [:]
    /// Reports that their publishers took down.
    package var withdrawn: Set<ReportName> = []
    /// Whether every report that is not among ``reports`` is withdrawn.
    package var isComplete = false
    /// The text of the vocabulary to use from now on; `nil` to keep it.
    package var vocabulary: String?
    /// What the person says; `nil` for a message made of the counts.
    package var message: String?

    /// Nothing.
    package init() {}
}

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
