package import Facts

/// Which predicates can contradict one another across facts, as a vocabulary declares it.
package struct PredicateLinks: Sendable {
    /// Why facts of two predicates can contradict one another.
    package enum Link: String, Hashable, Sendable, CaseIterable {
        /// One denies what the other, narrower one affirms.
        case negation
        /// Both are narrower than a predicate that has one value only.
        case subsumption
        /// Each says the opposite of the other.
        case antonym
        /// One state excludes the other.
        case exclusion
        /// An event begins a state.
        case initiation
        /// An event ends a state.
        case termination
    }

    private var links: [String: [String: Set<Link>]] = [:]
    private var wider: [String: Set<String>] = [:]
    private var turning: Set<String> = []

    /// What a vocabulary declares; cost by its predicates.
    package init(_ vocabulary: Vocabulary) {
        let predicates = vocabulary.predicates.values
        turning = Set(predicates.filter(\.isSymmetric).map(\.id))
        for predicate in predicates {
            for id in Self.narrower(than: predicate, vocabulary) { wider[id, default: []].insert(predicate.id) }
        }
        for predicate in predicates {
            connect(predicate)
            connectFamily(of: predicate, vocabulary)
        }
    }

    private mutating func connect(_ predicate: Predicate) {
        if let antonym = predicate.antonym { connect(predicate.id, antonym, .antonym) }
        for id in predicate.excludes { connect(predicate.id, id, .exclusion) }
        for id in predicate.initiates { connect(predicate.id, id, .initiation) }
        for id in predicate.terminates { connect(predicate.id, id, .termination) }
    }

    /// A predicate with those narrower than it; those among one another where it has one value only.
    private mutating func connectFamily(of predicate: Predicate, _ vocabulary: Vocabulary) {
        let family = Self.narrower(than: predicate, vocabulary).sorted()
        for id in family {
            connect(predicate.id, id, .negation)
            if predicate.isSingleValued { connect(predicate.id, id, .subsumption) }
        }
        guard predicate.isSingleValued else { return }
        for (index, id) in family.enumerated() {
            for other in family.dropFirst(index + 1) { connect(id, other, .subsumption) }
        }
    }

    private mutating func connect(_ a: String, _ b: String, _ link: Link) {
        links[a, default: [:]][b, default: []].insert(link)
        links[b, default: [:]][a, default: []].insert(link)
    }

    private static func narrower(than predicate: Predicate, _ vocabulary: Vocabulary) -> Set<String> {
        var found: Set<String> = []
        var front = predicate.subsumes
        while let id = front.popLast() {
            guard id != predicate.id, found.insert(id).inserted else { continue }
            front += vocabulary.predicates[id]?.subsumes ?? []
        }
        return found
    }
}

extension PredicateLinks {
    /// Whether no fact can contradict one of another predicate.
    package var isEmpty: Bool { links.isEmpty }

    /// The predicates whose facts can contradict those of this one, itself first, the others by id.
    func partners(of id: String) -> [String] { [id] + (links[id]?.keys.sorted() ?? []) }

    /// Whether its facts can contradict those of another predicate.
    func isLinked(_ id: String) -> Bool { links[id] != nil }

    /// What can stand against a fact of the predicate: predicates by id after its own, whether parties may be exchanged, and
    /// whether only a denial can, on one of the two sides.
    package func opponents(of id: String) -> [(predicate: String, isTurning: Bool, isByDenialAlone: Bool)] {
        partners(of: id).map { ($0, isTurning(id, $0), links(between: id, $0) == [.negation]) }
    }

    /// Why facts of the two can contradict one another, in the order of declaration.
    func links(between a: String, _ b: String) -> [Link] {
        if a == b { return [.negation] }
        let found = links[a]?[b] ?? []
        return Link.allCases.filter(found.contains)
    }

    /// The predicates that both are or are included in, by id.
    func common(_ a: String, _ b: String) -> [String] { reach(a).intersection(reach(b)).sorted() }

    /// Whether the second is the first or includes it.
    func isPredicate(_ id: String, within other: String) -> Bool { reach(id).contains(other) }

    /// Whether subject and object of one of the two may be exchanged.
    func isTurning(_ a: String, _ b: String) -> Bool { turning.contains(a) || turning.contains(b) }

    /// Whether a fact of the predicate can contradict another at all, as something more than an open question.
    package func canContradict(_ id: String, _ vocabulary: Vocabulary) -> Bool {
        partners(of: id).contains { vocabulary.predicate(id: $0).isSingleValued }
    }

    private func reach(_ id: String) -> Set<String> { (wider[id] ?? []).union([id]) }
}
