import Facts

/// Pairs the claims of two sides and turns each pair, and each claim left over, into a change.
///
/// 1. Claims that are the same on both sides drop out.
/// 2. A claim with the same id on both sides is itself, wherever the vocabulary has put it.
/// 3. Within a fact, a claim that a report lost is paired with one that the same report gained, the likest first.
/// 4. What is left of a report is paired across facts when nothing else fits and all but one of subject, predicate and object
///    are the same: the object before the subject, the subject before the predicate.
/// 5. A claim that joins a fact is held against the nearest claim that stays there; likewise a claim that leaves it.
/// 6. A fact that was not there is one addition, told by its earliest claim; claims that do not fit it are told apart.
struct Alignment {
    let before: Side
    let after: Side
    let factsBefore: [FactID: Fact]
    let factsAfter: [FactID: Fact]
    private let moves: FactMoves
    /// The claims before as the vocabulary after reads them; empty when it is the same vocabulary.
    private let readings: [Claim: Claim]
    private(set) var lost: [Claim]
    private(set) var gained: [Claim]
    var changes: [Change] = []

    init(_ before: Side, _ after: Side) {
        self.before = before
        self.after = after
        let (old, new) = (before.facts.flatMap(\.claims), after.facts.flatMap(\.claims))
        let (oldSet, newSet) = (Set(old), Set(new))
        lost = oldSet.subtracting(newSet).sorted(by: Claim.comesFirst)
        gained = newSet.subtracting(oldSet).sorted(by: Claim.comesFirst)
        factsBefore = Dictionary(before.facts.map { ($0.id, $0) }) { first, _ in first }
        factsAfter = Dictionary(after.facts.map { ($0.id, $0) }) { first, _ in first }
        moves = FactMoves(from: old, to: new)
        let vocabulary = after.provenance.vocabulary
        readings =
            before.provenance.vocabulary == vocabulary
            ? [:] : Dictionary(uniqueKeysWithValues: oldSet.map { ($0, vocabulary.reread($0)) })
        pairSameClaims()
        pairWithinFacts()
        pairCells()
        pairAcrossFacts()
        tellGained()
        tellLost()
    }

    private mutating func pairSameClaims() {
        take(Pairing.pairs(lost, gained, group: { $0.id.description }, score: score))
    }

    private mutating func pairWithinFacts() {
        take(Pairing.pairs(lost, gained, group: { "\($0.fact) \($0.report)" }, score: score))
    }

    /// Subject, predicate and mostly the object are a fact's identity: when a report changes one, one fact goes and another
    /// comes.
    ///
    /// Roles that are exchanged are two changes: who did what to whom is another fact the other way round.
    private mutating func pairAcrossFacts() {
        pairLoneFacts { [$0.predicate, $0.subject.identity] }
        pairLoneFacts { [$0.predicate, $0.object?.identity ?? ""] }
        pairLoneFacts { [$0.subject.identity, $0.object?.identity ?? ""] }
    }

    /// Only facts that rest on one claim each, so that nothing else is told of them.
    private mutating func pairLoneFacts(alikeIn parts: (Claim) -> [String]) {
        let gone = lost.filter { factsAfter[$0.fact] == nil && factsBefore[$0.fact]?.claims.count == 1 }
        let come = gained.filter { factsBefore[$0.fact] == nil && factsAfter[$0.fact]?.claims.count == 1 }
        let pairs = Pairing.pairs(
            gone, come, group: { ([$0.report.description] + parts($0)).joined(separator: "\u{0}") },
            isAllowed: { !$0.isUnquoted && $0.isEdited(into: $1) }, score: score)
        take(pairs)
    }

    mutating func take(_ pairs: [(before: Claim, after: Claim)]) {
        for (old, new) in pairs {
            let comparison = moves.verdict(of: old, new, compare(old, new, .replaced))
            changes.append(
                Change(
                    old, new, comparison, lost: [old], gained: [new], support: Support(keeping: old, as: new),
                    evidence: EvidenceShift(from: old, to: new), cause: finder.cause(lost: [old], gained: [new])))
        }
        let (old, new) = (Set(pairs.map(\.before)), Set(pairs.map(\.after)))
        lost.removeAll(where: old.contains)
        gained.removeAll(where: new.contains)
    }

    /// How alike two claims are: the same quotation, then the fewest differing parts, then the words of the quotation.
    private func score(_ a: Claim, _ b: Claim) -> Pairing.Score {
        let fields = FieldComparison(readings[a] ?? a, b, vocabulary: after.provenance.vocabulary)
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
            isOneClaim ? old : readings[old] ?? old, isOneClaim ? new : readings[new] ?? new, standing: standing,
            reports: reports, vocabulary: after.provenance.vocabulary)
    }
}
