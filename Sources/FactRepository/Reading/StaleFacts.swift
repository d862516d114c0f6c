package import FactDiff
package import Facts

extension FactRepository {
    /// For each fact that changed, the facts that rest on it, at any remove, and have not changed; sorted by id.
    ///
    /// Each subject that is reached is one look-up; there is none where the vocabulary says of nothing what it derives from.
    package func staleFacts(
        after changes: ChangeSet, in snapshot: Snapshot
    ) throws(RepositoryError) -> [FactID: [Fact]] {
        let changed = changes.changes.facts
        return try staleFacts(after: changes.changes, in: snapshot) { (fact) throws(RepositoryError) in
            !changed.contains(fact.id)
        }
    }

    /// The same where of all that a revision changed only some changes are at hand: whether a fact is as it was is looked up.
    ///
    /// - Parameter before: the state that the changes are from; `nil` when there was none, and so nothing that stayed.
    package func staleFacts(
        after changes: [Change], from before: Snapshot?, in snapshot: Snapshot
    ) throws(RepositoryError) -> [FactID: [Fact]] {
        guard let before else { return [:] }
        return try staleFacts(after: changes, in: snapshot) { (fact) throws(RepositoryError) in
            try before.facts(with: [fact.id]).first == fact
        }
    }

    private func staleFacts(
        after changes: [Change], in snapshot: Snapshot,
        isUnchanged: @escaping (Fact) throws(RepositoryError) -> Bool
    ) throws(RepositoryError) -> [FactID: [Fact]] {
        var search = StaleFactSearch(
            try snapshot.vocabulary(), isUnchanged: isUnchanged,
            factsAbout: { (subject) throws(RepositoryError) in
                try snapshot.facts(startingWith: FactID.prefix(ofSubject: subject)).filter {
                    $0.claims.first?.subject.identity == subject
                }
            })
        return try search.facts(after: changes)
    }
}
