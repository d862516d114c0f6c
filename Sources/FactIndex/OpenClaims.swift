import Facts

/// Where the rows of claims are that hold at the newest revision, as far as they were written of late: a claim that goes need not be
/// looked for.
struct OpenClaims {
    /// Where a claim's row is.
    struct Place {
        let number: Int
        let since: Int
    }

    /// A fact and the ``RowSum`` of a claim's line.
    private struct Key: Hashable {
        let fact: FactID
        let sum: Int64

        /// Different lines have different sums but for chance.
        func hash(into hasher: inout Hasher) { hasher.combine(sum) }
    }

    /// More are not remembered, but looked up.
    private static let limit = 1 << 20
    private var places: [Key: Place] = [:]
    /// Lines of one fact may be made up that have one sum; those are looked up.
    private var ambiguous: Set<Key> = []

    /// Remembers the row of a claim.
    mutating func add(_ place: Place, fact: FactID, sum: Int64) {
        let key = Key(fact: fact, sum: sum)
        guard places.count < Self.limit, !ambiguous.contains(key) else { return }
        if places.updateValue(place, forKey: key) != nil {
            places[key] = nil
            ambiguous.insert(key)
        }
    }

    /// The row of a claim that goes; `nil` when it is to be looked up.
    mutating func take(fact: FactID, sum: Int64) -> Place? { places.removeValue(forKey: Key(fact: fact, sum: sum)) }
}
