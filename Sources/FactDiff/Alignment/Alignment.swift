import Facts

/// Pairs the claims of two sides and turns each pair, and each claim left over, into a change.
///
/// 1. Facts that are the same on both sides drop out (``DifferingFacts``), and claims that are the same.
/// 2. A claim with the same id on both sides is itself, wherever the vocabulary has put it.
/// 3. Within a fact, a claim that a report lost is paired with one that the same report gained, the likest first.
/// 4. A predicate that took the place of another over many subjects takes its claims with it (``PredicateShift``).
/// 5. What is left of a report is paired across facts where one clearly took the place of the other (``MovedFacts``).
/// 6. A claim that joins a fact is held against the nearest claim that stays there; likewise a claim that leaves it.
/// 7. A fact that was not there is one addition, told by its earliest claim; claims that do not fit it are told apart.
struct Alignment {
    let before: Side
    let after: Side
    let differing: DifferingFacts
    let comparer: ClaimComparer
    private let moves: FactMoves
    private(set) var lost: [Claim]
    private(set) var gained: [Claim]
    var changes: [Change] = []

    init(_ before: Side, _ after: Side, _ differing: DifferingFacts) {
        (self.before, self.after, self.differing) = (before, after, differing)
        comparer = ClaimComparer(before.provenance, after.provenance)
        (lost, gained) = (differing.lost, differing.gained)
        moves =
            comparer.isOneVocabulary
            ? FactMoves()
            : FactMoves(from: differing.before.flatMap(\.claims), to: differing.after.flatMap(\.claims))
        pairSameClaims()
        pairWithinFacts()
        pairShiftedPredicates()
        pairMovedFacts()
        tellGained()
        tellLost()
    }

    private mutating func pairSameClaims() {
        // Under one vocabulary the same claim is about the same fact.
        let (old, new) = comparer.isOneVocabulary ? (lostOfKept, gainedOfKept) : (lost, gained)
        take(Pairing.pairs(old, new, group: \.id, score: comparer.score))
    }

    private mutating func pairWithinFacts() {
        take(
            Pairing.pairs(
                lostOfKept, gainedOfKept, group: { FactReport(fact: $0.fact, report: $0.report) }, score: comparer.score
            ))
    }

    private struct FactReport: Hashable {
        let fact: FactID
        let report: ReportName
    }

    private mutating func pairMovedFacts() {
        let moved = MovedFacts(
            gone: lost.filter(isMovable), come: gained.filter(isMovable),
            vocabularies: [before.provenance.vocabulary, after.provenance.vocabulary])
        take(moved.pairs)
    }

    /// Claims of a table, in which each stands for itself; of claims with quotations only those that are all of a fact that went
    /// or came, so that nothing else is told of it.
    private func isMovable(_ claim: Claim) -> Bool {
        if claim.isUnquoted { return true }
        guard !isKept(claim) else { return false }
        return (differing.before.fact(claim.fact) ?? differing.after.fact(claim.fact))?.claims.count == 1
    }

    /// The claims whose whole fact went.
    var gone: [Claim] { lost.filter { !isKept($0) } }
    /// The claims whose whole fact came.
    var come: [Claim] { gained.filter { !isKept($0) } }

    /// The claims whose fact is there on both sides.
    var lostOfKept: [Claim] { differing.onBothSides.isEmpty ? [] : lost.filter(isKept) }
    /// The claims whose fact is there on both sides.
    var gainedOfKept: [Claim] { differing.onBothSides.isEmpty ? [] : gained.filter(isKept) }

    /// Whether a claim's fact is there on both sides.
    private func isKept(_ claim: Claim) -> Bool { differing.onBothSides.contains(claim.fact) }

    private mutating func take(_ pairs: [(before: Claim, after: Claim)]) {
        let (comparer, moves) = (comparer, moves)
        tell(
            pairs,
            as: pairs.concurrentMap { old, new in
                comparer.replacement(
                    of: old, by: new, moves.verdict(of: old, new, comparer.compare(old, new, .replaced)))
            })
    }

    /// Tells pairs of which each side took the place of the other.
    mutating func take(_ pairs: [(pair: (before: Claim, after: Claim), comparison: ClaimComparison)]) {
        tell(pairs.map(\.pair), as: pairs.map { comparer.replacement(of: $0.before, by: $0.after, $1) })
    }

    private mutating func tell(_ pairs: [(before: Claim, after: Claim)], as told: [Change]) {
        if pairs.isEmpty { return }
        changes += told
        let (old, new) = (Set(pairs.map(\.before)), Set(pairs.map(\.after)))
        lost.removeAll(where: old.contains)
        gained.removeAll(where: new.contains)
    }

    /// Takes a claim for told.
    mutating func drop(gained claim: Claim) { gained.removeAll { $0 == claim } }
    /// Takes a claim for told.
    mutating func drop(lost claim: Claim) { lost.removeAll { $0 == claim } }
}
