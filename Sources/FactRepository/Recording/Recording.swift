package import Facts

/// What one act of recording brings in.
package struct Recording: Sendable {
    /// Reports that are new or may have changed; at most one of a name.
    package var reports: [Report] = []
    /// For each report whose claims were made anew, all of them: they take the place of the report's earlier claims.
    package var claims: [ReportName: ReadClaims] = [:]
    /// Further claims, each of reports that are not among ``claims`` nor in another source; they too take the place of the earlier
    /// ones.
    package var sources: [ClaimSource] = []
    /// What the extractors of ``claims`` read in the texts that were recorded before, where it is known: so a bridge is exact even
    /// where the text changed too.
    package var readingsOfOldTexts: [ReportName: ReadClaims] = [:]
    /// Reports that their publishers took down; what else comes in for one of them is passed over.
    package var withdrawn: Set<ReportName> = []
    /// Whether every report that is not among ``reports`` is withdrawn.
    package var isComplete = false
    /// The text of the vocabulary to use from now on; `nil` to keep it.
    package var vocabulary: String?
    /// What the person says, of every revision that this makes; `nil` or blank for a message made of the counts.
    package var message: String?

    /// Nothing.
    package init() {}
}

extension Recording {
    /// The reports whose claims were made anew.
    package var readReports: Set<ReportName> { sources.reduce(into: Set(claims.keys)) { $0.formUnion($1.names) } }

    /// Those of them that may have a claim whose predicate, as it is stated, `isWanted`.
    func readReports(where isWanted: (String) -> Bool) -> Set<ReportName> {
        sources.filter { $0.predicates.contains(where: isWanted) }.reduce(into: Set(claims.keys)) {
            $0.formUnion($1.names)
        }
    }

    /// Whether a report's claims were made anew.
    package func hasClaims(of name: ReportName) -> Bool { claims[name] != nil || source(of: name) != nil }

    /// What read a report's new claims, or `nil` when it has none.
    func extractor(of name: ReportName) -> ExtractorFingerprint? {
        claims[name]?.extractor ?? source(of: name)?.extractor
    }

    /// A report's new claims, or `nil` when it has none.
    func readClaims(of name: ReportName) throws(RepositoryError) -> ReadClaims? {
        if let read = claims[name] { return read }
        return try source(of: name)?.claims(of: name)
    }

    private func source(of name: ReportName) -> ClaimSource? { sources.first { $0.names.contains(name) } }

    /// What the person says, or `nil` when that is nothing.
    var words: String? { message.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed } }

    /// The message of a revision that goes before the recording's own: what it does, then what the person says.
    func message(after title: String) -> String { [title, words].compactMap(\.self).joined(separator: ": ") }
}
