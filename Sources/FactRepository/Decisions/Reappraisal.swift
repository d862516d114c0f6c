import Facts

/// What stands of the recorded claims under another vocabulary, or after new decisions.
struct Reappraisal {
    let base: Snapshot
    /// The vocabulary from now on, with what was ruled about names.
    let vocabulary: Vocabulary
    /// Decisions that the revision does not have yet.
    var newDecisions: [Decision] = []

    /// Puts into a draft what becomes of all claims.
    func reread(into draft: inout RevisionDraft) throws(RepositoryError) {
        let claims = try base.facts().flatMap(\.claims)
        let ruled = Set(try (base.decisions() + newDecisions).compactMap(\.ruling.report))
        for (name, claims) in Dictionary(grouping: claims, by: \.report) where !ruled.contains(name) {
            let new = claims.map(vocabulary.reread)
            if Set(new) != Set(claims) { try draft.replace(name, claims, new, record: nil, text: nil) }
        }
        try reappraise(ruled, into: &draft)
    }

    /// Puts into a draft what becomes of the claims of reports that were ruled on; those that are not there are passed over.
    func reappraise(_ reports: Set<ReportName>, into draft: inout RevisionDraft) throws(RepositoryError) {
        for name in reports.sorted() {
            guard try base.record(of: name) != nil else { continue }
            let decisions = try base.decisions(onClaimsOf: name) + newDecisions.filter { $0.ruling.report == name }
            let rulings = ClaimRulings(decisions, vocabulary: vocabulary)
            let (old, withheld) = (try base.claims(of: name), try base.withheldClaims(of: name))
            let stated = try base.statedClaims(of: name).map(vocabulary.reread)
            let ruled = rulings.followed(by: stated, of: try base.report(name))
            guard Set(ruled.standing) != Set(old) || Set(ruled.withheld) != Set(withheld) else { continue }
            try draft.replace(name, old, ruled.standing, withheld: ruled.withheld, record: nil, text: nil)
        }
    }
}
