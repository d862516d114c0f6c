import Facts

/// A changed vocabulary: every claim is read again, and some facts get other values or other ids.
struct VocabularyStep {
    let plan: RevisionPlan

    init(text: String, on base: Snapshot) throws(RepositoryError) {
        let vocabulary = try StoredVocabulary(text: text).vocabulary
        let old = try base.facts().flatMap(\.claims)
        let new = old.map(vocabulary.reread)
        var plan = RevisionPlan(kind: .vocabulary, message: "Change the vocabulary")
        plan.vocabulary = text
        plan.factEdits = FactEdit.edits(from: old, to: new)
        let movedFacts = Set(plan.factEdits.flatMap(\.added).map(\.id))
        for (report, claims) in Dictionary(grouping: new, by: \.report)
        where claims.contains(where: { movedFacts.contains($0.id) }) {
            plan.reportEdits[report] = .init(factList: claims.map(\.fact))
        }
        self.plan = plan
    }
}
