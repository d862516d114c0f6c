package import Facts

/// What the reports of a revision say for a published claim, and against it.
package struct PublicationHearing: Sendable {
    /// What a claim of the story is to the published one.
    enum Role: Hashable, Sendable {
        /// It says the same, or more precisely.
        case support
        /// It says so less precisely, or in part.
        case partial
        /// It says so with less certainty, or as a plan.
        case hedged
        case contradiction, correction, successor, disagreement

        var isAgainst: Bool {
            switch self {
            case .support, .partial, .hedged: false
            case .contradiction, .correction, .successor, .disagreement: true
            }
        }
    }

    /// A claim of the story and what it says of the published one.
    struct Statement: Hashable, Sendable {
        let claim: Claim
        var role: Role
        let trace: Trace

        /// `nil` when a comparison with this result says nothing for or against.
        init?(_ claim: Claim, _ content: Content, _ trace: Trace) {
            let role: Role? =
                switch content {
                case .unchanged, .reworded, .refined, .recurred: .support
                case .generalised, .restated: .partial
                case .contradicted: .contradiction
                case .corrected: .correction
                case .updated: .successor
                case .disputed, .undetermined: .disagreement
                case .added, .removed, .backfilled, .complementary, .split, .merged: nil
                }
            guard let role else { return nil }
            (self.claim, self.role, self.trace) = (claim, role, trace)
        }
    }

    /// What is said for it: the fullest support first, then by publication.
    let supporting: [Statement]
    /// What is said against it, gravest first, then by publication.
    let against: [Statement]
    /// How many sources say the same, independently of one another.
    let sources: Int
    /// What reports that speak against it said for it before they said otherwise, in the order of ``against``.
    private(set) var former: [Claim] = []

    /// The reports that speak against it and might have said so themselves before.
    package var opponents: Set<ReportName> { Set(against.filter { $0.role == .contradiction }.map(\.claim.report)) }

    init(of published: Claim, _ statements: [Statement], _ provenance: Provenance) {
        let ordered = statements.sorted { provenance.isEarlierPublished($0.claim, $1.claim) }
        let weighed = ordered.map { $0.weighed(against: published) }
        supporting = weighed.filter { !$0.role.isAgainst }.stablySorted(by: [.support, .hedged, .partial])
        let full = supporting.filter { $0.role == .support }.map(\.claim)
        sources = Self.independent(full, provenance)
        let speaking = Set(full.map(\.report))
        let opposed = weighed.filter { $0.role.isAgainst && !speaking.contains($0.claim.report) }
        against = Self.timed(opposed, published, full, provenance)
            .stablySorted(by: [.contradiction, .correction, .successor, .disagreement])
    }

    /// The same, knowing what its opponents said for it before.
    func remembering(_ statements: [Statement]) -> PublicationHearing {
        let support = Dictionary(grouping: statements.filter { $0.role == .support }.map(\.claim), by: \.report)
        var hearing = self
        var seen: Set<ReportName> = []
        hearing.former = against.map(\.claim.report).filter { seen.insert($0).inserted }.flatMap { support[$0] ?? [] }
        return hearing
    }

    /// How many of the claims, each joining those before it, come from a source of its own.
    private static func independent(_ claims: [Claim], _ provenance: Provenance) -> Int {
        claims.indices.count { index in
            let support = Support(joining: claims[index], to: Array(claims[..<index]), former: []) { claim in
                claim.roots(provenance.reports[claim.report], provenance.vocabulary)
            }
            return support == .added || support == .corroborated
        }
    }

    /// What was published without a time means the time that its sources give: what came after that is no disagreement.
    private static func timed(
        _ opposed: [Statement], _ published: Claim, _ supporting: [Claim], _ provenance: Provenance
    ) -> [Statement] {
        guard published.holdingTime == nil else { return opposed.filter { !$0.leaves(published) } }
        return opposed.compactMap { statement in
            guard statement.role == .disagreement, statement.trace.overlap == .unknown else { return statement }
            let contents = supporting.map { support in
                ClaimComparison(
                    support, statement.claim, standing: .beside,
                    reports: (provenance.reports[support.report], provenance.reports[statement.claim.report]),
                    vocabulary: provenance.vocabulary
                ).content
            }
            if contents.contains(.backfilled) { return nil }
            var statement = statement
            if contents.contains(.updated) { statement.role = .successor }
            return statement
        }
    }
}

extension PublicationHearing.Statement {
    /// The same; hedged where it says so with less certainty than was published.
    fileprivate func weighed(against published: Claim) -> Self {
        guard role == .support, !published.isHedged, claim.isHedged else { return self }
        var statement = self
        statement.role = .hedged
        return statement
    }

    /// Whether the published claim stays true beside this one: it says itself until when it held.
    fileprivate func leaves(_ published: Claim) -> Bool {
        guard role == .successor, trace.rule == .laterTime || trace.rule == .laterStart else { return false }
        return published.holdingTime.map { !$0.isOpenEnded } ?? false
    }
}

extension Claim {
    /// Whether it is said as something less than a fact.
    fileprivate var isHedged: Bool { certainty == .possible || certainty == .probable || !modality.isEmpty }
}

extension [PublicationHearing.Statement] {
    /// By role, in the order given; those of one role stay as they are.
    fileprivate func stablySorted(by roles: [PublicationHearing.Role]) -> Self {
        roles.flatMap { role in filter { $0.role == role } }
    }
}
