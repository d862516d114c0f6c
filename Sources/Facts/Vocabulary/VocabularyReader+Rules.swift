import Yams

/// Reads what a vocabulary declares to hold of the values of several facts.
extension VocabularyReader {
    /// What a rule needs of a predicate that it names.
    struct Demand {
        /// The predicate that is named.
        let id: String
        /// The rule, as it is written: `parts`.
        let rule: String
        /// The type that its object is to have; `nil` for a state, whatever its object.
        let type: Role.ValueType?
        let node: Node
    }

    mutating func readRules(_ predicate: inout Predicate, _ members: [String: Node]) {
        for (rule, ids, type) in [
            ("excludes", predicate.excludes, nil), ("parts", predicate.parts, .quantity),
            ("not-after", predicate.notAfter, .time),
        ] as [(String, [String], Role.ValueType?)] {
            guard let node = members[rule] else { continue }
            if ids.contains(predicate.id) { report(node, "\(rule) of \(predicate.id) names itself") }
            demands += ([predicate.id] + ids).map { Demand(id: $0, rule: rule, type: type, node: node) }
        }
        predicate.derivesFrom = derivations(members["derives-from"])
        derivationNodes[predicate.id] = members["derives-from"]
        for derivation in predicate.derivesFrom {
            refer(to: derivation.predicate, from: predicate.id, members["derives-from"])
        }
    }

    /// `holds-office`, or `{predicate: heads, through: object}`; one, or a list.
    private mutating func derivations(_ node: Node?) -> [Derivation] {
        guard let node else { return [] }
        let elements = node.sequence.map(Array.init) ?? [node]
        return elements.compactMap { element in
            if let id = element.string { return Derivation(predicate: id, through: .subject) }
            guard let members = members(element, "derives-from", allowed: ["predicate", "through"]),
                let id = required("predicate", members, element)
            else { return nil }
            let through = choice(members["through"], Derivation.Party.allCases.map(\.rawValue), "through")
            return Derivation(predicate: id, through: through.flatMap(Derivation.Party.init) ?? .subject)
        }
    }

    /// `0..100`, `>=0`, `<=50`, in the unit of the role.
    mutating func range(_ node: Node, of role: Role) -> Quantity? {
        guard role.type == .quantity else {
            report(node, "range is said of a quantity, not of a \(role.type.rawValue)")
            return nil
        }
        guard let range = node.string.flatMap({ Quantity(number: $0, unit: role.unit ?? .none) }) else {
            report(node, "range is written 0..100, >=0 or <=50")
            return nil
        }
        return range
    }

    /// Checks the rules once all predicates are known.
    mutating func checkRules(_ known: [String: Predicate]) {
        for demand in demands {
            guard let predicate = known[demand.id] else { continue }
            if let type = demand.type, predicate.roles["object"]?.type != type {
                report(demand.node, "\(demand.rule) needs objects of type \(type.rawValue), which \(demand.id) has not")
            } else if demand.type == nil, predicate.kind == .event {
                report(demand.node, "\(demand.rule) is said of states and attributes; \(demand.id) is an event")
            }
        }
        for (id, node) in demands.filter({ $0.rule == "parts" }).map({ ($0.id, $0.node) })
        where Self.isReached(id, from: id, known, \.parts) { report(node, "\(id) is a part of itself") }
        for predicate in known.values where Self.isReached(predicate.id, from: predicate.id, known, \.bases) {
            report(derivationNodes[predicate.id], "\(predicate.id) derives from itself")
        }
    }

    /// Whether a predicate is among those that another names, at any remove.
    private static func isReached(
        _ id: String, from start: String, _ known: [String: Predicate], _ next: KeyPath<Predicate, [String]>
    ) -> Bool {
        var seen: Set<String> = []
        var front = known[start]?[keyPath: next] ?? []
        while let current = front.popLast() {
            if current == id { return true }
            if seen.insert(current).inserted { front += known[current]?[keyPath: next] ?? [] }
        }
        return false
    }
}

extension Predicate {
    /// The predicates that it rests on.
    fileprivate var bases: [String] { derivesFrom.map(\.predicate) }
}
