/// How two values stand to one another, each read as the set of states of the world it allows.
///
/// Exactly one holds for any two values. `narrower` means that the first allows strictly less than the second.
package enum Relation: String, Hashable, Sendable, CaseIterable {
    case same, narrower, wider, overlapping, disjoint, incomparable

    /// The relation of the second value to the first.
    package var mirrored: Relation {
        switch self {
        case .narrower: .wider
        case .wider: .narrower
        default: self
        }
    }
}

extension Relation {
    /// The relation of wholes whose parts stand in these relations; `same` for none.
    package static func combined(_ parts: [Relation]) -> Relation {
        for decisive in [Relation.disjoint, .incomparable, .overlapping] where parts.contains(decisive) {
            return decisive
        }
        switch (parts.contains(.narrower), parts.contains(.wider)) {
        case (true, true): return .overlapping
        case (true, false): return .narrower
        case (false, true): return .wider
        case (false, false): return .same
        }
    }
}

/// How equal two values are, from byte for byte to not at all.
///
/// Ordered from the closest.
package enum Equality: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// The same bytes.
    case identical
    /// The same value in another form: spaces, case, quotation marks, a symbol for a word.
    case form
    /// The same up to the coarser of the two written precisions: 42.38 and 42.378 billion.
    case precision
    /// The same number after a change of scale or unit: 1.5 billion and 1,500,000,000.
    case scale
    /// Not equal in any of these senses.
    case different

    package static func < (a: Equality, b: Equality) -> Bool { a.rawValue < b.rawValue }

    /// Whether the two say the same, differing at most in how they are written.
    package var isSameMeaning: Bool { self == .identical || self == .form || self == .scale }
}
