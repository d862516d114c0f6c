import Facts

/// Predicates of tables that go by another name, and whose values changed beside.
///
/// A predicate goes altogether, another comes altogether, and nine in ten of the subjects are the same. They are one when their names
/// have the very same words ("electricity - imports", "Electricity > Imports"); or when their names have half of their words in common
/// and the values are long texts of which most words stayed. What is short is not held to be the same for being like: exports are no
/// imports. Nor are two that differ in a number. What is as good as another stays open (``Assignment``).
struct RenamedColumns {
    let pairs: Set<PredicateShift.Pair>

    /// The columns beside those of which values tell already.
    init(
        from old: (claims: UnmatchedClaims, places: [Int]), to new: (claims: UnmatchedClaims, places: [Int]),
        beside shift: PredicateShift
    ) {
        let told = shift.renamed.union(shift.copied)
        let (before, after) = (
            Column.all(old.claims, old.places, but: Set(told.map(\.before)), on: (new.claims, new.places)),
            Column.all(new.claims, new.places, but: Set(told.map(\.after)), on: (old.claims, old.places))
        )
        var edges: [Assignment.Edge] = []
        for (i, column) in before.enumerated() {
            for (j, other) in after.enumerated() {
                guard let likeness = column.likeness(to: other, old.claims, new.claims) else { continue }
                edges.append(.init(before: i, after: j, likeness: likeness))
            }
        }
        pairs = Set(
            Assignment(edges, margin: 0.05).pairs.map {
                .init(before: before[$0.before].predicate, after: after[$0.after].predicate)
            })
    }
}

/// The claims of one predicate that came and went as a whole.
private struct Column {
    let predicate: String
    private let words: Set<Substring>
    private let figures: Set<Substring>
    /// The place of the claim about a subject.
    private let places: [Int: Int]

    /// The columns of one side of which the other has nothing, by name; those of which several claims are about one subject are none.
    static func all(
        _ claims: UnmatchedClaims, _ places: [Int], but told: Set<String>,
        on other: (claims: UnmatchedClaims, places: [Int])
    ) -> [Column] {
        let others = Set(other.places.lazy.map { other.claims.keys[$0].predicate })
        let own = places.filter { claims.keys[$0].isUnquoted && !others.contains(claims.keys[$0].predicate) }
        return Dictionary(grouping: own) { claims.keys[$0].predicate }.values
            .compactMap { Column(claims, $0) }.filter { !told.contains($0.predicate) }
            .sorted { $0.predicate < $1.predicate }
    }

    private init?(_ claims: UnmatchedClaims, _ places: [Int]) {
        let bySubject = Dictionary(places.map { (claims.keys[$0].subject, $0) }) { first, _ in first }
        guard bySubject.count >= PredicateShift.fewest, bySubject.count == places.count else { return nil }
        self.places = bySubject
        predicate = claims[places[0]].predicate
        words = Set(claims[places[0]].predicateText.foldedForm.words)
        figures = words.filter { $0.utf8.contains { (0x30...0x39).contains($0) } }
    }

    /// How alike two columns are, from 0.5 to 2; `nil` when they are two.
    func likeness(to other: Column, _ claims: UnmatchedClaims, _ others: UnmatchedClaims) -> Double? {
        let overlap = words.overlap(with: other.words)
        guard overlap >= 0.5, figures == other.figures else { return nil }
        let common = places.keys.filter { other.places[$0] != nil }
        guard common.count >= PredicateShift.fewest,
            10 * common.count >= 9 * max(places.count, other.places.count)
        else { return nil }
        if overlap == 1 { return 2 }
        let alike = common.count { subject in
            guard let old = places[subject], let new = other.places[subject] else { return false }
            return claims[old].isLongText(like: others[new])
        }
        return 10 * alike >= 9 * common.count ? overlap : nil
    }
}

extension Claim {
    /// Whether both say long texts of which most words are the same.
    fileprivate func isLongText(like other: Claim) -> Bool {
        guard let text = object?.text, let otherText = other.object?.text else { return false }
        let (a, b) = (Set(text.foldedForm.words), Set(otherText.foldedForm.words))
        return min(a.count, b.count) >= 8 && a.overlap(with: b) >= 0.6
    }
}
