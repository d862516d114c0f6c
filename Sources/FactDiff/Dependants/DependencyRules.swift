package import Facts

/// Which predicates rest on which, as a vocabulary declares it.
package struct DependencyRules: Sendable {
    /// A predicate that rests on another.
    package struct Dependant: Hashable, Sendable {
        /// The predicate that rests on the other.
        package let predicate: String
        /// The party of the other's fact that its own facts are about.
        package let through: Derivation.Party
    }

    private let dependants: [String: [Dependant]]

    /// What a vocabulary declares.
    package init(_ vocabulary: Vocabulary) {
        var dependants: [String: [Dependant]] = [:]
        for predicate in vocabulary.predicates.values.sorted(by: { $0.id < $1.id }) {
            for base in predicate.derivesFrom {
                dependants[base.predicate, default: []].append(
                    Dependant(predicate: predicate.id, through: base.through))
            }
        }
        self.dependants = dependants
    }

    /// Whether nothing rests on anything.
    package var isEmpty: Bool { dependants.isEmpty }

    /// The predicates that rest on one, by id.
    package func dependants(of predicate: String) -> [Dependant] { dependants[predicate] ?? [] }
}

extension Change {
    /// Whether what rests on the fact may be out of date: it says something else now, or nothing, or something stands against it.
    ///
    /// A fact that is new, or said more precisely or in other words, takes nothing away from what rests on it.
    package var shakesDependants: Bool {
        switch content {
        case .removed, .updated, .corrected, .contradicted, .disputed, .generalised, .restated, .undetermined: true
        case .added, .unchanged, .reworded, .refined, .recurred, .backfilled, .complementary, .split, .merged:
            stance == .polarityFlipped
        }
    }
}
