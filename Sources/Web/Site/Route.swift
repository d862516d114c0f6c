import FactDiff
import Facts

/// What there is at a path.
enum Route: Hashable, Sendable {
    case front
    /// A part of a list, from 1.
    case timeline(Int), reports(Int), log(Int), contradictions(Int), predicates(Int), sources(Int), extractors(Int)
    case decisions(Int), data(Int)
    /// A part of the names that begin with a letter; of all of them where they are few.
    case names(Character?, part: Int)
    case fact(FactID)
    /// A part of the text of a report, as it is or in its version from 1.
    case report(ReportName, version: Int?, part: Int)
    /// How a version of a report from 2 differs from the one before.
    case edits(ReportName, version: Int)
    /// A revision, or a part of its changes from 1.
    case revision(Revision, part: Int?)
    case entity(EntityKey, part: Int)
    case predicate(String, part: Int)
    case contradiction(ContradictionID)
    case styleSheet, icon, atom, jsonFeed, claims, checksums
    case changes(Revision)
}
