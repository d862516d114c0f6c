import Facts

/// Pairs the claims of two sides and turns each pair, and each claim left over, into a change.
///
/// 1. Facts that are the same on both sides drop out (``DifferingFacts``), and claims that are the same.
/// 2. A claim with the same id on both sides is itself, wherever the vocabulary has put it.
/// 3. Within a fact, a claim that a report lost is paired with one that the same report gained, the likest first.
/// 4. A predicate that took the place of another over many subjects takes its claims with it (``PredicateShift``).
/// 5. A predicate of lists that was cut up into one predicate an item takes its claims with it (``CutLists``).
/// 6. What is left of a report is paired across facts where one clearly took the place of the other (``MovedFacts``).
/// 7. A claim that joins a fact is held against the nearest claim that stays there; likewise a claim that leaves it.
/// 8. A fact that was not there is one addition, told by its earliest claim; claims that do not fit it are told apart.
///
/// Claims are named by their places among those that only one side has (``UnmatchedClaims``).
struct Alignment {
    let before: Side
    let after: Side
    let comparer: ClaimComparer
    private let moves: FactMoves
    private(set) var lost: UnmatchedClaims
    private(set) var gained: UnmatchedClaims
    private(set) var changes: [ToldChange] = []

    init(_ before: Side, _ after: Side, _ differing: DifferingFacts) {
        (self.before, self.after) = (before, after)
        comparer = ClaimComparer(before.provenance, after.provenance)
        (lost, gained) = (differing.lost, differing.gained)
        moves =
            comparer.isOneVocabulary
            ? FactMoves()
            : FactMoves(
                from: differing.before.flatMap { before.facts[$0].claims },
                to: differing.after.flatMap { after.facts[$0].claims })
        pairSameClaims()
        pairWithinFacts()
        pairShiftedPredicates()
        pairCutPredicates()
        pairMovedFacts()
        tellGained()
        tellLost()
    }

    private mutating func pairSameClaims() {
        // Under one vocabulary the same claim is about the same fact.
        let (old, new) =
            comparer.isOneVocabulary ? (lost.openOfKeptFacts, gained.openOfKeptFacts) : (lost.open, gained.open)
        take(Pairing.pairs(old, by: { lost[$0].id }, new, by: { gained[$0].id }, score: score))
    }

    private mutating func pairWithinFacts() {
        take(
            Pairing.pairs(
                lost.openOfKeptFacts, by: { FactReport(lost[$0]) },
                gained.openOfKeptFacts, by: { FactReport(gained[$0]) }, score: score))
    }

    private func score(of pair: ClaimPair) -> Pairing.Score {
        comparer.score(lost[pair.before], gained[pair.after])
    }

    private struct FactReport: Hashable {
        let fact: FactID
        let report: ReportName

        init(_ claim: Claim) { (fact, report) = (claim.fact, claim.report) }
    }

    private mutating func pairMovedFacts() {
        let moved = MovedFacts(
            gone: (lost, Self.movable(lost, of: before)), come: (gained, Self.movable(gained, of: after)),
            vocabularies: [before.provenance.vocabulary, after.provenance.vocabulary])
        take(moved.pairs)
    }

    /// Claims of a table, in which each stands for itself; of claims with quotations only those that are all of a fact that went
    /// or came, so that nothing else is told of it.
    private static func movable(_ claims: UnmatchedClaims, of side: Side) -> [Int] {
        claims.open.filter { place in
            claims.keys[place].isUnquoted
                || !claims.isOfKeptFact(place) && !side.facts[claims.fact(of: place)].hasSeveralClaims
        }
    }

    private mutating func take(_ pairs: [ClaimPair]) {
        if pairs.isEmpty { return }
        let (comparer, moves, lost, gained) = (comparer, moves, lost, gained)
        tell(
            pairs,
            as: pairs.concurrentMap(grain: 16) { pair in
                let (old, new) = (lost[pair.before], gained[pair.after])
                return comparer.replacement(
                    of: old, by: new, moves.verdict(of: old, new, comparer.compare(old, new, .replaced)))
            })
    }

    /// Tells pairs of which each side took the place of the other.
    mutating func take(_ pairs: [(pair: ClaimPair, comparison: ClaimComparison)]) {
        tell(
            pairs.map(\.pair),
            as: pairs.map { pair, comparison in
                comparer.replacement(of: lost[pair.before], by: gained[pair.after], comparison)
            })
    }

    private mutating func tell(_ pairs: [ClaimPair], as told: [ToldChange]) {
        tell(told)
        for pair in pairs {
            lost.close(pair.before)
            gained.close(pair.after)
        }
    }

    /// Tells changes.
    mutating func tell(_ told: [ToldChange]) {
        if changes.isEmpty { changes = told } else { changes += told }
    }

    /// Tells a claim that joins others.
    mutating func tell(_ change: ToldChange, gained place: Int) {
        changes.append(change)
        gained.close(place)
    }

    /// Tells a claim that leaves others.
    mutating func tell(_ change: ToldChange, lost place: Int) {
        changes.append(change)
        lost.close(place)
    }
}
