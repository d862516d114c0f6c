package import Facts

/// One difference between two revisions, about one fact, with exactly one label on each axis.
package struct Change: Hashable, Sendable {
    /// Whether the fact came, went, or is there on both sides.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case added, removed, changed
    }

    /// The fact; as it is known after, when it is there after.
    package let fact: FactID
    /// The fact's id before, when its identity moved.
    package let formerFact: FactID?
    /// Whether the fact came, went, or is there on both sides.
    package let kind: Kind
    /// What happened to what is said.
    package let content: Content
    /// What happened to the claims it rests on.
    package let support: Support
    /// What happened to how it is said.
    package let stance: Stance
    /// What happened to the quotations.
    package let evidence: EvidenceShift
    /// Why.
    package let cause: Cause
    /// What differs: `subject`, `predicate`, `object`, `arguments.NAME`, `time`, `polarity`, `certainty`, `modality`,
    /// `attribution`, `evidence`; a part that differs in form only when no other does.
    package let fields: [String]
    /// The claim that `after` was held against; `nil` when the fact was added.
    ///
    /// When only `after` is new, a claim that stands beside it.
    package let before: Claim?
    /// The claim that `before` was held against; `nil` when the fact was removed.
    ///
    /// When only `before` is gone, a claim that stood beside it.
    package let after: Claim?
    /// Which rule decided the content, and on what.
    package let trace: Trace
    /// The claims that are gone, in the stored order.
    package let lost: [Claim]
    /// The claims that are new, in the stored order.
    package let gained: [Claim]
    /// Whether it tells of the world or of the record, by itself; ``ChangeSet/courses`` looks at its company as well.
    package internal(set) var course = Course.unjudged
}

extension Change {
    /// The claim to name the fact by: the one that is new, else the one that is gone.
    package var subject: Claim? { gained.isEmpty ? before ?? after : after }
}
