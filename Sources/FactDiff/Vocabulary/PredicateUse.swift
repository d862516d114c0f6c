package import Facts

/// A predicate, and what the facts of a revision say with it: what a person needs to declare more of it.
package struct PredicateUse: Hashable, Sendable, Identifiable {
    /// Words that claims have for a predicate.
    package struct Wording: Hashable, Sendable {
        /// The words.
        package let text: String
        /// How many claims have them.
        package let count: Int
    }

    /// What is known of it.
    package let predicate: Predicate
    /// Whether the vocabulary declares it; otherwise it is known by its words alone.
    package let isDeclared: Bool
    /// Whether its facts can contradict any at all.
    package let canContradict: Bool
    /// How many facts it has.
    package let facts: Int
    /// How many reports state one.
    package let reports: Int
    /// How many subjects have a value affirmed.
    package let subjects: Int
    /// How many of these have several, whenever and for whatever key they hold.
    package let dividedSubjects: Int
    /// The words for it, the commonest first, then by text; never empty.
    package let wordings: [Wording]
    /// How many claims have an object of each type.
    package let types: [Role.ValueType: Int]

    package var id: String { predicate.id }

    /// Whether nothing that was said speaks against one value for each subject, and several reports had the occasion; what happens may
    /// happen again.
    package var mayBeSingleValued: Bool {
        predicate.kind != .event && !predicate.isSymmetric && dividedSubjects == 0 && subjects > 1 && reports > 1
    }
}

extension PredicateUse {
    /// The predicates that some facts use, those with most facts first, then by id.
    package static func all(in facts: [Fact], _ vocabulary: Vocabulary) -> [PredicateUse] {
        var uses: [String: Tally] = [:]
        for fact in facts {
            guard let id = fact.claims.first?.predicate else { continue }
            uses[id, default: Tally()].note(fact)
        }
        let links = PredicateLinks(vocabulary)
        return uses.map { id, tally in
            PredicateUse(
                predicate: vocabulary.predicate(id: id), isDeclared: vocabulary.predicates[id] != nil,
                canContradict: links.canContradict(id, vocabulary), tally)
        }.sorted { ($1.facts, $0.id) < ($0.facts, $1.id) }
    }

    private init(predicate: Predicate, isDeclared: Bool, canContradict: Bool, _ tally: Tally) {
        (self.predicate, self.isDeclared, self.canContradict) = (predicate, isDeclared, canContradict)
        (facts, reports, types) = (tally.facts, tally.reports.count, tally.types)
        subjects = tally.values.count
        dividedSubjects = tally.values.values.count { $0.count > 1 }
        wordings = tally.wordings.map { Wording(text: $0, count: $1) }.sorted {
            ($1.count, $0.text) < ($0.count, $1.text)
        }
    }

    /// What is counted of one predicate.
    private struct Tally {
        var facts = 0
        var reports: Set<ReportName> = []
        var wordings: [String: Int] = [:]
        var types: [Role.ValueType: Int] = [:]
        /// What is affirmed of each subject, in normal form.
        var values: [String: Set<String>] = [:]

        mutating func note(_ fact: Fact) {
            facts += 1
            for claim in fact.claims {
                reports.insert(claim.report)
                wordings[claim.predicateText, default: 0] += 1
                guard let object = claim.object else { continue }
                types[object.type, default: 0] += 1
                guard claim.polarity == .affirmed else { continue }
                values[claim.subject.identity, default: []].insert(object.identity)
            }
        }
    }
}

extension Value {
    /// The type of what it was read as.
    fileprivate var type: Role.ValueType {
        switch content {
        case .entity: .entity
        case .quantity: .quantity
        case .time: .time
        case .choice: .choice
        case .text: .text
        }
    }
}
