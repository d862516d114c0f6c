import Facts

/// Claims that went from one predicate to another because all of that predicate did.
extension Alignment {
    mutating func pairShiftedPredicates() {
        let (gone, come) = (gone, come)
        let shift = PredicateShift(gone: gone, come: come)
        guard !shift.renamed.isEmpty else { return }
        let copies = Copies(gone, come, shift)
        let pairs = Self.pairs(gone, come, shift.renamed).map { old, new in
            let comparison = comparer.compare(old.with(predicate: new), new, .replaced).renamed(from: old, to: new)
            return ((old, new), copies.relabelled(comparison, old, new))
        }
        take(pairs)
        tellCopies(copies, of: pairs.map(\.0))
    }

    /// The claims of one report and subject under both predicates; of several values the equal ones, and then a last one.
    private static func pairs(
        _ gone: [Claim], _ come: [Claim], _ renamed: Set<PredicateShift.Pair>
    ) -> [(before: Claim, after: Claim)] {
        let successor = Dictionary(uniqueKeysWithValues: renamed.map { ($0.before, $0.after) })
        let new = Dictionary(grouping: come) { ShiftedPlace($0, predicate: $0.predicate) }
        let old = Dictionary(grouping: gone.filter { successor[$0.predicate] != nil }) {
            ShiftedPlace($0, predicate: successor[$0.predicate] ?? $0.predicate)
        }
        return old.flatMap { place, claims in
            guard let others = new[place] else { return [(before: Claim, after: Claim)]() }
            let equal = Pairing.pairs(claims, others, group: { $0.object?.identity }, score: { _, _ in (0, 0, 0) })
            let (rest, otherRest) = (
                claims.filter { claim in !equal.contains { $0.before == claim } },
                others.filter { claim in !equal.contains { $0.after == claim } }
            )
            return rest.count == 1 && otherRest.count == 1 ? equal + [(rest[0], otherRest[0])] : equal
        }.sorted { Claim.comesFirst($0.before, $1.before) }
    }

    /// A predicate whose values came under several, and several whose values came under one.
    private mutating func tellCopies(_ copies: Copies, of pairs: [(before: Claim, after: Claim)]) {
        for (old, new) in pairs {
            for copy in copies.gained(beside: old) where gained.contains(copy) {
                let comparison = comparer.compare(old.with(predicate: copy), copy, .replaced).renamed(
                    from: old, to: copy)
                changes.append(
                    Change(
                        old, copy, comparison.relabelled(.split, rule: .oneFactBecameSeveral), lost: [], gained: [copy],
                        support: .kept, evidence: EvidenceShift(from: old, to: copy),
                        cause: comparer.finder.cause(lost: [], gained: [copy])))
                drop(gained: copy)
            }
            for copy in copies.lost(beside: new) where lost.contains(copy) {
                let comparison = comparer.compare(copy.with(predicate: new), new, .replaced).renamed(
                    from: copy, to: new)
                changes.append(
                    Change(
                        copy, new, comparison.relabelled(.merged, rule: .severalFactsBecameOne), lost: [copy],
                        gained: [],
                        support: .kept, evidence: EvidenceShift(from: copy, to: new),
                        cause: comparer.finder.cause(lost: [copy], gained: [])))
                drop(lost: copy)
            }
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

/// Claims with the value of one that was renamed, under further predicates.
private struct Copies {
    private var gainedByOld: [Claim: [Claim]] = [:]
    private var lostByNew: [Claim: [Claim]] = [:]

    init(_ gone: [Claim], _ come: [Claim], _ shift: PredicateShift) {
        guard !shift.copied.isEmpty else { return }
        let new = Dictionary(grouping: come) { ShiftedPlace($0, predicate: $0.predicate) }
        for old in gone {
            for pair in shift.copied where pair.before == old.predicate {
                for claim in new[ShiftedPlace(old, predicate: pair.after)] ?? []
                where claim.object?.identity == old.object?.identity {
                    gainedByOld[old, default: []].append(claim)
                    lostByNew[claim, default: []].append(old)
                }
            }
        }
    }

    func gained(beside old: Claim) -> [Claim] { gainedByOld[old] ?? [] }
    func lost(beside new: Claim) -> [Claim] { lostByNew[new] ?? [] }

    /// What became several, or one of several, is told as such of all of them; both at once is neither.
    func relabelled(_ comparison: ClaimComparison, _ old: Claim, _ new: Claim) -> ClaimComparison {
        switch (gained(beside: old).isEmpty, lost(beside: new).isEmpty) {
        case (false, true): comparison.relabelled(.split, rule: .oneFactBecameSeveral)
        case (true, false): comparison.relabelled(.merged, rule: .severalFactsBecameOne)
        default: comparison
        }
    }
}

extension Claim {
    /// The claim under the predicate of another.
    fileprivate func with(predicate other: Claim) -> Claim {
        with(predicate: other.predicate, text: other.predicateText)
    }
}
