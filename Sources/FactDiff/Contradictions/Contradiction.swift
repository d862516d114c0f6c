package import Facts

/// Claims of one revision that cannot all hold: of one fact, or of two that exclude one another.
package struct Contradiction: Hashable, Sendable, Identifiable {
    /// What tells it apart through all revisions.
    package let id: ContradictionID
    /// The facts that they are about, sorted: one or two.
    package let facts: [FactID]
    /// The claims that say one thing and those that say another, each side by publication; at least two sides.
    ///
    /// Of two facts, each side has the claims of one.
    package let sides: [[Claim]]
    /// The gravest label between two sides: `contradicted`, `disputed` or `undetermined`.
    package let content: Content
    /// The comparison that gave the label.
    package let trace: Trace
    /// What connects the two facts; `nil` inside one fact.
    package let link: PredicateLinks.Link?

    /// The fact that it is about, or the first of them.
    package var fact: FactID { facts[0] }

    /// The claims of all sides.
    var claims: [Claim] { sides.flatMap(\.self) }

    /// The contradictions inside each fact and between two that nobody settled, gravest first, then by facts.
    package static func all(in side: Side) -> [Contradiction] {
        let rulings = side.provenance.rulings
        return found(in: side).filter { rulings.verdict(on: $0.id, between: $0.claims) == nil }
    }

    /// The same with those that a person settled.
    package static func found(in side: Side) -> [Contradiction] {
        let inside = side.facts.lazy.filter(\.hasSeveralClaims).compactMap { Contradiction($0, side.provenance) }
        return (inside + ClashSearch(side).contradictions).sorted { a, b in
            a.content == b.content
                ? a.facts.lexicographicallyPrecedes(b.facts) : a.content.distance < b.content.distance
        }
    }

    /// What two facts say against one another; `nil` when no claim of one stands against any of the other.
    init?(between facts: [Fact], _ clash: Clash) {
        guard facts.count == 2 else { return nil }
        let pairs = facts[0].claims.flatMap { a in facts[1].claims.map { (a: a, b: $0) } }
        let verdicts = pairs.flatMap { pair in clash.verdicts(pair.a, pair.b).map { (pair, $0) } }
        let isSuccession = verdicts.contains { Self.successions.contains($0.1.content) }
        let open = verdicts.filter { Self.isOpen($0.1.content, $0.1.trace, isSuccession) }
        guard let gravest = open.min(by: { $0.1.content.distance < $1.1.content.distance })?.1 else { return nil }
        let provenance = clash.provenance
        let sides = [Set(open.map(\.0.a)), Set(open.map(\.0.b))].map { $0.sorted(by: provenance.isEarlierPublished) }
        self.init(facts: facts.map(\.id), sides, gravest.content, gravest.trace, gravest.link)
    }

    private init?(_ fact: Fact, _ provenance: Provenance) {
        guard fact.claims.count > 1 else { return nil }
        let groups = Self.groups(of: fact.claims.sorted(by: provenance.isEarlierPublished), provenance)
        let clashes = Self.clashes(between: groups, provenance)
        guard let gravest = clashes.min(by: { $0.verdict.content.distance < $1.verdict.content.distance }) else {
            return nil
        }
        // A group that clashes with no other, such as a former office holder, is no side.
        let sides = Set(clashes.flatMap { [$0.first, $0.second] }).sorted().map { groups[$0] }
        self.init(facts: [fact.id], sides, gravest.verdict.content, gravest.verdict.trace, nil)
    }

    private init(facts: [FactID], _ sides: [[Claim]], _ content: Content, _ trace: Trace, _ link: PredicateLinks.Link?)
    {
        id = ContradictionID(of: facts)
        (self.facts, self.sides, self.content, self.trace, self.link) = (facts, sides, content, trace, link)
    }

    static let unresolved: Set<Content> = [.contradicted, .disputed, .undetermined]
    private static let successions: Set<Content> = [.updated, .backfilled]

    /// Whether a comparison is unresolved: what is undated means the time that another claim of its side gives.
    private static func isOpen(_ content: Content, _ trace: Trace, _ isSuccession: Bool) -> Bool {
        unresolved.contains(content) && !(isSuccession && trace.overlap == .unknown)
    }
}

// MARK: inside a fact

extension Contradiction {
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
            let isSuccession = verdicts.contains { successions.contains($0.content) }
            return verdicts.filter { isOpen($0.content, $0.trace, isSuccession) }.map { (i, j, $0) }
        }
    }

    private static func compare(_ a: Claim, _ b: Claim, _ provenance: Provenance) -> ClaimComparison {
        let reports = (provenance.reports[a.report], provenance.reports[b.report])
        return ClaimComparison(a, b, standing: .beside, reports: reports, vocabulary: provenance.vocabulary)
    }
}

extension ContradictionTarget {
    /// A contradiction as it is now, to be ruled on.
    package init(_ contradiction: Contradiction) {
        self.init(facts: contradiction.facts, assertions: contradiction.claims.map { Assertion($0) })
    }
}
