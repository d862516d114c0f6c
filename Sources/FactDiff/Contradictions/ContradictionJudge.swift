import Facts

/// Finds out what opened and closed contradictions between two sides.
struct ContradictionJudge {
    private let before: Side
    private let after: Side
    private let claimsBefore: [ClaimID: Claim]
    private let claimsAfter: [ClaimID: Claim]

    init(_ before: Side, _ after: Side) {
        (self.before, self.after) = (before, after)
        claimsBefore = Self.byID(before.facts)
        claimsAfter = Self.byID(after.facts)
    }

    private static func byID(_ facts: [Fact]) -> [ClaimID: Claim] {
        Dictionary(facts.flatMap(\.claims).map { ($0.id, $0) }) { first, _ in first }
    }

    private var finder: CauseFinder { CauseFinder(before: before.provenance, after: after.provenance) }

    private var isOtherVocabulary: Bool { before.provenance.vocabulary != after.provenance.vocabulary }

    /// What opened one that is there after.
    func opening(_ contradiction: Contradiction) -> ContradictionOpening {
        let new = contradiction.claims.filter { claimsBefore[$0.id] == nil }
        let latest = new.max(by: after.provenance.isEarlierPublished)
        let own = contradiction.sides.first { side in latest.map(side.contains) ?? false } ?? []
        let others = contradiction.sides.filter { $0 != own }.flatMap(\.self)
        let newcomers = own.filter(new.contains)
        let cause =
            newcomers.isEmpty ? causeWithoutNewcomers(contradiction) : finder.cause(lost: [], gained: newcomers)
        return ContradictionOpening(
            reports: Set(newcomers.map(\.report)).sorted(), against: Set(others.map(\.report)).sorted(), cause: cause)
    }

    private func causeWithoutNewcomers(_ contradiction: Contradiction) -> Cause {
        if before.provenance.rulings.contradictions[contradiction.id] != nil { return .decision }
        return isOtherVocabulary ? .vocabulary : .report
    }

    /// How one that was there before ended.
    func resolution(of contradiction: Contradiction) -> Resolution {
        let verdict = after.provenance.rulings.verdict(on: contradiction.id, between: contradiction.claims)
        if let resolution = verdict.flatMap(Resolution.init) { return resolution }
        let lost = contradiction.claims.filter { claimsAfter[$0.id] == nil }
        guard !lost.isEmpty else {
            return isOtherVocabulary ? .vocabulary : isRedescribed(contradiction) ? .redescribed : .worldChanged
        }
        if lost.contains(where: { after.provenance.reports[$0.report] == nil }) { return .withdrawn }
        switch finder.cause(lost: lost, gained: []) {
        case .extractor: return .reread
        case .decision: return .rejected
        default: break
        }
        return lost.contains { isOutdated($0, in: contradiction) } ? .worldChanged : .corrected
    }

    private func isRedescribed(_ contradiction: Contradiction) -> Bool {
        Set(contradiction.claims.map(\.report)).contains {
            before.provenance.reports[$0] != after.provenance.reports[$0]
        }
    }

    /// Whether the report that made a claim now tells of a later world instead.
    private func isOutdated(_ claim: Claim, in contradiction: Contradiction) -> Bool {
        let facts = Set(contradiction.facts)
        let successors = after.facts.filter { facts.contains($0.id) }.flatMap(\.claims)
            .filter { $0.report == claim.report && claimsBefore[$0.id] == nil }
        let reports = (before.provenance.reports[claim.report], after.provenance.reports[claim.report])
        return successors.contains { successor in
            let comparison = ClaimComparison(
                claim, successor, standing: .replaced, reports: reports, vocabulary: after.provenance.vocabulary)
            return comparison.content == .updated || comparison.content == .recurred
        }
    }
}
