package import Facts

/// All that changed between two sides, gravest first; it can be applied, and inverted.
package struct ChangeSet: Hashable, Sendable {
    /// The changes, by headline, then subject, predicate, fact and claims.
    package let changes: [Change]
    /// What happened to reports, by name.
    package let reports: [ReportChange]

    /// Compares two sides.
    package init(from before: Side, to after: Side) {
        changes = Alignment(before, after).changes.sorted(by: Change.precedes)
        let names = Set(before.provenance.reports.keys).union(after.provenance.reports.keys)
        reports = names.sorted().compactMap {
            ReportChange(from: before.provenance.reports[$0], to: after.provenance.reports[$0])
        }
    }

    /// The changes that pass, with what happened to all reports.
    package func filter(_ isIncluded: (Change) -> Bool) -> ChangeSet {
        ChangeSet(changes: changes.filter(isIncluded), reports: reports)
    }

    private init(changes: [Change], reports: [ReportChange]) {
        self.changes = changes
        self.reports = reports
    }

    /// How many changes there are of each headline, gravest first.
    package var counts: [(headline: Headline, count: Int)] {
        let byHeadline = Dictionary(grouping: changes, by: \.headline)
        return Headline.allCases.compactMap { headline in byHeadline[headline].map { (headline, $0.count) } }
    }
}

/// Why a change set does not fit the facts that it was applied to.
package struct ApplyError: Error, Hashable, Sendable {
    /// The fact that is not as the change set expects it.
    package let fact: FactID
    /// The claim that is missing, or already there.
    package let claim: ClaimID
}

extension ChangeSet {
    /// The facts after, from the facts before.
    ///
    /// - Throws: ``ApplyError`` when a claim that should go is not there, or one that should come already is.
    package func apply(to facts: [Fact]) throws(ApplyError) -> [Fact] {
        var claims = Dictionary(uniqueKeysWithValues: facts.map { ($0.id, Set($0.claims)) })
        for claim in changes.flatMap(\.lost) {
            guard claims[claim.fact]?.remove(claim) != nil else { throw .init(fact: claim.fact, claim: claim.id) }
        }
        for claim in changes.flatMap(\.gained) {
            guard claims[claim.fact, default: []].insert(claim).inserted else {
                throw .init(fact: claim.fact, claim: claim.id)
            }
        }
        return claims.compactMap { Fact(id: $0.key, claims: Array($0.value)) }.sorted { $0.id < $1.id }
    }
}

extension Change {
    /// The order of display, which is total over the changes of one set.
    fileprivate static func precedes(_ a: Change, _ b: Change) -> Bool {
        if a.headline != b.headline { return a.headline < b.headline }
        return a.sortKey.lexicographicallyPrecedes(b.sortKey)
    }

    private var sortKey: [String] {
        let claims = (lost + gained).flatMap { [$0.id.description, $0.evidence.first?.quote ?? ""] }
        return [subject?.subject.identity ?? "", subject?.predicate ?? "", fact.letters, before?.id.description ?? ""]
            + claims
    }
}
