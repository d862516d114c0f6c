package import Facts

/// How much of what is said can be found contradictory at all: most predicates may have many values.
package struct ContradictionCoverage: Hashable, Sendable {
    /// A predicate whose facts never contradict anything.
    package struct Unchecked: Hashable, Sendable {
        /// Its id.
        package let predicate: String
        /// How many facts it has.
        package let facts: Int

        /// A predicate and the number of its facts.
        package init(predicate: String, facts: Int) {
            self.predicate = predicate
            self.facts = facts
        }
    }

    /// Predicates in use that declare a single value.
    package let singleValued: Int
    /// Predicates in use that can contradict: those, and those that a rule ties to one of them.
    package let checked: Int
    /// Predicates in use.
    package let inUse: Int
    /// The others, the commonest first, then by id.
    package let unchecked: [Unchecked]

    /// What a vocabulary declares of the predicates that some facts use.
    package init(of facts: [Fact], _ vocabulary: Vocabulary) {
        let counts = Dictionary(facts.compactMap { $0.claims.first.map { ($0.predicate, 1) } }, uniquingKeysWith: +)
        let links = PredicateLinks(vocabulary)
        let unchecked = counts.filter { !links.canContradict($0.key, vocabulary) }
        self.init(
            singleValued: counts.keys.count { vocabulary.predicate(id: $0).isSingleValued }, inUse: counts.count,
            unchecked: unchecked.map { Unchecked(predicate: $0.key, facts: $0.value) })
    }

    /// A coverage of figures; the predicates may come in any order.
    package init(singleValued: Int, inUse: Int, unchecked: [Unchecked]) {
        self.singleValued = singleValued
        self.inUse = inUse
        checked = inUse - unchecked.count
        self.unchecked = unchecked.sorted { ($1.facts, $0.predicate) < ($0.facts, $1.predicate) }
    }
}
