import FactDiff
import Facts

extension ContradictionCoverage {
    /// How much was looked for contradictions at all, in sentences.
    ///
    /// - Parameter named: predicates without a rule that are named before the rest is counted.
    func extent(_ naming: Naming, named: Int = 5) -> [String] {
        [checkedPhrase, uncheckedPhrase(naming, named)].filter { !$0.isEmpty }
    }

    /// The figures, and each predicate that carries no rule.
    func json(_ naming: Naming) -> JSONValue {
        .object([
            "singleValued": .integer(singleValued), "checked": .integer(checked), "inUse": .integer(inUse),
            "unchecked": .array(
                unchecked.map {
                    .object([
                        "predicate": .string(naming.predicateName($0.predicate)), "facts": .integer($0.facts),
                    ])
                }),
        ])
    }

    private var checkedPhrase: String {
        let tied = checked - singleValued
        let more = tied > 0 ? ", \(tied.grouped) more \(tied == 1 ? "is" : "are") tied to one that does" : ""
        return "\(singleValued.grouped) of \(inUse.of("predicate")) in use declare single-valued\(more)"
    }

    private func uncheckedPhrase(_ naming: Naming, _ named: Int) -> String {
        guard !unchecked.isEmpty else { return "" }
        let names = unchecked.prefix(named).map { "\(naming.predicateName($0.predicate)) (\($0.facts.grouped))" }
        let rest = unchecked.count - names.count
        let list = names + (rest > 0 ? ["\(rest.grouped) more"] : [])
        let isOne = unchecked.count == 1
        return
            "\(unchecked.count.grouped) \(isOne ? "carries" : "carry") no rule and \(isOne ? "is" : "are") never called contradicted: "
            + list.joined(separator: ", ")
    }
}
