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
        let overlap = TimeOverlap(before.time, after.time)
        let fields = FieldComparison(before, after, vocabulary: vocabulary)
        let isSameReport = before.report == after.report
        let verdict = ContentRules(
            before: before, after: after, fields: fields, standing: standing,
            isSameSource: (isSameReport || Self.isSamePublisher(reports, vocabulary))
                && before.isSaid(like: after, vocabulary),
            isSameEdition: isSameReport && reports.before?.edition == reports.after?.edition, overlap: overlap
        ).verdict
        content = verdict.content
        trace = Trace(rule: verdict.rule, compared: fields.differing, overlap: overlap)
    }

    private static func isSamePublisher(
        _ reports: (before: ReportRecord?, after: ReportRecord?), _ vocabulary: Vocabulary
    ) -> Bool {
        guard let before = reports.before?.source, let after = reports.after?.source else { return false }
        return vocabulary.entity(named: before) == vocabulary.entity(named: after)
    }
}

extension Claim {
    /// Whether the same speakers, or the reporter, say both, and both as fact or both as the same sort of plan.
    fileprivate func isSaid(like other: Claim, _ vocabulary: Vocabulary) -> Bool {
        modality == other.modality
            && attribution.map(vocabulary.entity(named:)) == other.attribution.map(vocabulary.entity(named:))
    }
}

extension ReportRecord {
    /// What a publisher dates anew when it publishes anew.
    fileprivate var edition: [Time?] { [published, updated] }
}
