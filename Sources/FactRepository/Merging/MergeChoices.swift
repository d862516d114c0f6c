package import Facts

/// One of the two revisions that are merged.
package enum MergeSide: String, Hashable, Sendable, CaseIterable {
    /// The newest revision of this story.
    case ours
    /// The revision that is merged into it.
    case theirs
}

/// Which side a person takes where both changed the same thing.
package struct MergeChoices: Hashable, Sendable {
    /// The side to take of whatever nothing else is said of; `nil` to be asked.
    package var all: MergeSide?
    /// The side to take of some reports.
    package var reports: [ReportName: MergeSide] = [:]
    /// The side to take of the vocabulary; `nil` for what holds of all.
    package var vocabulary: MergeSide?

    /// No choice.
    package init() {}

    /// The side to take of a report; `nil` to be asked.
    func side(of report: ReportName) -> MergeSide? { reports[report] ?? all }

    /// The side to take of the vocabulary; `nil` to be asked.
    var sideOfVocabulary: MergeSide? { vocabulary ?? all }
}

extension MergeSide {
    /// The side that goes on from where both were, or `nil` when each went its own way.
    ///
    /// A side that is as one of the bases is did nothing since; alike on both sides is ours. Where there are several bases, as when each
    /// of two lines was merged into the other, and each side is as another of them is, each went its own way too. The rule is the
    /// same whichever of the two is called ours.
    static func goingOn<Value: Equatable>(from bases: [Value], ours: Value, theirs: Value) -> MergeSide? {
        guard ours != theirs else { return .ours }
        return switch (bases.contains(ours), bases.contains(theirs)) {
        case (true, false): .theirs
        case (false, true): .ours
        case (false, false), (true, true): nil
        }
    }
}
