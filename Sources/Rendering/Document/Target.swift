package import FactDiff
package import Facts

/// What a run of text stands for: something that has a page of its own where there are pages.
package enum Target: Hashable, Sendable {
    case fact(FactID)
    /// A revision by its 40 digits.
    case revision(String)
    case report(ReportName)
    /// A claim, where it stands in its report.
    case claim(ClaimID, ReportName)
    case entity(EntityKey)
    case contradiction(ContradictionID)
}
