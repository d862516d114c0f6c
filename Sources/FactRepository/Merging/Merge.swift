package import Facts

/// What merging another revision into the newest comes to.
package struct Merge: Sendable {
    /// How it went.
    package enum Outcome: Hashable, Sendable {
        /// The newest revision has all of the other already.
        case nothingToDo
        /// The other revision goes on from the newest, which it takes the place of.
        case forwarded
        /// A revision with both as parents.
        case joined
        /// Nothing was recorded: both sides changed the same thing.
        case undecided
    }

    /// How it went, or how it would go.
    package let outcome: Outcome
    /// The newest revision until then.
    package let ours: Revision
    /// The other revision.
    package let theirs: Revision
    /// Where the two lines part, sorted by id; several where each was merged into the other before.
    package let bases: [Revision]
    /// The newest revision from then on; `nil` when nothing was recorded.
    package let result: Revision?
    /// What became of reports and facts.
    package let counts: Counts
    /// The reports that both sides changed differently, sorted by name.
    package let undecided: [UndecidedReport]
    /// Why the vocabularies cannot be merged; `nil` when they can.
    package let undecidedVocabulary: UndecidedVocabulary?
    /// What people ruled differently on, and nobody has settled yet.
    package let disputes: [Dispute]

    /// Whether something waits for a person.
    package var isWaiting: Bool { outcome == .undecided || !disputes.isEmpty }

    /// How much was merged; everything is counted from the base.
    package struct Counts: Hashable, Sendable {
        /// Reports that only our side recorded, edited or withdrew.
        package var reportsOfOurs = 0
        /// Reports that only their side recorded, edited or withdrew, or that were taken from it.
        package var reportsOfTheirs = 0
        /// Reports that both sides changed, and alike, or that ours was taken of.
        package var reportsOfBoth = 0
        /// Facts that neither side changed.
        package var factsSame = 0
        /// Facts that only our side added, changed or removed.
        package var factsOfOurs = 0
        /// Facts that only their side added, changed or removed.
        package var factsOfTheirs = 0
        /// Facts that both sides added, changed or removed.
        package var factsOfBoth = 0
        /// Decisions that came from their side.
        package var decisions = 0

        /// Nothing.
        package init() {}
    }
}

/// A report that both sides changed differently.
package struct UndecidedReport: Hashable, Sendable {
    /// Why neither can be preferred.
    package enum Reason: Hashable, Sendable {
        /// Each has another text.
        case texts
        /// The text is the same, and what was read in it is not.
        case readings
        /// Text and claims are the same, and what is known of the report is not.
        case descriptions
        /// One side withdrew what the other changed.
        case withdrawn(by: MergeSide)
    }

    /// The report.
    package let name: ReportName
    /// Why neither side can be preferred.
    package let reason: Reason
    /// What is known of it on our side; `nil` when it was withdrawn there.
    package let ours: ReportRecord?
    /// What is known of it on their side; `nil` when it was withdrawn there.
    package let theirs: ReportRecord?
}

/// Why the vocabularies of two sides cannot be merged.
package enum UndecidedVocabulary: Hashable, Sendable {
    /// Both changed the same lines.
    ///
    /// - Parameters:
    ///   - line: where they stand on our side, from 1; `nil` when there are none of ours.
    ///   - ours: our lines.
    ///   - theirs: their lines.
    case lines(line: Int?, ours: [String], theirs: [String])
    /// Line by line they can, but what comes of it is no vocabulary.
    case unreadable(VocabularyError)
}
