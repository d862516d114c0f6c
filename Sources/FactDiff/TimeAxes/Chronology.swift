import Facts

/// When the two sides of a comparison were stated and recorded.
struct Chronology: Sendable {
    let before: Provenance
    let after: Provenance

    init(_ before: Provenance, _ after: Provenance) {
        self.before = before
        self.after = after
    }

    /// The course of a change; the same for the change the other way round when the days tell which side is later.
    func course(of change: UnjudgedChange) -> Course {
        guard let report = change.subject?.report else { return .unjudged }
        let isReversed = isReversed(report)
        let (lost, gained) = (change.lost.isEmpty ? nil : change.before, change.gained.isEmpty ? nil : change.after)
        let later = isReversed ? before : after
        let rules = CourseRules(
            content: isReversed ? change.content.mirrored : change.content, cause: change.cause,
            gone: isReversed ? gained : lost, come: isReversed ? lost : gained,
            stated: later.reports[report]?.stated ?? later.recorded?.time,
            isReportKept: before.reports[report] != nil && after.reports[report] != nil,
            vocabulary: later.vocabulary)
        return rules.course
    }

    /// Whether the side called before is the later one, by the days of recording, or else of the report's statement.
    private func isReversed(_ report: ReportName) -> Bool {
        if let a = before.recorded, let b = after.recorded, a != b { return b.number < a.number }
        guard let a = before.reports[report]?.stated, let b = after.reports[report]?.stated else { return false }
        return b.isBefore(a)
    }
}

extension Day {
    /// The day as a time.
    fileprivate var time: Time? { Time(edtf: description) }
}
