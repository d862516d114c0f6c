package import FactDiff
package import Facts

/// One change that a person may rule on.
package struct ReviewItem: Sendable, Identifiable {
    /// How far it is.
    package enum Status: Hashable, Sendable {
        /// Nobody ruled on it.
        case pending
        /// People ruled differently on one of its claims.
        case disputed(Dispute)
        /// Somebody put it off.
        case deferred(Decision)
        /// Somebody ruled on each of its claims; the last of the decisions.
        case decided(Decision)
        /// Nobody ruled on it, but a standing rule accepts it.
        case accepted(rule: Decision)

        /// Whether it waits for a person.
        package var isOpen: Bool {
            switch self {
            case .pending, .disputed, .deferred: true
            case .decided, .accepted: false
            }
        }
    }

    /// What tells the change apart: a digest of its fact and of the claims that went and came.
    package let id: ReviewItemID
    /// The change.
    package let change: Change
    /// The claims that a ruling is about: those that came, else those that went.
    package let claims: [Claim]
    /// Whether the claims are those that went.
    package let isGone: Bool
    /// What the change set against one another and nobody has settled.
    package let contradiction: Contradiction?
    /// How far it is.
    package let status: Status

    /// What changes have in common that are ruled on together: headline, predicate, cause.
    package var kind: Kind {
        Kind(headline: change.headline, predicate: claims.first?.predicate ?? "", cause: change.cause)
    }

    /// What like changes have in common.
    package struct Kind: Hashable, Sendable {
        /// What is read first of them.
        package let headline: Headline
        /// The predicate of their claims.
        package let predicate: String
        /// Why there are such changes.
        package let cause: Cause
    }
}

/// What tells a change apart in whichever comparison it shows: the letter `e` and 32 letters of those in which facts are written.
///
/// It lasts as long as the same claims went and came of the same fact. Of a claim that somebody amended, the extractor's own counts, so
/// that a ruling, an amendment among them, leaves the id as it is; a report that is read otherwise makes another change.
package struct ReviewItemID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The 33 letters.
    package let letters: String

    /// The id of a change of a fact: by the ids of the claims that went and of those that came.
    init(fact: FactID, lost: [ClaimID], gained: [ClaimID]) {
        let key = (lost.map { "-\($0)" } + gained.map { "+\($0)" }).sorted()
        let id = FactID(subject: fact.letters, predicate: "change", key: key.map { (role: "claim", value: $0) })
        // The letters of the subject's digest come last: a prefix is to tell changes apart, not facts.
        letters = "e" + id.letters.dropFirst(4) + id.letters.prefix(4)
    }

    /// As many letters as tell changes apart in practice.
    package var short: String { String(letters.prefix(9)) }

    /// Whether the text could be the start of an id that tells something: `e` and four letters or more.
    package static func isPrefix(_ text: String) -> Bool {
        text.utf8.count >= 5 && text.hasPrefix("e") && FactID.isPrefix(text.dropFirst())
    }

    package static func < (a: ReviewItemID, b: ReviewItemID) -> Bool { a.letters < b.letters }
    package var description: String { letters }
}
