package import Facts

/// Claims of one revision about one fact that cannot all hold.
package struct Contradiction: Hashable, Sendable {
    /// The fact that they are about.
    package let fact: FactID
    /// The claims that say one thing and those that say another, each side by publication; at least two sides.
    package let sides: [[Claim]]
    /// The gravest label between two sides: `contradicted`, `disputed` or `undetermined`.
    package let content: Content
    /// The comparison that gave the label.
    package let trace: Trace

    /// The contradictions inside each fact, gravest first, then by fact.
    package static func all(in side: Side) -> [Contradiction] {
        let found = side.facts.compactMap { Contradiction($0, side.provenance) }
        return found.sorted { a, b in
            a.content == b.content ? a.fact < b.fact : a.content.distance < b.content.distance
        }
    }

    private init?(_ fact: Fact, _ provenance: Provenance) {
        guard fact.claims.count > 1 else { return nil }
        let groups = Self.groups(of: fact.claims.sorted(by: provenance.isEarlierPublished), provenance)
        let clashes = Self.clashes(between: groups, provenance)
        guard let gravest = clashes.min(by: { $0.verdict.content.distance < $1.verdict.content.distance }) else {
            return nil
        }
        self.fact = fact.id
        // A group that clashes with no other, such as a former office holder, is no side.
        sides = Set(clashes.flatMap { [$0.first, $0.second] }).sorted().map { groups[$0] }
        content = gravest.verdict.content
        trace = gravest.verdict.trace
    }

    /// The claims in groups that can hold together, each claim in the first that it fits.
    private static func groups(of claims: [Claim], _ provenance: Provenance) -> [[Claim]] {
        var groups: [[Claim]] = []
        for claim in claims {
            let place = groups.firstIndex { group in
                group.allSatisfy { compare($0, claim, provenance).content.isCompatible }
            }
            if let place { groups[place].append(claim) } else { groups.append([claim]) }
        }
        return groups
    }

    private static func clashes(
        between groups: [[Claim]], _ provenance: Provenance
    ) -> [(first: Int, second: Int, verdict: ClaimComparison)] {
        let pairs = groups.indices.flatMap { i in groups.indices.dropFirst(i + 1).map { (i, $0) } }
        return pairs.flatMap { i, j in
            let verdicts = groups[i].flatMap { a in groups[j].map { b in compare(a, b, provenance) } }
            let isSuccession = verdicts.contains { [.updated, .backfilled].contains($0.content) }
            // What is undated means the time that another claim of its group gives.
            let open = verdicts.filter {
                unresolved.contains($0.content) && !(isSuccession && $0.trace.overlap == .unknown)
            }
            return open.map { (i, j, $0) }
        }
    }

    private static let unresolved: Set<Content> = [.contradicted, .disputed, .undetermined]

    private static func compare(_ a: Claim, _ b: Claim, _ provenance: Provenance) -> ClaimComparison {
        let reports = (provenance.reports[a.report], provenance.reports[b.report])
        return ClaimComparison(a, b, standing: .beside, reports: reports, vocabulary: provenance.vocabulary)
    }
}
