/// The one word under which a change is counted and shown; declared in the order in which people should see them.
package enum Headline: String, Hashable, Sendable, CaseIterable, Comparable {
    case contradicted, disputed, corrected, updated, backfilled, retracted, removed, weakened, orphaned, undetermined,
        recurred
    case restated, refined, generalised, complementary, split, merged, added, corroborated, echoed
    /// The vocabulary files the same claim under another fact.
    case refiled
    /// The same is said with more or less certainty, by another speaker, or as a plan.
    case restanced
    /// The same is said in other words.
    case reworded
    /// The same words stand elsewhere in the text.
    case moved

    package static func < (a: Headline, b: Headline) -> Bool { a.rank < b.rank }

    /// The place in the order of display, from 0.
    var rank: Int { Self.ranks[self] ?? 0 }

    private static let ranks = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}

extension Change {
    /// The one word for this change: what a person would say of it first.
    package var headline: Headline {
        if kind == .added { return .added }
        if support == .orphaned { return .orphaned }
        switch support {
        case .retracted where gained.isEmpty: return .retracted
        case .removed where gained.isEmpty: return .removed
        case .weakened where gained.isEmpty: return .weakened
        default: return contentHeadline
        }
    }

    private var contentHeadline: Headline {
        switch content {
        case .unchanged, .reworded: unchangedHeadline
        default: Headline(rawValue: content.rawValue) ?? .reworded
        }
    }

    private var unchangedHeadline: Headline {
        if cause == .vocabulary, formerFact != nil { return .refiled }
        return switch support {
        case .corroborated: .corroborated
        case .echoed: .echoed
        default: stance != .none ? .restanced : content == .unchanged && evidence == .moved ? .moved : .reworded
        }
    }
}
