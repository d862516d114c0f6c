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
    let factsBefore: [FactID: Fact]
    let factsAfter: [FactID: Fact]
    private let moves: FactMoves
    private let isOneVocabulary: Bool
    private(set) var lost: [Claim]
    private(set) var gained: [Claim]
    var changes: [Change] = []

    init(_ before: Side, _ after: Side, _ differing: DifferingFacts) {
        self.before = before
        self.after = after
        (factsBefore, factsAfter) = (differing.before, differing.after)
        (lost, gained) = (differing.lost, differing.gained)
        isOneVocabulary = before.provenance.vocabulary == after.provenance.vocabulary
        moves =
            isOneVocabulary
            ? FactMoves()
            : FactMoves(from: factsBefore.values.flatMap(\.claims), to: factsAfter.values.flatMap(\.claims))
        pairSameClaims()
        pairWithinFacts()
        pairShiftedPredicates()
        pairMovedFacts()
        tellGained()
        tellLost()
    }

    private mutating func pairSameClaims() {
        take(Pairing.pairs(lost, gained, group: \.id, score: score))
    }

    private mutating func pairWithinFacts() {
        take(Pairing.pairs(lost, gained, group: { FactReport(fact: $0.fact, report: $0.report) }, score: score))
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
        let (old, new) = (factsBefore[claim.fact], factsAfter[claim.fact])
        return claim.isUnquoted || ((old == nil || new == nil) && (old ?? new)?.claims.count == 1)
    }

    /// The claims whose whole fact went.
    var gone: [Claim] { lost.filter { factsAfter[$0.fact] == nil } }
    /// The claims whose whole fact came.
    var come: [Claim] { gained.filter { factsBefore[$0.fact] == nil } }

    private mutating func take(_ pairs: [(before: Claim, after: Claim)]) {
        take(
            pairs.map { old, new in
                (pair: (old, new), comparison: moves.verdict(of: old, new, compare(old, new, .replaced)))
            })
    }

    /// Tells pairs of which each side took the place of the other.
    mutating func take(_ pairs: [(pair: (before: Claim, after: Claim), comparison: ClaimComparison)]) {
        if pairs.isEmpty { return }
        for ((old, new), comparison) in pairs {
            changes.append(
                Change(
                    old, new, comparison, lost: [old], gained: [new], support: Support(keeping: old, as: new),
                    evidence: EvidenceShift(from: old, to: new), cause: finder.cause(lost: [old], gained: [new])))
        }
        let (old, new) = (Set(pairs.map(\.pair.before)), Set(pairs.map(\.pair.after)))
        lost.removeAll(where: old.contains)
        gained.removeAll(where: new.contains)
    }

    /// Takes a claim for told.
    mutating func drop(gained claim: Claim) { gained.removeAll { $0 == claim } }
    /// Takes a claim for told.
    mutating func drop(lost claim: Claim) { lost.removeAll { $0 == claim } }

    /// How alike two claims are: the same quotation, then the fewest differing parts, then the words of the quotation.
    private func score(_ a: Claim, _ b: Claim) -> Pairing.Score {
        let fields = FieldComparison(read(a), b, vocabulary: after.provenance.vocabulary)
        let isSameQuote = !a.isUnquoted && a.evidence.map(\.quote) == b.evidence.map(\.quote)
        return (isSameQuote ? 1 : 0, -fields.differing.count, a.quoteSimilarity(to: b))
    }

    var finder: CauseFinder { CauseFinder(before: before.provenance, after: after.provenance) }

    /// Both as the vocabulary after reads them, but of one claim how the two vocabularies read it.
    func compare(
        _ old: Claim, _ new: Claim, _ standing: ClaimComparison.Standing = .beside
    ) -> ClaimComparison {
        let reports = (
            before.provenance.record(old, or: after.provenance), after.provenance.record(new, or: before.provenance)
        )
        let isOneClaim = old.id == new.id
        return ClaimComparison(
            isOneClaim ? old : read(old), isOneClaim ? new : read(new), standing: standing,
            reports: reports, vocabulary: after.provenance.vocabulary)
    }

    /// A claim as the vocabulary after reads it.
    private func read(_ claim: Claim) -> Claim {
        isOneVocabulary ? claim : after.provenance.vocabulary.reread(claim)
    }
}
