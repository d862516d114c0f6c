import Facts

/// Pairs the claims of two sides and turns each pair, and each claim left over, into a change.
///
/// 1. Claims that are the same on both sides drop out.
/// 2. A claim with the same id on both sides is itself, wherever the vocabulary has put it.
/// 3. Within a fact, a claim that a report lost is paired with one that the same report gained, the likest first.
/// 4. What is left of a report is paired across facts when it has the same subject and predicate and nothing else fits.
/// 5. A claim gained by a fact that was there is held against the nearest claim there; likewise a claim lost.
/// 6. A fact that was not there is one addition, told by its earliest claim; claims that do not fit it are told apart.
struct Alignment {
    private let before: Side
    private let after: Side
    private let vocabulary: Vocabulary
    private var lost: [Claim]
    private var gained: [Claim]
    private let factsBefore: [FactID: Fact]
    private let factsAfter: [FactID: Fact]
    private(set) var changes: [Change] = []

    init(_ before: Side, _ after: Side) {
        self.before = before
        self.after = after
        vocabulary = after.provenance.vocabulary
        let claimsBefore = before.facts.flatMap(\.claims)
        let claimsAfter = after.facts.flatMap(\.claims)
        let (old, new) = (Set(claimsBefore), Set(claimsAfter))
        lost = claimsBefore.filter { !new.contains($0) }
        gained = claimsAfter.filter { !old.contains($0) }
        factsBefore = Dictionary(before.facts.map { ($0.id, $0) }) { first, _ in first }
        factsAfter = Dictionary(after.facts.map { ($0.id, $0) }) { first, _ in first }
        pairSameClaims()
        pairWithinFacts()
        pairAcrossFacts()
        tellGained()
        tellLost()
    }

    // MARK: pairs

    private mutating func pairSameClaims() {
        let pairs = Pairing.pairs(lost, gained, group: { $0.id.description }, isAllowed: { _, _ in true }, score: score)
        take(pairs)
    }

    private mutating func pairWithinFacts() {
        let pairs = Pairing.pairs(
            lost, gained, group: { "\($0.fact) \($0.report)" }, isAllowed: { _, _ in true }, score: score)
        take(pairs)
    }

    /// The object is part of most facts' identity: when a report changes it, one fact goes and another comes.
    private mutating func pairAcrossFacts() {
        let (gone, come) = (lost.filter { factsAfter[$0.fact] == nil }, gained.filter { factsBefore[$0.fact] == nil })
        let pairs = Pairing.pairs(
            gone, come, group: { "\($0.report) \($0.subject.identity) \($0.predicate)" },
            isAllowed: { $0.quoteSimilarity(to: $1) >= 0.5 && !$0.evidence.isEmpty }, score: score)
        take(pairs.filter { isWhole($0) })
    }

    /// Whether the two facts rest on these claims alone, so that nothing else is told of them.
    private func isWhole(_ pair: (before: Claim, after: Claim)) -> Bool {
        factsBefore[pair.before.fact]?.claims.count == 1 && factsAfter[pair.after.fact]?.claims.count == 1
    }

    private mutating func take(_ pairs: [(before: Claim, after: Claim)]) {
        for (old, new) in pairs {
            let comparison = compare(old, new, .replaced)
            changes.append(
                change(
                    kind: .changed, comparison, before: old, after: new, lost: [old], gained: [new],
                    support: Support(keeping: old, as: new), evidence: EvidenceShift(from: old, to: new)))
        }
        let (old, new) = (Set(pairs.map(\.before)), Set(pairs.map(\.after)))
        lost.removeAll(where: old.contains)
        gained.removeAll(where: new.contains)
    }

    /// How alike two claims are: the same quotation, then the fewest differing parts, then the words of the quotation.
    private func score(_ a: Claim, _ b: Claim) -> (Int, Int, Double) {
        let fields = FieldComparison(a, b, vocabulary: vocabulary)
        let isSameQuote = !a.evidence.isEmpty && a.evidence.map(\.quote) == b.evidence.map(\.quote)
        return (isSameQuote ? 1 : 0, -fields.differing.count, a.quoteSimilarity(to: b))
    }

    // MARK: what is left

    private mutating func tellGained() {
        for (fact, claims) in Self.byFact(gained) {
            if let existing = factsBefore[fact] {
                for claim in claims { tellJoining(claim, existing.claims) }
            } else {
                tellWhole(claims, on: after, isAddition: true)
            }
        }
    }

    private mutating func tellLost() {
        for (fact, claims) in Self.byFact(lost) {
            if let remaining = factsAfter[fact] {
                for claim in claims { tellLeaving(claim, remaining.claims) }
            } else {
                tellWhole(claims, on: before, isAddition: false)
            }
        }
    }

    private mutating func tellJoining(_ claim: Claim, _ others: [Claim]) {
        guard let (other, comparison) = nearest(to: claim, among: others, isAfter: true) else { return }
        let support = Support(joining: claim, to: others, content: comparison.content, provenance: after.provenance)
        changes.append(
            change(
                kind: .changed, comparison, before: other, after: claim, lost: [], gained: [claim], support: support,
                evidence: claim.evidence.isEmpty ? .identical : .added))
    }

    private mutating func tellLeaving(_ claim: Claim, _ others: [Claim]) {
        guard let (other, comparison) = nearest(to: claim, among: others, isAfter: false) else { return }
        let cause = finder.cause(lost: [claim], gained: [])
        changes.append(
            change(
                kind: .changed, comparison, before: claim, after: other, lost: [claim], gained: [],
                support: Support(losing: cause, isLast: false), evidence: claim.evidence.isEmpty ? .identical : .lost))
    }

    /// A fact that is on one side only: one change for the leading claim and all that fit it, one for each that does not.
    private mutating func tellWhole(_ claims: [Claim], on side: Side, isAddition: Bool) {
        let ordered = claims.sorted { side.provenance.isEarlierPublished($0, $1) }
        guard let leader = ordered.first else { return }
        let compared = ordered.dropFirst().map { ($0, isAddition ? compare(leader, $0) : compare($0, leader)) }
        let members = [leader] + compared.filter { $0.1.content.isCompatible }.map(\.0)
        tellLeader(leader, members.sorted(by: Claim.precedes), isAddition)
        for (claim, comparison) in compared where !comparison.content.isCompatible {
            let cause = finder.cause(lost: isAddition ? [] : [claim], gained: isAddition ? [claim] : [])
            changes.append(
                change(
                    kind: .changed, comparison, before: isAddition ? leader : claim, after: isAddition ? claim : leader,
                    lost: isAddition ? [] : [claim], gained: isAddition ? [claim] : [],
                    support: isAddition ? .added : Support(losing: cause, isLast: true),
                    evidence: claim.evidence.isEmpty ? .identical : isAddition ? .added : .lost))
        }
    }

    private mutating func tellLeader(_ leader: Claim, _ members: [Claim], _ isAddition: Bool) {
        let (lost, gained) = isAddition ? ([], members) : (members, [])
        let cause = finder.cause(lost: lost, gained: gained)
        changes.append(
            Change(
                fact: leader.fact, formerFact: nil, kind: isAddition ? .added : .removed,
                content: isAddition ? .added : .removed,
                support: isAddition ? .added : Support(losing: cause, isLast: true), stance: .none,
                evidence: leader.evidence.isEmpty ? .identical : isAddition ? .added : .lost, cause: cause,
                before: isAddition ? nil : leader, after: isAddition ? leader : nil,
                trace: .rule(isAddition ? "fact-not-there-before" : "fact-not-there-after"), lost: lost, gained: gained)
        )
    }

    // MARK: parts

    private func change(
        kind: Change.Kind, _ comparison: ClaimComparison, before: Claim, after: Claim, lost: [Claim], gained: [Claim],
        support: Support, evidence: EvidenceShift
    ) -> Change {
        Change(
            fact: after.fact, formerFact: before.fact == after.fact ? nil : before.fact, kind: kind,
            content: comparison.content,
            support: support, stance: Stance(from: before, to: after), evidence: evidence,
            cause: finder.cause(lost: lost, gained: gained), before: before, after: after, trace: comparison.trace,
            lost: lost,
            gained: gained)
    }

    private var finder: CauseFinder { CauseFinder(before: before.provenance, after: after.provenance) }

    private func compare(
        _ old: Claim, _ new: Claim, _ standing: ClaimComparison.Standing = .beside
    ) -> ClaimComparison {
        let reports = (
            before.provenance.record(old, or: after.provenance), after.provenance.record(new, or: before.provenance)
        )
        return ClaimComparison(old, new, standing: standing, reports: reports, vocabulary: vocabulary)
    }

    /// The claim that stands nearest; among equals the latest published, then by name and id.
    private func nearest(to claim: Claim, among others: [Claim], isAfter: Bool) -> (Claim, ClaimComparison)? {
        let side = isAfter ? before : after
        let compared = others.map { ($0, isAfter ? compare($0, claim) : compare(claim, $0)) }
        return compared.min { a, b in
            let (x, y) = (a.1.content.distance, b.1.content.distance)
            return x == y ? side.provenance.isEarlierPublished(b.0, a.0) : x < y
        }
    }

    private static func byFact(_ claims: [Claim]) -> [(FactID, [Claim])] {
        Dictionary(grouping: claims, by: \.fact).sorted { $0.key < $1.key }
    }
}
