import Facts

/// Claims that went from one predicate to another because all of that predicate did.
extension Alignment {
    mutating func pairShiftedPredicates() {
        let (gone, come) = (lost.openOfOtherFacts, gained.openOfOtherFacts)
        guard PredicateShift.mayBe(from: gone.map { lost.keys[$0] }, to: come.map { gained.keys[$0] }) else { return }
        let shift = PredicateShift(gone: lost.claims(gone), come: gained.claims(come))
        guard !shift.renamed.isEmpty else { return }
        let copies = Copies(of: shift, from: (lost, gone), to: (gained, come))
        let pairs = pairs(gone, come, shift.renamed).map { pair in
            (pair, copies.relabelled(comparisonUnderOneName(pair), pair))
        }
        take(pairs)
        for (pair, _) in pairs { tellCopies(copies, of: pair) }
    }

    /// The claims of one report and subject under both predicates; of several values the equal ones, and then a last one.
    private func pairs(_ gone: [Int], _ come: [Int], _ renamed: Set<PredicateShift.Pair>) -> [ClaimPair] {
        let successor = Dictionary(uniqueKeysWithValues: renamed.map { ($0.before, $0.after) })
        let new = Dictionary(grouping: come) { ShiftedPlace(gained[$0], predicate: gained[$0].predicate) }
        let old = Dictionary(grouping: gone.filter { successor[lost[$0].predicate] != nil }) {
            ShiftedPlace(lost[$0], predicate: successor[lost[$0].predicate] ?? lost[$0].predicate)
        }
        return old.flatMap { place, claims in
            guard let others = new[place] else { return [ClaimPair]() }
            let equal = Pairing.pairs(
                claims, by: { lost[$0].object?.identity }, others, by: { gained[$0].object?.identity },
                score: { _ in (0, 0, 0) })
            let (rest, otherRest) = (
                claims.filter { claim in !equal.contains { $0.before == claim } },
                others.filter { claim in !equal.contains { $0.after == claim } }
            )
            return rest.count == 1 && otherRest.count == 1
                ? equal + [ClaimPair(before: rest[0], after: otherRest[0])] : equal
        }.sorted { $0.before < $1.before }
    }

    /// What changed beside the predicate.
    private func comparisonUnderOneName(_ pair: ClaimPair) -> ClaimComparison {
        let (old, new) = (lost[pair.before], gained[pair.after])
        return comparer.compare(old.with(predicate: new.predicate, text: new.predicateText), new, .replaced)
            .renamed(from: old, to: new)
    }

    /// A predicate whose values came under several, and several whose values came under one.
    private mutating func tellCopies(_ copies: Copies, of pair: ClaimPair) {
        for place in copies.gained(beside: pair.before) where gained.isOpen(place) {
            let (old, copy) = (lost[pair.before], gained[place])
            let comparison = comparisonUnderOneName(ClaimPair(before: pair.before, after: place))
            let change = comparer.told(
                UnjudgedChange(
                    old, copy, comparison.relabelled(.split, rule: .oneFactBecameSeveral), lost: [], gained: [copy],
                    support: .kept, evidence: EvidenceShift(from: old, to: copy),
                    cause: comparer.finder.cause(lost: [], gained: [copy])))
            tell(change, gained: place)
        }
        for place in copies.lost(beside: pair.after) where lost.isOpen(place) {
            let (copy, new) = (lost[place], gained[pair.after])
            let comparison = comparisonUnderOneName(ClaimPair(before: place, after: pair.after))
            let change = comparer.told(
                UnjudgedChange(
                    copy, new, comparison.relabelled(.merged, rule: .severalFactsBecameOne), lost: [copy], gained: [],
                    support: .kept, evidence: EvidenceShift(from: copy, to: new),
                    cause: comparer.finder.cause(lost: [copy], gained: [])))
            tell(change, lost: place)
        }
    }
}

/// Where the claims of a subject stand in one report under one predicate.
private struct ShiftedPlace: Hashable {
    let report: ReportName
    let subject: String
    let predicate: String

    init(_ claim: Claim, predicate: String) {
        (report, subject) = (claim.report, claim.subject.identity)
        self.predicate = predicate
    }
}

/// Claims with the value of one that was renamed, under further predicates, by their places.
private struct Copies {
    private var gainedByOld: [Int: [Int]] = [:]
    private var lostByNew: [Int: [Int]] = [:]

    init(
        of shift: PredicateShift, from old: (claims: UnmatchedClaims, gone: [Int]),
        to new: (claims: UnmatchedClaims, come: [Int])
    ) {
        guard !shift.copied.isEmpty else { return }
        let come = Dictionary(grouping: new.come) {
            ShiftedPlace(new.claims[$0], predicate: new.claims[$0].predicate)
        }
        for place in old.gone {
            let claim = old.claims[place]
            for pair in shift.copied where pair.before == claim.predicate {
                for copy in come[ShiftedPlace(claim, predicate: pair.after)] ?? []
                where new.claims[copy].object?.identity == claim.object?.identity {
                    gainedByOld[place, default: []].append(copy)
                    lostByNew[copy, default: []].append(place)
                }
            }
        }
    }

    func gained(beside old: Int) -> [Int] { gainedByOld[old] ?? [] }
    func lost(beside new: Int) -> [Int] { lostByNew[new] ?? [] }

    /// What became several, or one of several, is told as such of all of them; both at once is neither.
    func relabelled(_ comparison: ClaimComparison, _ pair: ClaimPair) -> ClaimComparison {
        switch (gained(beside: pair.before).isEmpty, lost(beside: pair.after).isEmpty) {
        case (false, true): comparison.relabelled(.split, rule: .oneFactBecameSeveral)
        case (true, false): comparison.relabelled(.merged, rule: .severalFactsBecameOne)
        default: comparison
        }
    }
}
