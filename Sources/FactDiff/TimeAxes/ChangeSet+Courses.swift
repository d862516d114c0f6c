import Facts

extension ChangeSet {
    /// The courses of the changes, in their order, each in the company in which it came.
    ///
    /// One edition of a structured source is one piece of editing. Where more of it puts right what was recorded than tells of
    /// the world, what came and went beside it is part of the correction. Unlike ``Change/course`` this depends on the other
    /// changes of the same report.
    package var courses: [Course] {
        let corrective = Set(Dictionary(grouping: changes, by: \.editedReport).filter(Self.isCorrective).keys)
        return changes.map { change in
            guard change.kind != .changed, let report = change.editedReport, corrective.contains(report) else {
                return change.course
            }
            return Course(occasion: .correction, timing: change.course.timing, rule: .amongCorrections)
        }
    }

    /// Whether corrections outnumber what tells of the world among the changes of one structured source.
    private static func isCorrective(_ report: ReportName?, _ changes: [Change]) -> Bool {
        let corrections = changes.count { $0.course.occasion == .correction }
        return report != nil && corrections > changes.count { $0.course.occasion == .world }
    }
}

extension Change {
    /// The structured source that the change is in; `nil` when it is read from sentences.
    fileprivate var editedReport: ReportName? {
        guard let claim = subject, (lost + gained).allSatisfy({ $0.isUnquoted && $0.report == claim.report }) else {
            return nil
        }
        return claim.report
    }
}
