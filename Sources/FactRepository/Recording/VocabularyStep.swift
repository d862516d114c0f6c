import Facts

/// A changed vocabulary: every claim is read again, and some facts get other values or other ids.
struct VocabularyStep {
    let plan: RevisionPlan

    init(text: String, message: String, on base: Snapshot) throws(RepositoryError) {
        let vocabulary = try StoredVocabulary(text: text).vocabulary
        let rulings = EntityRulings(try base.decisionsOnEntities())
        var draft = RevisionDraft(base.repository)
        try Reappraisal(base: base, vocabulary: vocabulary.following(rulings)).reread(into: &draft)
        var plan = draft.plan(.vocabulary, decisions: [], message: message)
        plan.vocabulary = text
        self.plan = plan
    }
}
