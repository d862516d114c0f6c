package import Facts

/// Two claims held against one another: the content axis as a decision table.
///
/// Symmetric up to mirrors: comparing the other way round gives the mirrored relations and the mirrored label. It depends on
/// the two claims, the vocabulary and the reports they stand in, on nothing else.
package struct ClaimComparison: Hashable, Sendable {
    /// The label.
    package let content: Content
    /// Why.
    package let trace: Trace

    /// Compares a claim with what came after it.
    package init(
        _ before: Claim, _ after: Claim, reports: (before: ReportRecord?, after: ReportRecord?), vocabulary: Vocabulary
    ) {
        let fields = FieldComparison(before, after, vocabulary: vocabulary)
        let isSameReport = before.report == after.report
        let verdict = ContentRules(
            before: before, after: after, predicate: vocabulary.predicate(id: after.predicate), fields: fields,
            isSameReport: isSameReport, isSameSource: isSameReport || Self.isSameSource(reports),
            isSameEdition: isSameReport && reports.before?.published == reports.after?.published,
            overlap: TimeOverlap(before.time, after.time)
        ).verdict
        content = verdict.content
        trace = Trace(rule: verdict.rule, compared: fields.differing, overlap: TimeOverlap(before.time, after.time))
    }

    private static func isSameSource(_ reports: (before: ReportRecord?, after: ReportRecord?)) -> Bool {
        guard let before = reports.before?.source, let after = reports.after?.source else { return false }
        return before == after
    }
}
