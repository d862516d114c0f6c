import Facts

/// New decisions, and what becomes of the claims by them.
struct DecisionStep {
    let plan: RevisionPlan

    /// - Parameter decisions: at least one that the revision does not have.
    init(_ decisions: [Decision], message: String, on base: Snapshot) throws(RepositoryError) {
        let isAboutNames = decisions.contains { Layout.decisions(on: $0.ruling.matter) == Layout.entityDecisions }
        var reappraisal = Reappraisal(base: base, vocabulary: try base.vocabulary(), newDecisions: decisions)
        var draft = RevisionDraft(base.repository)
        if isAboutNames {
            let rulings = EntityRulings(try base.decisionsOnEntities() + decisions)
            reappraisal = Reappraisal(
                base: base, vocabulary: try base.recordedVocabulary().following(rulings), newDecisions: decisions)
            try reappraisal.reread(into: &draft)
        } else {
            try reappraisal.reappraise(Set(decisions.compactMap(\.ruling.report)), into: &draft)
        }
        plan = draft.plan(.decision, decisions: decisions, message: message)
    }
}
