package import Facts

extension Predicate {
    /// What is declared of it, in the words of a person: `state`, `one value`, `the opposite of opposes`.
    ///
    /// - Parameter name: what a predicate with an id is called.
    package func rules(_ name: (String) -> String) -> [String] {
        [kind.rawValue] + [cardinality, turning, course].compactMap(\.self) + relations(name) + objectRules
    }

    private var cardinality: String? {
        guard isSingleValued else { return nil }
        return key.isEmpty ? "one value" : "one value for each \(key.map { "“\($0)”" }.joined(separator: " and "))"
    }

    private var turning: String? { isSymmetric ? "said either way round" : nil }

    private var course: String? {
        switch monotone {
        case .rising: "never falls"
        case .falling: "never rises"
        case nil: nil
        }
    }

    private func relations(_ name: (String) -> String) -> [String] {
        let lists: [(String, [String])] = [
            ("the opposite of", antonym.map { [$0] } ?? []), ("includes", subsumes), ("excludes", excludes),
            ("begins", initiates), ("ends", terminates), ("the sum of", parts), ("not later than", notAfter),
            ("rests on", derivesFrom.map(\.predicate)),
        ]
        return lists.filter { !$0.1.isEmpty }.map { words, ids in
            "\(words) \(ids.map(name).joined(separator: ", "))"
        }
    }

    private var objectRules: [String] {
        guard let role = roles["object"] else { return [] }
        let unit = role.unit.map { " in \($0.symbol)" } ?? ""
        let choices = role.choices.isEmpty ? "" : ": \(role.choices.joined(separator: ", "))"
        return [
            "objects are \(role.type.plural)\(unit)\(choices)",
            role.range.map { "in the range \($0.number)" },
            role.tolerance.map { "alike within \($0)" },
        ].compactMap(\.self)
    }
}

extension Role.ValueType {
    /// What several such values are called.
    fileprivate var plural: String {
        switch self {
        case .entity: "entities"
        case .quantity: "quantities"
        case .time: "times"
        case .choice: "choices"
        case .text: "texts"
        }
    }
}
