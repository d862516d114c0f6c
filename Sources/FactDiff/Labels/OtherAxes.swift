import Facts

/// What happened to the claims that a fact rests on: the second axis.
package enum Support: String, Hashable, Sendable, CaseIterable {
    /// A claim joined that does not say the same.
    case added
    /// The last claim that said so went, not by its own source's doing.
    case removed
    /// The same reports say so.
    case kept
    /// An independent source joined.
    case corroborated
    /// Another report joined that goes back to the same speaker or outlet.
    case echoed
    /// A claim went while others still say the same, not by its own source's doing.
    case weakened
    /// Its own source withdrew it.
    case retracted
    /// The claim stays, its quotation is gone from the text.
    case orphaned
}

/// What happened to how it is said: the third axis.
package enum Stance: String, Hashable, Sendable, CaseIterable {
    case none
    case attributionChanged = "attribution changed"
    case certaintyUp = "certainty up"
    case certaintyDown = "certainty down"
    case polarityFlipped = "polarity flipped"
    case modalityChanged = "modality changed"

    /// What differs most between two claims: polarity before modality, certainty and attribution.
    init(from before: Claim, to after: Claim, hasSameVoice: Bool) {
        if before.polarity != after.polarity {
            self = .polarityFlipped
        } else if before.modality != after.modality {
            self = .modalityChanged
        } else if before.certainty != after.certainty {
            self = before.certainty.rank < after.certainty.rank ? .certaintyUp : .certaintyDown
        } else {
            self = hasSameVoice ? .none : .attributionChanged
        }
    }
}

/// What happened to the quotations: the fourth axis.
package enum EvidenceShift: String, Hashable, Sendable, CaseIterable {
    case identical, moved, edited, replaced, lost, added
}

/// Why there is a change: the fifth axis.
///
/// Computed from provenance, never guessed.
package enum Cause: String, Hashable, Sendable, CaseIterable {
    /// A text is new, edited or withdrawn.
    case report
    /// The same text was read otherwise.
    case extractor
    /// The same claim is understood otherwise.
    case vocabulary
    /// A person ruled.
    case decision
    /// Several of these, or text and extractor changed and nothing tells them apart.
    case mixed
}
