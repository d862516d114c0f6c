/// What a person ruled on some matter, when and why.
///
/// Decisions are only ever added: taking one back is another decision. So two people's decisions merge by uniting them, and nothing
/// that was ruled is ever lost.
package struct Decision: Hashable, Sendable, Identifiable {
    /// Digest of all the rest.
    package let id: DecisionID
    /// What was ruled, and on what.
    package let ruling: Ruling
    /// Who ruled: a name and an address, as git writes them.
    package let author: String
    /// When, in seconds from 1970-01-01T00:00:00Z.
    package let seconds: Int
    /// Why; may be empty.
    package let reason: String
    /// The decisions on the same matter that were in force until then, sorted; this one takes their place.
    package let replaces: [DecisionID]

    /// A decision, which its content gives an id.
    package init(_ ruling: Ruling, author: String, seconds: Int, reason: String, replacing replaces: [DecisionID] = [])
    {
        self.ruling = ruling
        self.author = author
        self.seconds = seconds
        self.reason = reason
        self.replaces = replaces.sorted()
        let content = Self.members(ruling, author, seconds, reason, self.replaces)
        id = DecisionID(digestOf: JSONValue.object(content).canonicalBytes)
    }
}

extension Decision: Comparable {
    /// By time, then by id.
    package static func < (a: Decision, b: Decision) -> Bool {
        a.seconds == b.seconds ? a.id < b.id : a.seconds < b.seconds
    }
}

extension Sequence<Decision> {
    /// The decisions that no other takes the place of, oldest first; those that take a ruling back are none.
    ///
    /// People may disagree among them: ``StandingRulings`` says what is followed.
    package var inForce: [Decision] {
        latest.filter { $0.ruling.verdict != .reopen }
    }

    /// The decisions that no other takes the place of, oldest first.
    package var latest: [Decision] {
        let replaced = Set(flatMap(\.replaces))
        return filter { !replaced.contains($0.id) }.sorted()
    }
}

/// The id of a decision: the letter `d` and 32 letters of those in which facts are written.
package struct DecisionID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The 33 letters.
    package let letters: String

    init(digestOf content: [UInt8]) {
        let digest = UInt128(Digest.sha256(content).description.prefix(32), in: .hexadecimal) ?? 0
        letters = "d" + FactID(number: digest).letters
    }

    /// An id that was written in full, or `nil` when the text is not one.
    package init?(_ text: String) {
        guard text.hasPrefix("d"), let id = FactID(text.dropFirst()) else { return nil }
        letters = "d" + id.letters
    }

    /// Whether the text could be the start of an id that tells something: `d` and four letters or more.
    package static func isPrefix(_ text: String) -> Bool {
        text.utf8.count >= 5 && text.hasPrefix("d") && FactID.isPrefix(text.dropFirst())
    }

    /// As many letters as tell decisions apart in practice.
    package var short: String { String(letters.prefix(9)) }

    package static func < (a: DecisionID, b: DecisionID) -> Bool { a.letters < b.letters }
    package var description: String { letters }
}
