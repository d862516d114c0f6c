package import FactDiff
package import Facts

/// Two claims held against one another, with what is known of their reports.
package struct ClaimMeeting: Sendable {
    /// The claim that was there first.
    package let before: Claim
    /// The claim that is held against it.
    package let after: Claim
    /// What the comparison says.
    package let comparison: ClaimComparison
    private let reports: [ReportName: ReportRecord]
    private let vocabulary: Vocabulary

    /// Compares two claims.
    package init(
        _ before: Claim, _ after: Claim, reports: [ReportName: ReportRecord], vocabulary: Vocabulary
    ) {
        (self.before, self.after, self.reports, self.vocabulary) = (before, after, reports, vocabulary)
        // Two claims of one report stand in one another's place, two of different reports beside one another.
        comparison = ClaimComparison(
            before, after, standing: before.report == after.report ? .replaced : .beside,
            reports: (reports[before.report], reports[after.report]), vocabulary: vocabulary)
    }

    /// Holds two other claims against one another, with the same known of their reports.
    package func again(_ before: Claim, _ after: Claim) -> ClaimMeeting {
        ClaimMeeting(before, after, reports: reports, vocabulary: vocabulary)
    }
}
