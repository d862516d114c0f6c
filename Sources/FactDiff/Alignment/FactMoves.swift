import Facts

/// Where claims that both sides have stand after, when another vocabulary has put them under other facts.
struct FactMoves {
    private var successors: [FactID: Set<FactID>] = [:]
    private var predecessors: [FactID: Set<FactID>] = [:]

    /// No moves: one vocabulary puts a claim under one fact.
    init() {}

    init(from before: [Claim], to after: [Claim]) {
        let byID = Dictionary(after.map { ($0.id, $0) }) { first, _ in first }
        for old in before {
            guard let new = byID[old.id] else { continue }
            successors[old.fact, default: []].insert(new.fact)
            predecessors[new.fact, default: []].insert(old.fact)
        }
    }

    /// The comparison of a claim with itself after, or that its fact became several, or one of several.
    func verdict(of old: Claim, _ new: Claim, _ comparison: ClaimComparison) -> ClaimComparison {
        guard old.id == new.id, old.fact != new.fact else { return comparison }
        let isSplit = (successors[old.fact]?.count ?? 0) > 1
        let isMerged = (predecessors[new.fact]?.count ?? 0) > 1
        // Both at once is a claim that changed places, which is neither.
        guard isSplit != isMerged else { return comparison }
        return isSplit
            ? comparison.relabelled(.split, rule: .oneFactBecameSeveral)
            : comparison.relabelled(.merged, rule: .severalFactsBecameOne)
    }
}
