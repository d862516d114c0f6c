package import Facts

/// Finds the facts that may be out of date after changes: they rest on one that changed, at any remove, and have not changed.
///
/// Each subject that is reached is looked up once. Nothing is looked up where the vocabulary says of nothing what it derives from.
package struct StaleFactSearch<Problem: Error> {
    private let rules: DependencyRules
    private let isUnchanged: (Fact) throws(Problem) -> Bool
    private let factsAbout: (String) throws(Problem) -> [Fact]
    /// The facts of each subject that was looked up.
    private var known: [String: [Fact]] = [:]

    /// A search by what a vocabulary declares.
    ///
    /// - Parameters:
    ///   - isUnchanged: whether a fact of the side after is as it was before.
    ///   - factsAbout: the facts of the side after about the subject of this identity.
    package init(
        _ vocabulary: Vocabulary, isUnchanged: @escaping (Fact) throws(Problem) -> Bool,
        factsAbout: @escaping (String) throws(Problem) -> [Fact]
    ) {
        rules = DependencyRules(vocabulary)
        self.isUnchanged = isUnchanged
        self.factsAbout = factsAbout
    }

    /// For each fact that changed, the facts that may be out of date for it, sorted by id.
    package mutating func facts(after changes: [Change]) throws(Problem) -> [FactID: [Fact]] {
        guard !rules.isEmpty else { return [:] }
        var stale: [FactID: [Fact]] = [:]
        for change in changes where change.shakesDependants {
            let found = try facts(restingOn: [change.before, change.after].compactMap(\.self))
            guard !found.isEmpty else { continue }
            let all = Dictionary(((stale[change.fact] ?? []) + found).map { ($0.id, $0) }) { first, _ in first }
            stale[change.fact] = all.values.sorted { $0.id < $1.id }
        }
        return stale
    }

    private mutating func facts(restingOn claims: [Claim]) throws(Problem) -> [Fact] {
        var found: [FactID: Fact] = [:]
        var front = claims
        while let claim = front.popLast() {
            for dependant in rules.dependants(of: claim.predicate) {
                guard let party = dependant.through == .subject ? claim.subject : claim.object else { continue }
                for fact in try facts(about: party.identity, under: dependant.predicate) where found[fact.id] == nil {
                    guard try isUnchanged(fact) else { continue }
                    found[fact.id] = fact
                    front += fact.claims
                }
            }
        }
        return Array(found.values)
    }

    private mutating func facts(about subject: String, under predicate: String) throws(Problem) -> [Fact] {
        if known[subject] == nil { known[subject] = try factsAbout(subject) }
        return known[subject]?.filter { $0.claims.first?.predicate == predicate } ?? []
    }
}

extension ChangeSet {
    /// For each fact that changed, the unchanged facts of the side after that rest on it; sorted by id.
    package func staleFacts(in after: Side) -> [FactID: [Fact]] {
        let changed = changes.facts
        let bySubject =
            DependencyRules(after.provenance.vocabulary).isEmpty
            ? [:] : Dictionary(grouping: after.facts) { $0.claims.first?.subject.identity ?? "" }
        var search = StaleFactSearch<Never>(
            after.provenance.vocabulary, isUnchanged: { !changed.contains($0.id) },
            factsAbout: { bySubject[$0] ?? [] })
        return search.facts(after: changes)
    }
}
