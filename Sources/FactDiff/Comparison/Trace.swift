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

    /// The name of the rule, such as `same-time-other-source`.
    package let rule: String
    /// The parts that differ.
    package let compared: [Field]
    /// Whether the two can hold at one time; `nil` when there was nothing to compare.
    package let overlap: TimeOverlap?

    /// A rule that needed no comparison.
    static func rule(_ name: String) -> Trace { Trace(rule: name, compared: [], overlap: nil) }
}
