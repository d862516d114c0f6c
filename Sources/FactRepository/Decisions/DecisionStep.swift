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
            try reappraisal.reappraise(Set(decisions.compactMap(Self.affectedReport)), into: &draft)
        }
        plan = draft.plan(.decision, decisions: decisions, message: message)
    }

    /// The report whose claims may stand otherwise after a decision; `nil` when all stay as they are.
    private static func affectedReport(_ decision: Decision) -> ReportName? {
        let leavesClaims = decision.ruling.verdict == .accept || decision.ruling.verdict == .defer
        return leavesClaims && decision.replaces.isEmpty ? nil : decision.ruling.report
    }
}
