/// A stated claim whose quotations were looked for in its report.
package struct AnchoredClaim: Hashable, Sendable {
    /// What is stated.
    package let stated: StatedClaim
    /// Its quotations, each with how it was found.
    package let evidence: [Evidence]
    /// Digest of what is stated, with the quotations as they stand in the report.
    package let id: ClaimID

    /// A claim that came with its quotations anchored, or that has none to look for.
    package init(stated: StatedClaim, evidence: [Evidence]) {
        self.stated = stated
        self.evidence = evidence
        id = ClaimID(stated, quoting: evidence.lazy.map(\.quote))
    }

    /// Looks for a claim's quotations; `nil` when one of them does not stand in the report.
    package init?(_ stated: StatedClaim, in anchor: QuoteAnchor) {
        let evidence = stated.evidence.compactMap(anchor.evidence(for:))
        guard evidence.count == stated.evidence.count else { return nil }
        self.init(stated: stated, evidence: evidence)
    }
}
