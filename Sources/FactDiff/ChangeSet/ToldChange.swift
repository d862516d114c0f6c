import Facts

/// A change and its place among others.
struct ToldChange: Sendable {
    let change: Change
    fileprivate let key: DisplayKey

    init(_ change: Change) {
        self.change = change
        key = DisplayKey(change)
    }
}

extension [ToldChange] {
    /// By headline, then what it is about, then its claims: a total order of the changes of one set.
    var inOrderOfDisplay: [Change] {
        let order = indices.sorted { i, j in
            self[i].key.precedes(self[j].key) ?? self[i].change.claimsPrecede(self[j].change)
        }
        return order.map { self[$0].change }
    }
}

/// By what a change is shown before another.
private struct DisplayKey: Sendable {
    private let rank: Int
    /// The subject's identity, cut in two: for most changes it need not be made.
    private let subjectType: Int
    private let subject: String
    private let predicate: String
    private let fact: FactID

    init(_ change: Change) {
        let claim = change.subject
        rank = change.headline.rank
        (subjectType, subject) = claim.map { Self.identity(of: $0.subject) } ?? (0, "")
        predicate = claim?.predicate ?? ""
        fact = change.fact
    }

    /// In the order of the whole identities.
    private static func identity(of subject: Value) -> (type: Int, rest: String) {
        if let entity = subject.entity { return (2, entity.description) }
        let whole = subject.identity
        return (whole < "entity:" ? 1 : 3, whole)
    }

    /// Whether it comes first; `nil` for changes of one fact under one headline.
    func precedes(_ other: DisplayKey) -> Bool? {
        if rank != other.rank { return rank < other.rank }
        if subjectType != other.subjectType { return subjectType < other.subjectType }
        if subject != other.subject { return subject < other.subject }
        if predicate != other.predicate { return predicate < other.predicate }
        return fact == other.fact ? nil : fact < other.fact
    }
}

extension Change {
    /// The order of changes of one fact.
    fileprivate func claimsPrecede(_ other: Change) -> Bool {
        let (a, b) = (lost + gained, other.lost + other.gained)
        guard let (x, y) = zip(a, b).first(where: { $0.id != $1.id || $0.places != $1.places }) else {
            return a.count < b.count
        }
        return x.id == y.id ? x.places.lexicographicallyPrecedes(y.places) : x.id < y.id
    }
}
