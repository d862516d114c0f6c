import Facts

/// Looks for contradictions between facts of one subject, and of the parties of a symmetric predicate.
///
/// Facts meet only where their predicates are linked, or where one denies what another of its predicate affirms; cost by such
/// pairs.
struct ClashSearch {
    private let side: Side
    private let links: PredicateLinks
    /// The facts, as indices, by subject, then predicate.
    private var bySubject: [String: [String: [Int]]] = [:]
    private let denies: [Bool]
    /// Without a denial, only facts of predicates that are linked to others can meet.
    private let isAnyDenied: Bool

    init(_ side: Side) {
        self.side = side
        links = PredicateLinks(side.provenance.vocabulary)
        denies = side.facts.map(\.denies)
        isAnyDenied = denies.contains(true)
        for (index, fact) in side.facts.enumerated() {
            guard let claim = fact.claims.first, isAnyDenied || links.isLinked(claim.predicate) else { continue }
            bySubject[claim.subject.identity, default: [:]][claim.predicate, default: []].append(index)
        }
    }

    /// By pair of facts.
    var contradictions: [Contradiction] {
        let clash = Clash(provenance: side.provenance, links: links)
        return side.facts.indices.flatMap { index in
            partners(of: index).compactMap {
                Contradiction(between: [side.facts[index], side.facts[$0]], clash)
            }
        }
    }

    /// Later facts that may contradict one, sorted.
    private func partners(of index: Int) -> [Int] {
        guard let claim = side.facts[index].claims.first, isAnyDenied || links.isLinked(claim.predicate) else {
            return []
        }
        var found: Set<Int> = []
        for (predicate, isTurning, isByDenialAlone) in links.opponents(of: claim.predicate) {
            for other in candidates(claim, predicate, isTurning: isTurning) where other > index {
                // Of two that differ in nothing but their keys, only a denial stands against anything.
                if !isByDenialAlone || denies[index] || denies[other] { found.insert(other) }
            }
        }
        return found.sorted()
    }

    private func candidates(_ claim: Claim, _ predicate: String, isTurning: Bool) -> [Int] {
        let own = bySubject[claim.subject.identity]?[predicate] ?? []
        guard isTurning, let object = claim.object?.identity else { return own }
        return own + (bySubject[object]?[predicate] ?? [])
    }
}
