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
        let claims = fact.claims.sorted(by: provenance.isEarlierPublished)
        var sides: [[Claim]] = []
        for claim in claims {
            let place = sides.firstIndex { side in
                side.allSatisfy { Self.compare($0, claim, provenance).content.isCompatible }
            }
            if let place { sides[place].append(claim) } else { sides.append([claim]) }
        }
        let pairs = sides.indices.flatMap { i in sides.indices.filter { $0 > i }.map { (i, $0) } }
        let verdicts = pairs.flatMap { i, j in
            sides[i].flatMap { a in sides[j].map { b in Self.compare(a, b, provenance) } }
        }
        let open = verdicts.filter { [.contradicted, .disputed, .undetermined].contains($0.content) }
        guard let gravest = open.min(by: { $0.content.distance < $1.content.distance }) else { return nil }
        self.fact = fact.id
        self.sides = sides
        content = gravest.content
        trace = gravest.trace
    }

    private static func compare(_ a: Claim, _ b: Claim, _ provenance: Provenance) -> ClaimComparison {
        let reports = (provenance.reports[a.report], provenance.reports[b.report])
        return ClaimComparison(a, b, standing: .beside, reports: reports, vocabulary: provenance.vocabulary)
    }
}
