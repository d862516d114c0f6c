package import FactDiff
package import Facts

extension FactRepository {
    /// For each fact that changed, the facts that rest on it, at any remove, and have not changed; sorted by id.
    ///
    /// Each subject that is reached is one look-up; there is none where the vocabulary says of nothing what it derives from.
    package func staleFacts(
        after changes: ChangeSet, in snapshot: Snapshot
    ) throws(RepositoryError) -> [FactID: [Fact]] {
        let rules = DependencyRules(try snapshot.vocabulary())
        guard !rules.isEmpty else { return [:] }
        var search = StaleFacts(rules, changes, snapshot)
        var stale: [FactID: [Fact]] = [:]
        for change in changes.changes where change.shakesDependants {
            let found = try search.facts(restingOn: [change.before, change.after].compactMap(\.self))
            guard !found.isEmpty else { continue }
            let all = Dictionary(((stale[change.fact] ?? []) + found).map { ($0.id, $0) }) { first, _ in first }
            stale[change.fact] = all.values.sorted { $0.id < $1.id }
        }
        return stale
    }
}

/// Follows what facts rest on from one to the next.
private struct StaleFacts {
    private let rules: DependencyRules
    private let snapshot: Snapshot
    private let changed: Set<FactID>
    /// The facts of each subject that was looked up.
    private var known: [String: [Fact]] = [:]

    init(_ rules: DependencyRules, _ changes: ChangeSet, _ snapshot: Snapshot) {
        (self.rules, self.snapshot) = (rules, snapshot)
        changed = Set(changes.changes.flatMap { [$0.fact, $0.formerFact].compactMap(\.self) })
    }

    /// The unchanged facts that rest on what some claims say.
    mutating func facts(restingOn claims: [Claim]) throws(RepositoryError) -> [Fact] {
        var found: [FactID: Fact] = [:]
        var front = claims
        while let claim = front.popLast() {
            for dependant in rules.dependants(of: claim.predicate) {
                let party = dependant.through == .subject ? claim.subject : claim.object
                guard let party else { continue }
                for fact in try facts(about: party.identity, under: dependant.predicate)
                where found[fact.id] == nil && !changed.contains(fact.id) {
                    found[fact.id] = fact
                    front += fact.claims
                }
            }
        }
        return Array(found.values)
    }

    private mutating func facts(
        about subject: String, under predicate: String
    ) throws(RepositoryError) -> [Fact] {
        if known[subject] == nil {
            known[subject] = try snapshot.facts(startingWith: FactID.prefix(ofSubject: subject)).filter {
                $0.claims.first?.subject.identity == subject
            }
        }
        return known[subject]?.filter { $0.claims.first?.predicate == predicate } ?? []
    }
}
