/// What was checked in a repository, how much of it, and what is wrong.
package struct VerificationResult: Hashable, Sendable {
    /// One thing that is wrong, or that was left behind.
    package struct Problem: Hashable, Sendable {
        /// The revision and file or claim, or the file of the repository.
        package let place: String
        /// What is wrong with it.
        package let what: String
        /// Which revisions, reports and facts cannot be relied on for it; empty when nothing but the place itself.
        package internal(set) var affected: [String] = []
        /// What to do about it.
        package internal(set) var step: NextStep = .restore
    }

    /// What to do about something that is wrong.
    package enum NextStep: Hashable, Sendable {
        /// Bring the objects back from a clone or a backup.
        case restore
        /// Make the index of a whole pack anew; its path follows.
        case makeIndex(pack: String)
        /// Give the branch its revision back; the last that its log names follows.
        case restoreBranch(revision: String?)
        /// Make what is derived from the revisions anew; how follows, as a sentence.
        case remake(String)
        /// Nothing: the next recording sees to it.
        case none
    }

    /// Revisions read, those that were undone among them.
    package internal(set) var revisions = 0
    /// Objects whose bytes were hashed again.
    package internal(set) var objects = 0
    /// Files whose canonical form and place were checked.
    package internal(set) var files = 0
    /// Facts whose ids and buckets were checked, each once for every revision that changed its bucket.
    package internal(set) var facts = 0
    /// Claims whose ids were computed again.
    package internal(set) var claims = 0
    /// Quotations that were compared with their text byte for byte.
    package internal(set) var quotes = 0
    /// Decisions whose ids were computed again, each once for every revision that changed its file.
    package internal(set) var decisions = 0
    /// Texts whose digests were computed again.
    package internal(set) var texts = 0
    /// Packs that were hashed, with their indexes.
    package internal(set) var packs = 0
    /// Bytes that were hashed: packs, indexes, and objects as they are read.
    package internal(set) var bytes = 0
    /// Operations whose revisions were looked for.
    package internal(set) var operations = 0
    /// What else was checked, by name: a check of a caller's own.
    package internal(set) var others: [String: Int] = [:]
    /// What is wrong: first the files of the repository, then the revisions in their order.
    package internal(set) var problems: [Problem] = []
    /// What writers that died left behind; nothing is wrong with it.
    package internal(set) var leftovers: [Problem] = []

    mutating func report(_ place: String, _ what: String) { problems.append(.init(place: place, what: what)) }
}

extension VerificationResult {
    /// Adds what was counted in the files of a revision.
    mutating func add(_ counts: FileFindings.Counts) {
        files += counts.files
        facts += counts.facts
        claims += counts.claims
        quotes += counts.quotes
        decisions += counts.decisions
        texts += counts.texts
    }
}
