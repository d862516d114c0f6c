import FactDiff
import Facts

/// One difference between two revisions, about one fact.
public struct Change: Hashable, Sendable {
    /// What happened, in the one word that a person would say of it first.
    public enum Label: String, Hashable, Sendable, CaseIterable {
        case contradicted, disputed, corrected, updated, backfilled, retracted, removed, weakened, orphaned,
            undetermined, recurred, restated, refined, generalised, complementary, split, merged, added, corroborated,
            echoed, refiled, restanced, reworded, moved
    }

    /// Why there is a change: computed from what was recorded, never guessed.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// A text is new, edited or withdrawn.
        case report
        /// The same text was read otherwise.
        case extractor
        /// The same claim is understood otherwise.
        case vocabulary
        /// A person ruled.
        case decision
        /// Several of these.
        case mixed
    }

    /// The id of the fact.
    public let fact: String
    /// What happened.
    public let label: Label
    /// Why.
    public let cause: Cause
    /// Whom or what it is about.
    public let subject: String
    /// What is said of it.
    public let predicate: String
    /// The other party or the value; `nil` when there is none.
    public let object: String?
    /// What was said; `nil` when the fact is new.
    public let before: Claim?
    /// What is said; `nil` when nothing is said of it any more.
    public let after: Claim?

    /// The words that either side rests on, those before first.
    public var quotes: [Quote] { (before?.quotes ?? []) + (after?.quotes ?? []) }

    init?(_ change: FactDiff.Change, _ words: Words) {
        guard let claim = change.subject, let label = Label(rawValue: change.headline.rawValue),
            let cause = Cause(rawValue: change.cause.rawValue)
        else { return nil }
        (fact, self.label, self.cause) = (change.fact.letters, label, cause)
        (subject, predicate) = (words.name(of: claim.subject), words.predicate(of: claim))
        object = claim.object.map(words.name)
        before = change.before.map { Claim($0, words) }
        after = change.after.map { Claim($0, words) }
    }
}
