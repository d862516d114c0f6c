/// Whether a claim says that something is so, or that it is not.
package enum Polarity: String, Hashable, Sendable, CaseIterable {
    case affirmed, denied
}

/// How sure the report is of what it says.
package enum Certainty: String, Hashable, Sendable, CaseIterable {
    case certain, probable, possible
    /// The extractor did not say.
    case unstated

    /// From the least sure to the surest; `unstated` stands between probable and certain.
    package var rank: Int {
        switch self {
        case .possible: 0
        case .probable: 1
        case .unstated: 2
        case .certain: 3
        }
    }
}

/// In what way something is said to be, when it is not simply said to be so.
package enum Modality: String, Hashable, Sendable, CaseIterable {
    case planned, expected, desired, attempted, offered, requested, permitted, required, refused, conditional,
        hypothetical
    case question
}
