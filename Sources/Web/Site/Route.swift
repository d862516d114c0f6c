import FactDiff
import Facts

/// What there is at a path.
enum Route: Hashable, Sendable {
    case front, contradictions, predicates, sources, extractors, data
    /// A part of a list, from 1.
    case timeline(Int), reports(Int), log(Int)
    /// Names that begin with a letter; all of them where they are few.
    case names(Character?)
    case fact(FactID)
    /// A report, as it is or in its version from 1.
    case report(ReportName, version: Int?)
    /// A revision, or a part of its changes from 1.
    case revision(Revision, part: Int?)
    case entity(EntityKey, part: Int)
    case predicate(String, part: Int)
    case contradiction(ContradictionID)
    case styleSheet, atom, jsonFeed, claims, checksums
    case changes(Revision)
}
