package import Facts

/// Claims that cannot all be right by a rule that the vocabulary declares of a predicate.
package struct BrokenInvariant: Hashable, Sendable {
    /// The rules.
    package enum Rule: String, Hashable, Sendable, CaseIterable {
        /// A value that can only rise fell.
        case neverFalls = "never-falls"
        /// A value that can only fall rose.
        case neverRises = "never-rises"
        /// A quantity lies outside what it can be at all.
        case range
        /// Parts do not add up to their whole.
        case sum
        /// Something is over before it begins.
        case order
    }

    /// The rule.
    package let rule: Rule
    /// The predicate that declares it.
    package let predicate: String
    /// The role that is out of its range; `object` for the other rules.
    package let role: String
    /// What the rule allows, as it is written: a range, or the predicates that it names.
    package let allowed: String
    /// The claims: the earlier before the later, the whole before its parts, the start before the end.
    package let claims: [Claim]

    /// Claims that break a rule.
    package init(rule: Rule, predicate: String, role: String, allowed: String, claims: [Claim]) {
        (self.rule, self.predicate, self.role, self.allowed, self.claims) = (rule, predicate, role, allowed, claims)
    }

    /// The order of display: by predicate, subject, rule and claims; it is total.
    static func precedes(_ a: BrokenInvariant, _ b: BrokenInvariant) -> Bool {
        a.sortKey.lexicographicallyPrecedes(b.sortKey)
    }

    private var sortKey: [String] {
        [predicate, claims.first?.subject.identity ?? "", rule.rawValue, role] + claims.map { "\($0.id) \($0.places)" }
    }
}
