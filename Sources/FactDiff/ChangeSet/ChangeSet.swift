package import Facts

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
        let differing = DifferingFacts(before, after)
        changes = Alignment(before, after, differing).changes.inOrderOfDisplay
        let scope = ContradictionScope(before, after, differing)
        contradictions =
            scope.mayContradict(before) || scope.mayContradict(after)
            ? ContradictionChange.all(from: scope.reduced(before), to: scope.reduced(after)) : []
        reports = Self.reports(from: before.provenance, to: after.provenance)
    }

    private static func reports(from before: Provenance, to after: Provenance) -> [ReportChange] {
        let names = Set(before.reports.keys).union(after.reports.keys)
        let changes = names.sorted().compactMap { ReportChange(from: before.reports[$0], to: after.reports[$0]) }
        return before.isOfClaimsOnly || after.isOfClaimsOnly ? changes.map(\.withoutPublisher) : changes
    }

    /// The changes that pass, with what happened to all reports; and the contradictions but for those between facts no change of which
    /// passes.
    package func filter(_ isIncluded: (Change) -> Bool) -> ChangeSet {
        ChangeSet(changes.filter(isIncluded), of: self)
    }

    private init(_ changes: [Change], of whole: ChangeSet) {
        self.changes = changes
        reports = whole.reports
        let (kept, changed) = (changes.facts, whole.changes.facts)
        contradictions = whole.contradictions.filter {
            !kept.isDisjoint(with: $0.latest.facts) || changed.isDisjoint(with: $0.latest.facts)
        }
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

extension [Change] {
    /// The facts that they are about, by their ids on both sides.
    package var facts: Set<FactID> { Set(flatMap { [$0.fact, $0.formerFact ?? $0.fact] }) }
}
