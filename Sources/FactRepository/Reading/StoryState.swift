package import Facts

/// What a story knows of its reports at one revision: enough to compare its claims with another's.
package protocol StoryState: Sendable {
    /// The day on which the revision was recorded, UTC.
    var recorded: Day { get }
    /// What is known of a report, or `nil` when the revision has no such report.
    func record(of report: ReportName) throws(RepositoryError) -> ReportRecord?
    /// The bytes of a report, or `nil` when it has none.
    func text(of report: ReportName) throws(RepositoryError) -> [UInt8]?
    /// The claims of a report that a decision withholds.
    func withheld(of report: ReportName) throws(RepositoryError) -> Set<ClaimID>
    /// What was ruled on contradictions of some facts.
    func decisions(onContradictionsOf facts: Set<FactID>) throws(RepositoryError) -> [Decision]
    /// The vocabulary, with what people ruled about names.
    func vocabulary() throws(RepositoryError) -> Vocabulary
}

extension Snapshot: StoryState {}
