package import Facts

/// One difference between two revisions, about one fact, with exactly one label on each axis.
package struct Change: Hashable, Sendable {
    /// Whether the fact came, went, or is there on both sides.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case added, removed, changed
    }

    // A value that is shared, as a claim is, and for the same reason: it has half a dozen references, and changes are sorted and
    // filtered by the thousand.
    private let shared: Shared

    private final class Shared: Sendable {
        let parts: UnjudgedChange
        let course: Course

        init(_ parts: UnjudgedChange, _ course: Course) {
            self.parts = parts
            self.course = course
        }
    }

    /// A change, and whether it tells of the world or of the record.
    init(_ parts: UnjudgedChange, course: Course) { shared = Shared(parts, course) }
}

extension Change {
    /// The fact; as it is known after, when it is there after.
    package var fact: FactID { shared.parts.fact }
    /// The fact's id before, when its identity moved.
    package var formerFact: FactID? { shared.parts.formerFact }
    /// Whether the fact came, went, or is there on both sides.
    package var kind: Kind { shared.parts.kind }
    /// What happened to what is said.
    package var content: Content { shared.parts.content }
    /// What happened to the claims it rests on.
    package var support: Support { shared.parts.support }
    /// What happened to how it is said.
    package var stance: Stance { shared.parts.stance }
    /// What happened to the quotations.
    package var evidence: EvidenceShift { shared.parts.evidence }
    /// Why.
    package var cause: Cause { shared.parts.cause }
    /// What differs: `subject`, `predicate`, `object`, `arguments.NAME`, `time`, `polarity`, `certainty`, `modality`,
    /// `attribution`, `evidence`; a part that differs in form only when no other does.
    package var fields: [String] { shared.parts.fields }
    /// The claim that `after` was held against; `nil` when the fact was added.
    ///
    /// When only `after` is new, a claim that stands beside it.
    package var before: Claim? { shared.parts.before }
    /// The claim that `before` was held against; `nil` when the fact was removed.
    ///
    /// When only `before` is gone, a claim that stood beside it.
    package var after: Claim? { shared.parts.after }
    /// Which rule decided the content, and on what.
    package var trace: Trace { shared.parts.trace }
    /// The claims that are gone, in the stored order.
    package var lost: [Claim] { shared.parts.lost }
    /// The claims that are new, in the stored order.
    package var gained: [Claim] { shared.parts.gained }
    /// Whether it tells of the world or of the record, by itself; ``ChangeSet/courses`` looks at its company as well.
    package var course: Course { shared.course }
    /// The claim to name the fact by: the one that is new, else the one that is gone.
    package var subject: Claim? { shared.parts.subject }

    package static func == (a: Change, b: Change) -> Bool {
        a.shared === b.shared || (a.shared.parts == b.shared.parts && a.course == b.course)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(shared.parts) }
}

/// What a change consists of, before it is known whether it tells of the world or of the record.
struct UnjudgedChange: Hashable, Sendable {
    let fact: FactID
    let formerFact: FactID?
    let kind: Change.Kind
    let content: Content
    let support: Support
    let stance: Stance
    let evidence: EvidenceShift
    let cause: Cause
    let fields: [String]
    let before: Claim?
    let after: Claim?
    let trace: Trace
    let lost: [Claim]
    let gained: [Claim]

    /// The claim to name the fact by: the one that is new, else the one that is gone.
    var subject: Claim? { gained.isEmpty ? before ?? after : after }
}
