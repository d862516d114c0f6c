import Facts

/// Claims of a predicate that was cut up, or put together.
extension Alignment {
    mutating func pairCutPredicates() {
        let cut = CutLists((lost, lost.openOfOtherFacts), into: (gained, gained.openOfOtherFacts))
        for (list, items) in cut.cuts { tellCut(list, items.filter(gained.isOpen)) }
        let joined = CutLists((gained, gained.openOfOtherFacts), into: (lost, lost.openOfOtherFacts))
        for (list, items) in joined.cuts { tellJoined(items.filter(lost.isOpen), list) }
    }

    /// The first item takes the list with it.
    private mutating func tellCut(_ list: Int, _ items: [Int]) {
        guard let first = items.first else { return }
        take([(ClaimPair(before: list, after: first), comparison(list, first, items.count, .split))])
        for item in items.dropFirst() {
            let (old, new) = (lost[list], gained[item])
            let change = UnjudgedChange(
                old, new, comparison(list, item, items.count, .split), lost: [], gained: [new], support: .kept,
                evidence: .identical, cause: comparer.finder.cause(lost: [], gained: [new]))
            tell(comparer.told(change), gained: item)
        }
    }

    private mutating func tellJoined(_ items: [Int], _ list: Int) {
        guard let first = items.first else { return }
        take([(ClaimPair(before: first, after: list), comparison(first, list, items.count, .merged))])
        for item in items.dropFirst() {
            let (old, new) = (lost[item], gained[list])
            let change = UnjudgedChange(
                old, new, comparison(item, list, items.count, .merged), lost: [old], gained: [], support: .kept,
                evidence: .identical, cause: comparer.finder.cause(lost: [old], gained: []))
            tell(comparer.told(change), lost: item)
        }
    }

    /// A list of one item only goes by another name.
    private func comparison(_ before: Int, _ after: Int, _ count: Int, _ label: Content) -> ClaimComparison {
        let comparison = comparisonUnderOneName(ClaimPair(before: before, after: after))
        guard count > 1 else { return comparison }
        return comparison.relabelled(
            label, rule: label == .split ? .oneFactBecameSeveral : .severalFactsBecameOne)
    }
}
