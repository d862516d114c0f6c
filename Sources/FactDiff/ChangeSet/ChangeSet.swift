import Facts

/// All that changed between two sides, gravest first; its ``patch`` can be applied, and reverted.
package struct ChangeSet: Hashable, Sendable {
    /// The changes, by headline, then subject, predicate, fact and claims.
    package let changes: [Change]
    /// What happened to reports, by name.
    package let reports: [ReportChange]
    /// The contradictions that opened, closed or changed their label, by fact.
    package let contradictions: [ContradictionChange]
    /// How many changes ``filter(_:)`` left out.
    package let hidden: Int

    /// Compares two sides.
    package init(from before: Side, to after: Side) {
        hidden = 0
        let chronology = Chronology(before.provenance, after.provenance)
        changes = Alignment(before, after).changes.map(chronology.judged).sorted(by: Change.precedes)
        contradictions = ContradictionChange.all(from: before, to: after)
        let names = Set(before.provenance.reports.keys).union(after.provenance.reports.keys)
        reports = names.sorted().compactMap {
            ReportChange(from: before.provenance.reports[$0], to: after.provenance.reports[$0])
        }
    }

    /// The changes that pass, with what happened to all reports.
    package func filter(_ isIncluded: (Change) -> Bool) -> ChangeSet {
        ChangeSet(changes.filter(isIncluded), of: self)
    }

    private init(_ changes: [Change], of whole: ChangeSet) {
        self.changes = changes
        reports = whole.reports
        contradictions = whole.contradictions
        hidden = whole.hidden + whole.changes.count - changes.count
    }

    /// How many changes each cause has, by headline; the numbers add up to the number of changes.
    package var countsByCause: [Cause: [Headline: Int]] {
        changes.reduce(into: [:]) { $0[$1.cause, default: [:]][$1.headline, default: 0] += 1 }
    }

    /// How many changes there are of each headline, gravest first.
    package var counts: [(headline: Headline, count: Int)] {
        let byHeadline = Dictionary(grouping: changes, by: \.headline)
        return Headline.allCases.compactMap { headline in byHeadline[headline].map { (headline, $0.count) } }
    }
}

extension Change {
    /// The order of display, which is total over the changes of one set.
    fileprivate static func precedes(_ a: Change, _ b: Change) -> Bool {
        if a.headline != b.headline { return a.headline < b.headline }
        return a.sortKey.lexicographicallyPrecedes(b.sortKey)
    }

    private var sortKey: [String] {
        let claims = (lost + gained).map { "\($0.id) \($0.places)" }
        return [subject?.subject.identity ?? "", subject?.predicate ?? "", fact.letters] + claims
    }
}
