package import Facts

/// What a revision wrote, as stored: the lines of claims that it added and took away, and what it changed of reports.
package struct RevisionDelta: Sendable {
    /// The revision.
    package let revision: Revision
    /// The claims that are no longer there, in the order of their facts.
    package let removed: [RemovedClaim]
    /// The lines of claims that are new, without line ends, in the order of their facts.
    package let added: [[UInt8]]
    /// What is known of reports from now on; `nil` of one that was withdrawn.
    package let records: [ReportName: ReportRecord?]
    /// The bytes of the reports of ``records``; none of a report without text.
    package let texts: [ReportName: [UInt8]]

    /// A claim that is no longer there.
    package struct RemovedClaim: Sendable {
        /// The fact it was about.
        package let fact: FactID
        /// The line, without its end.
        package let line: [UInt8]
    }
}
