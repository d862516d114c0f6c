import Facts

/// A changed vocabulary: every claim is read again, and some facts get other values or other ids.
struct VocabularyStep {
    let plan: RevisionPlan

    init(text: String, message: String, on base: Snapshot) throws(RepositoryError) {
        let vocabulary = try StoredVocabulary(text: text).vocabulary
        let old = try base.facts().flatMap(\.claims)
        let new = old.map(vocabulary.reread)
        var edits = EditSpool(base.repository)
        try edits.add(ClaimEdit.edits(from: old, to: new))
        var plan = RevisionPlan(kind: .vocabulary, message: message, edits: edits)
        plan.vocabulary = text
        let affected = Set(Set(new).subtracting(old).map(\.report))
        for (report, claims) in Dictionary(grouping: new, by: \.report) where affected.contains(report) {
            plan.reportEdits[report] = .write(record: nil, text: nil, factList: claims.map(\.fact))
        }
        self.plan = plan
    }
}
