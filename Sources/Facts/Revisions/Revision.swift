/// One recorded state of a story, as the log tells of it.
package struct Revision: Hashable, Sendable {
    /// What the revision was recorded for.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The empty state that a story starts with.
        case begin
        /// Reports and claims came in.
        case record
        /// Reports were withdrawn, nothing else.
        case withdraw
        /// The vocabulary changed, nothing else.
        case vocabulary
        /// The same texts were read by another extractor: what follows is not its doing.
        case bridge
        /// A person ruled, nothing else.
        case decision
        /// What another line of revisions has came in: its reports, rulings and vocabulary.
        case merge
    }

    /// How many reports and facts the revision touched.
    package struct Counts: Hashable, Sendable {
        package var reportsAdded = 0
        package var reportsEdited = 0
        package var reportsWithdrawn = 0
        package var claims = 0
        package var factsAdded = 0
        package var factsChanged = 0
        package var factsRemoved = 0

        /// Nothing touched.
        package init() {}
    }

    /// The git commit, 40 hexadecimal digits.
    package let id: String
    /// The first eight digits of the id.
    package let shortID: String
    /// The revision before; `nil` for the first.
    package let parent: String?
    /// When it was recorded, in seconds from 1970-01-01T00:00:00Z.
    package let recorded: Int
    /// Who recorded it.
    package let author: String
    /// What it was recorded for.
    package let kind: Kind
    /// What the person who recorded it says, without trailers.
    package let message: String
    /// Extractors whose claims came in, by name.
    package let extractors: [String]
    /// How much it touched.
    package let counts: Counts

    /// A revision.
    package init(
        id: String, shortID: String, parent: String?, recorded: Int, author: String, kind: Kind, message: String,
        extractors: [String], counts: Counts
    ) {
        self.id = id
        self.shortID = shortID
        self.parent = parent
        self.recorded = recorded
        self.author = author
        self.kind = kind
        self.message = message
        self.extractors = extractors
        self.counts = counts
    }

    /// The day on which it was recorded, UTC.
    package var day: Day { Day(number: Int((Double(recorded) / 86400).rounded(.down))) }
}
