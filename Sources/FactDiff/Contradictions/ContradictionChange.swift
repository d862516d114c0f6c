package import Facts

/// A contradiction that is on one side only, or graver on one.
package struct ContradictionChange: Hashable, Sendable {
    /// The contradiction before; `nil` when it opened.
    package let before: Contradiction?
    /// The contradiction after; `nil` when it closed.
    package let after: Contradiction?

    /// The fact that it is about.
    package var fact: FactID? { (after ?? before)?.fact }

    /// What opened, closed or changed its label between two sides, by fact.
    static func all(from before: Side, to after: Side) -> [ContradictionChange] {
        let old = Dictionary(Contradiction.all(in: before).map { ($0.fact, $0) }) { first, _ in first }
        let new = Dictionary(Contradiction.all(in: after).map { ($0.fact, $0) }) { first, _ in first }
        return Set(old.keys).union(new.keys).sorted().compactMap { fact in
            old[fact]?.content == new[fact]?.content ? nil : .init(before: old[fact], after: new[fact])
        }
    }
}
