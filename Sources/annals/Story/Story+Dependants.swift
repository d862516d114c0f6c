import FactDiff
import FactRepository
import Facts

extension Story {
    /// By revision that changed a fact, the facts that rested on it and stayed as they were, sorted by id.
    func staleFacts(after steps: [(revision: Revision, changes: [Change])]) throws -> [String: [Fact]] {
        var stale: [String: [Fact]] = [:]
        for (revision, changes) in steps where changes.contains(where: \.shakesDependants) {
            let snapshot = try snapshot(of: revision.id)
            // As a rule a vocabulary says of nothing what it derives from, and then no other revision is opened.
            if DependencyRules(try snapshot.vocabulary()).isEmpty { continue }
            let found = try repository.staleFacts(
                after: changes, from: revision.parent.map { try self.snapshot(of: $0) }, in: snapshot)
            if !found.isEmpty { stale[revision.id] = found.values.joined().sorted { $0.id < $1.id } }
        }
        return stale
    }
}
