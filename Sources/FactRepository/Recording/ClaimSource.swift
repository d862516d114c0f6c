package import Facts

/// Claims that are read when their report's turn comes, so that they need not be in memory all at once.
package struct ClaimSource: Sendable {
    /// What read them all.
    package let extractor: ExtractorFingerprint
    /// The reports that have claims here.
    package let names: Set<ReportName>
    /// All predicates of the claims, as they are stated.
    package let predicates: Set<String>
    private let read: @Sendable (ReportName) -> [AnchoredClaim]?

    /// A source of claims.
    ///
    /// - Parameter read: the claims of one of the reports, the same whenever it is asked; `nil` when they cannot be had again.
    ///   Several threads ask at the same time.
    package init(
        extractor: ExtractorFingerprint, names: Set<ReportName>, predicates: Set<String>,
        read: @escaping @Sendable (ReportName) -> [AnchoredClaim]?
    ) {
        self.extractor = extractor
        self.names = names
        self.predicates = predicates
        self.read = read
    }

    /// The claims of a report that has some here.
    ///
    /// - Throws: `.claimsGone` when they cannot be had again.
    func claims(of name: ReportName) throws(RepositoryError) -> ReadClaims {
        guard let claims = read(name) else { throw RepositoryError(.claimsGone, name.description) }
        return ReadClaims(extractor: extractor, claims: claims)
    }
}
