/// How something that was published stands to what the reports of a revision say; declared gravest first.
package enum PublishedStatus: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Another source says, in its own voice and for certain, what cannot hold beside it.
    case contradicted
    /// A report that said so has corrected itself: it says now what cannot hold beside it.
    case corrected
    /// It was so, and the world moved on.
    case stale
    /// No report says so.
    case unsupported
    /// Something speaks against it, or less speaks for it than was published.
    case weakened
    /// Independent sources say so.
    case corroborated
    /// A report says so.
    case ok

    /// Whether somebody should look at it.
    package var isFinding: Bool { self != .ok && self != .corroborated }

    package static func < (a: PublishedStatus, b: PublishedStatus) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Why something published has its status.
///
/// The raw values are part of `check/1`.
package enum PublishedReason: String, Hashable, Sendable, CaseIterable {
    case anotherSource = "another-source"
    case worldMovedOn = "world-moved-on"
    case sourceCorrected = "source-corrected"
    case neverSaid = "never-said"
    case noLongerSaid = "no-longer-said"
    case disagreement
    case lessCertain = "less-certain"
    case onlyInPart = "only-in-part"
    case fewerSources = "fewer-sources"
    case independentSources = "independent-sources"
    case said
}
