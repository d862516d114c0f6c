package import Facts

/// Two claims held against one another: the content axis as a decision table.
///
/// Symmetric up to mirrors: comparing the other way round gives the mirrored relations and the mirrored label. It depends on
/// the two claims, the vocabulary and the reports they stand in, on nothing else.
package struct ClaimComparison: Hashable, Sendable {
    /// How two claims stand beside one another.
    package enum Standing: Hashable, Sendable {
        /// One report says the second in the place of the first.
        case replaced
        /// Each is said for itself, be it by one report or by two.
        case beside
    }

    /// The label.
    package let content: Content
    /// Why.
    package let trace: Trace

    /// Compares a claim with what came after it.
    package init(
        _ before: Claim, _ after: Claim, standing: Standing, reports: (before: ReportRecord?, after: ReportRecord?),
        vocabulary: Vocabulary
    ) {
        let rules = ContentRules(
            before: before, after: after, standing: standing, reports: reports, vocabulary: vocabulary)
        let verdict = rules.verdict
        content = verdict.content
        trace = Trace(rule: verdict.rule, compared: rules.fields.differing, overlap: rules.overlap)
    }

    private init(content: Content, trace: Trace) {
        self.content = content
        self.trace = trace
    }

    /// The same parts compared, but what happened to the fact decides.
    func relabelled(_ content: Content, rule: String) -> ClaimComparison {
        let trace = Trace(rule: rule, compared: trace.compared, overlap: trace.overlap)
        return ClaimComparison(content: content, trace: trace)
    }
}
