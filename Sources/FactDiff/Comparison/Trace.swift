package import Facts

/// Why a change has its content label: the rule that decided and what it decided on.
package struct Trace: Hashable, Sendable {
    /// One part of the two claims, compared.
    package struct Field: Hashable, Sendable {
        /// `subject`, `predicate`, `object`, `arguments.NAME`, `time`, `polarity`.
        package let name: String
        /// What it says before; `nil` when it says nothing.
        package let before: String?
        /// What it says after; `nil` when it says nothing.
        package let after: String?
        /// How after stands to before.
        package let relation: Relation
        /// How equal the two are.
        package let equality: Equality
    }

    /// The rule that decided.
    package let rule: Rule
    /// The parts that differ.
    package let compared: [Field]
    /// Whether the two can hold at one time; `nil` when there was nothing to compare.
    package let overlap: TimeOverlap?

    /// The names of the parts that differ in meaning; where there are none, of those that differ in form.
    var changedFields: [String] {
        let inMeaning = compared.filter { !$0.equality.isSameMeaning }
        return (inMeaning.isEmpty ? compared : inMeaning).map(\.name)
    }

    /// A rule that needed no comparison.
    static func rule(_ name: Rule) -> Trace { Trace(rule: name, compared: [], overlap: nil) }
}
